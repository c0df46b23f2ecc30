import { LightningElement, api } from 'lwc';
import type { UserRow } from 'c/reinstateUserRow';
import { labels } from 'c/reinstateConsoleLabels';

interface FocusableElement extends HTMLElement {
    focus(): void;
}

/** Inactive users as cards, one below the other, for phones. */
export default class ReinstateUserCards extends LightningElement {
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
