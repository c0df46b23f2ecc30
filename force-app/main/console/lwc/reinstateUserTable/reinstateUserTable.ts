import { LightningElement, api } from 'lwc';
import type { FocusPlace, UserRow } from 'c/reinstateUserRow';
import { labels } from 'c/reinstateConsoleLabels';

interface FocusableElement extends HTMLElement {
    focus(): void;
}

/**
 * Inactive users as a table for wide screens. It is SLDS markup and not lightning-datatable: rows
 * need two lines, chips and a reason beside a button, and hundreds of them have to render at once.
 */
export default class ReinstateUserTable extends LightningElement {
    labels = labels;

    @api users: UserRow[] = [];

    /** Moves the focus to the name of a user, or to what can be done with the user. */
    @api
    focusUser(userId: string, place: FocusPlace): void {
        const selector =
            place === 'name' ? `[data-open="${userId}"]` : `c-reinstate-user-status[data-user-id="${userId}"]`;
        this.template?.querySelector<FocusableElement>(selector)?.focus();
    }

    handleOpen(event: MouseEvent & { currentTarget: HTMLElement }): void {
        this.dispatchEvent(new CustomEvent('open', { detail: event.currentTarget.dataset.open }));
    }

    handleAction(event: CustomEvent<string>): void {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }
}
