import { LightningElement, api } from 'lwc';
import type { UserRow } from 'c/reinstateUserRow';
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

    /** Moves the focus to what can be done with a user. */
    @api
    focusUser(userId: string): void {
        this.template?.querySelector<FocusableElement>(`c-reinstate-user-status[data-user-id="${userId}"]`)?.focus();
    }

    handleAction(event: CustomEvent<string>): void {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }
}
