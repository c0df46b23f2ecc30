import { LightningElement, api } from 'lwc';
import { fill } from 'c/reinstateText';
import { checksOf, isBack, isBusy } from 'c/reinstateRestoreWork';
import { troubledItems } from 'c/reinstateOutcomeText';
import type { RestoreWork } from 'c/reinstateRestoreWork';
import { workText } from 'c/reinstateWorkText';
import { labels as dialogLabels } from 'c/reinstateRestoreLabels';
import { labels } from 'c/reinstatePanelLabels';

/**
 * What this session did with a user: progress, the checks that were read back, what did not work,
 * and the way back. Fires `undo` and `checkagain`.
 */
export default class ReinstateWorkResult extends LightningElement {
    labels = labels;
    dialogLabels = dialogLabels;

    @api userId = '';

    @api name = '';

    @api work!: RestoreWork;

    get isWorking(): boolean {
        return isBusy(this.work);
    }

    /** One sentence on where things stand. */
    get sentence(): string {
        return workText(this.work, this.name);
    }

    get checks(): Reinstate.RestoreCheck[] {
        return this.isWorking && this.work.phase !== 'verifying' ? [] : checksOf(this.work, this.userId);
    }

    get hasChecks(): boolean {
        return this.checks.length > 0;
    }

    get troubled(): Reinstate.ItemOutcome[] {
        return this.isWorking || this.work.phase === 'failed' ? [] : troubledItems(this.work.outcome);
    }

    get hasMessages(): boolean {
        return this.work.messages.length > 0;
    }

    get hasStays(): boolean {
        return this.work.cannotTakeBack.length > 0;
    }

    get canUndo(): boolean {
        return isBack(this.work) && !this.isWorking;
    }

    /** For a while after the restore the way back stands out, then it is a quiet link. */
    get undoVariant(): string {
        return this.work.isFresh ? 'brand-outline' : 'base';
    }

    get undoLabel(): string {
        return fill(labels.undoOf, this.name);
    }

    get canCheckAgain(): boolean {
        const { phase, verification } = this.work;
        return phase === 'unknown' || (phase === 'restored' && verification?.status !== 'Verified');
    }

    handleUndo(): void {
        this.dispatchEvent(new CustomEvent('undo'));
    }

    handleCheckAgain(): void {
        this.dispatchEvent(new CustomEvent('checkagain'));
    }
}
