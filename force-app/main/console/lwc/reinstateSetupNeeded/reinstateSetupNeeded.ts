import { LightningElement, api } from 'lwc';
import { labels } from 'c/reinstateConsoleLabels';

/** What a user without access reads: which permission set is missing, who assigns it, and where. Fires `retry`. */
export default class ReinstateSetupNeeded extends LightningElement {
    labels = labels;

    /** What Apex said, when it was asked. */
    @api messages: string[] = [];

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
