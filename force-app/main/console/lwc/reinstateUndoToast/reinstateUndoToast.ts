import { LightningElement, api } from 'lwc';
import { fill } from 'c/reinstateText';
import { labels } from 'c/reinstateConsoleLabels';

/**
 * Offers, for a short time and wherever the list stands, to take the last restore back. It is no live region: the console
 * has read the sentence out already. Fires `undo`, `toastclose`, and `hold` and `release` while somebody is at it, so that it
 * does not go away under their hands; each with the user's Id.
 */
export default class ReinstateUndoToast extends LightningElement {
    labels = labels;

    @api userId = '';

    @api name = '';

    /** What happened, as a sentence. */
    @api text = '';

    get undoLabel(): string {
        return fill(labels.undoNow, this.name);
    }

    handleUndo(): void {
        this.tell('undo');
    }

    handleClose(): void {
        this.tell('toastclose');
    }

    handleHold(): void {
        this.tell('hold');
    }

    handleRelease(): void {
        this.tell('release');
    }

    private tell(eventName: string): void {
        this.dispatchEvent(new CustomEvent(eventName, { detail: this.userId }));
    }
}
