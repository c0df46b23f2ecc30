import { LightningElement, api } from 'lwc';
import { labels } from 'c/reinstateRestoreLabels';

/** The items of a restore that did not work, each with its reason and its cure; nothing when all worked. */
export default class ReinstateOutcome extends LightningElement {
    labels = labels;

    @api items: Reinstate.ItemOutcome[] = [];

    get hasItems(): boolean {
        return this.items.length > 0;
    }
}
