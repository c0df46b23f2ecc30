import { LightningElement, api } from 'lwc';
import { fill } from 'c/reinstateText';
import { labels } from 'c/reinstateRestoreLabels';

/** The seats of one license now and after the restore. */
export default class ReinstateSeatChange extends LightningElement {
    labels = labels;

    @api seat!: Reinstate.SeatChange;

    get iconName(): string {
        return this.seat.isShort ? 'utility:ban' : 'utility:user';
    }

    get variant(): string | undefined {
        return this.seat.isShort ? 'error' : undefined;
    }

    get changeText(): string {
        const { name, remainingNow, remainingAfter, needed, isShort } = this.seat;
        return isShort
            ? fill(labels.seatShort, name, remainingNow, needed - remainingNow)
            : fill(labels.seatChange, name, remainingNow, remainingAfter);
    }

    get showsSetupLink(): boolean {
        return this.seat.isShort && Boolean(this.seat.setupUrl);
    }
}
