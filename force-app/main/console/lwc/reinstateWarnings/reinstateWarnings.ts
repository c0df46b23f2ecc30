import { LightningElement, api } from 'lwc';
import { labels } from 'c/reinstateConsoleLabels';

/** What an administrator has to mend before Reinstate can be relied on; nothing when all is well. */
export default class ReinstateWarnings extends LightningElement {
    labels = labels;

    @api warnings: Reinstate.ConsoleWarning[] = [];

    get hasWarnings(): boolean {
        return this.warnings.length > 0;
    }
}
