import { LightningElement, api } from 'lwc';
import { count, timestamp } from 'c/reinstateText';
import { labels } from 'c/reinstateConsoleLabels';

/** The seats of every user license; licenses that are disabled or have no seats are folded away. */
export default class ReinstateSeatMeters extends LightningElement {
    labels = labels;

    @api seats: Reinstate.SeatMeter[] = [];

    isUnfolded = false;

    get shown(): Reinstate.SeatMeter[] {
        return this.seats.filter((seat) => !seat.folded);
    }

    get folded(): Reinstate.SeatMeter[] {
        return this.seats.filter((seat) => seat.folded);
    }

    get hasShown(): boolean {
        return this.shown.length > 0;
    }

    get hasFolded(): boolean {
        return this.folded.length > 0;
    }

    get foldIcon(): string {
        return this.isUnfolded ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get foldLabel(): string {
        return count(this.folded.length, labels.foldedOne, labels.foldedMany);
    }

    get foldExpanded(): string {
        return String(this.isUnfolded);
    }

    get asOf(): number | null {
        const [first] = this.seats;
        return first ? timestamp(first.asOf) : null;
    }

    handleFold(): void {
        this.isUnfolded = !this.isUnfolded;
    }
}
