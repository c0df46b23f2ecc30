import { LightningElement, api } from 'lwc';
import { labels } from 'c/reinstateSharedLabels';

/** Says what went wrong, at the place where it did, with a way to try again. Fires `retry`. */
export default class ReinstateErrorPanel extends LightningElement {
    labels = labels;

    /** What could not be done, in a few words. */
    @api heading = '';

    /** Full sentences. */
    @api messages: string[] = [];

    /** Label of the button; without it there is no button. */
    @api retryLabel: string = labels.retry;

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
