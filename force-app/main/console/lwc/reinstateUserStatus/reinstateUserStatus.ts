import { LightningElement, api } from 'lwc';
import type { UserRow } from 'c/reinstateUserRow';
import type { RowWork } from 'c/reinstateRowWork';
import { labels } from 'c/reinstateConsoleLabels';

interface ButtonElement extends HTMLElement {
    disabled: boolean;
}

/**
 * What can be done with a user, what is being done, and what was: the Restore button, the reason why
 * there is none, progress, or the note that the user is back with the way to undo it. Fires `restore`,
 * `freeseat`, `undo`, `checkagain` and `viewchecks` with the user's Id.
 */
export default class ReinstateUserStatus extends LightningElement {
    labels = labels;

    @api user!: UserRow;

    @api
    focus(): void {
        this.followsFocus = this.work?.isBusy === true;
        const buttons = [...(this.template?.querySelectorAll<ButtonElement>('lightning-button') ?? [])];
        const place = buttons.find((button) => !button.disabled);
        (place ?? this.template?.querySelector<HTMLElement>('[data-state]'))?.focus();
    }

    /** The button that was pressed goes away while it is carried out. Whoever has moved on is not called back. */
    private followsFocus = false;

    renderedCallback(): void {
        const state = this.template?.querySelector<HTMLElement>('[data-state]');
        if (!this.followsFocus || !state) {
            return;
        }
        const isElsewhere = document.activeElement !== document.body && this.template?.activeElement == null;
        if (isElsewhere) {
            this.followsFocus = false;
            return;
        }
        if (this.work?.isBusy) {
            state.focus({ preventScroll: true });
            return;
        }
        this.followsFocus = false;
        this.focus();
    }

    get work(): RowWork | null {
        return this.user.work;
    }

    get doneAt(): Date | undefined {
        return this.work?.at == null ? undefined : new Date(this.work.at);
    }

    handleRestore(): void {
        this.followsFocus = true;
        this.announce('restore');
    }

    handleUndo(): void {
        this.followsFocus = true;
        this.announce('undo');
    }

    handleCheckAgain(): void {
        this.followsFocus = true;
        this.announce('checkagain');
    }

    handleFreeSeat(): void {
        this.announce('freeseat');
    }

    handleViewChecks(): void {
        this.announce('viewchecks');
    }

    private announce(eventName: string): void {
        this.dispatchEvent(new CustomEvent(eventName, { detail: this.user.userId }));
    }
}
