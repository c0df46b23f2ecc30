import { LightningElement, api } from 'lwc';
import { labels } from 'c/reinstateSharedLabels';
import { delayed } from 'c/reinstateTiming';

/** After this time a spinner alone says too little. */
const PATIENCE_MS = 10_000;

/** Says what is being waited for and, when it takes long, that it does and how to start over. Fires `retry`. */
export default class ReinstateLoading extends LightningElement {
    labels = labels;

    /** What is being waited for, as a sentence. */
    @api message = '';

    isSlow = false;

    private readonly slowNotice = delayed(() => {
        this.isSlow = true;
    }, PATIENCE_MS);

    connectedCallback(): void {
        this.slowNotice.schedule();
    }

    disconnectedCallback(): void {
        this.slowNotice.cancel();
    }

    handleRetry(): void {
        this.isSlow = false;
        this.slowNotice.schedule();
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
