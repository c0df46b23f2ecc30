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
    notKnown: { icon: 'utility:question', variant: undefined, text: labels.notKnown },
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

    /** Without a number there is neither a bar nor something left. */
    get isCounted(): boolean {
        return this.seat.remaining != null;
    }

    /** Seats to free until use equals what is owned, and until one more user fits. */
    get overText(): string {
        const over = -(this.seat.remaining ?? 0);
        return fill(labels.seatOverBy, over, over + 1);
    }

    get remainingText(): string {
        return numberOr(this.seat.remaining, labels.notKnown);
    }

    get usedText(): string {
        const { used, total } = this.seat;
        return fill(labels.seatUsed, numberOr(used, '?'), numberOr(total, '?'));
    }

    get meterText(): string {
        const { name, used, total } = this.seat;
        return fill(labels.seatMeter, name, numberOr(used, '?'), numberOr(total, '?'), this.look.text);
    }

    get percentUsed(): number {
        const used = this.seat.used ?? 0;
        const total = this.seat.total ?? 0;
        if (total <= 0) {
            return used > 0 ? 100 : 0;
        }
        return Math.min(100, Math.round((used / total) * 100));
    }

    get barStyle(): string {
        return `width: ${this.percentUsed}%`;
    }

    get barClass(): string {
        return `slds-progress-bar__value bar bar_${this.seat.state}`;
    }
}

function numberOr(value: number | null | undefined, otherwise: string): string {
    return value == null ? otherwise : inLocale(value);
}
