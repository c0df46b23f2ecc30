import { LightningElement, api } from 'lwc';
import type { UserRow } from 'c/reinstateUserRow';
import { labels } from 'c/reinstateConsoleLabels';

/**
 * What can be done with a user, or what was: the Restore button, the reason why there is none, or
 * the note that the user is back. Fires `restore` and `viewchecks` with the user's Id.
 */
export default class ReinstateUserStatus extends LightningElement {
    labels = labels;

    @api user!: UserRow;

    @api
    focus(): void {
        this.template?.querySelector<HTMLElement>('lightning-button')?.focus();
    }

    get restoredAt(): Date | undefined {
        return this.user.restoredAt === null ? undefined : new Date(this.user.restoredAt);
    }

    handleRestore(): void {
        this.announce('restore');
    }

    handleViewChecks(): void {
        this.announce('viewchecks');
    }

    private announce(eventName: string): void {
        this.dispatchEvent(new CustomEvent(eventName, { detail: this.user.userId }));
    }
}
