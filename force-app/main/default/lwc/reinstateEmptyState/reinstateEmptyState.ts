import { LightningElement, api } from 'lwc';

/** What stands where a list would be when there is nothing to list. Fires `action`. */
export default class ReinstateEmptyState extends LightningElement {
    @api iconName = 'utility:info';

    @api heading = '';

    @api message = '';

    /** Label of the next step; without it there is no button. */
    @api actionLabel = '';

    handleAction(): void {
        this.dispatchEvent(new CustomEvent('action'));
    }
}
