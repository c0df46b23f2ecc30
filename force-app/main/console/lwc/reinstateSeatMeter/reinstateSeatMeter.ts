import { LightningElement, api } from 'lwc';
import { fill, inLocale } from 'c/reinstateText';
import { labels } from 'c/reinstateConsoleLabels';

interface StateLook {
    icon: string;
    variant: string | undefined;
    text: string;
}

const LOOKS: Record<Reinstate.SeatMeter['state'], StateLook> = {
    available: { icon: 'utility:check', variant: 'success', text: labels.seatAvailable },
    low: { icon: 'utility:warning', variant: 'warning', text: labels.seatLow },
    full: { icon: 'utility:ban', variant: 'error', text: labels.seatFull },
    overallocated: { icon: 'utility:error', variant: 'error', text: labels.seatOver },
    disabled: { icon: 'utility:dash', variant: undefined, text: labels.seatDisabled },
    none: { icon: 'utility:dash', variant: undefined, text: labels.seatNone },
};

/** Seats of one license: how many are left, used and owned, said in words, a number, a bar and an icon. */
export default class ReinstateSeatMeter extends LightningElement {
    labels = labels;

    @api seat!: Reinstate.SeatMeter;

    get look(): StateLook {
        return LOOKS[this.seat.state];
    }

    get isOverallocated(): boolean {
        return this.seat.state === 'overallocated';
    }

    /** Seats to free until use equals what is owned, and until one more user fits. */
    get overText(): string {
        const over = this.seat.used - this.seat.total;
        return fill(labels.seatOverBy, over, over + 1);
    }

    get remainingText(): string {
        return inLocale(this.seat.remaining);
    }

    get usedText(): string {
        return fill(labels.seatUsed, this.seat.used, this.seat.total);
    }

    get meterText(): string {
        return fill(labels.seatMeter, this.seat.name, this.seat.used, this.seat.total, this.look.text);
    }

    get percentUsed(): number {
        if (this.seat.total <= 0) {
            return this.seat.used > 0 ? 100 : 0;
        }
        return Math.min(100, Math.round((this.seat.used / this.seat.total) * 100));
    }

    get barStyle(): string {
        return `width: ${this.percentUsed}%`;
    }

    get barClass(): string {
        return `slds-progress-bar__value bar bar_${this.seat.state}`;
    }
}
