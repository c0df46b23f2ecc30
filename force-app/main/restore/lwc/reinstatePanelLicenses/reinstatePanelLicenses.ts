import { LightningElement, api } from 'lwc';
import { count, fill, timestamp } from 'c/reinstateText';
import { labels as dialogLabels } from 'c/reinstateRestoreLabels';
import { labels } from 'c/reinstatePanelLabels';

const KINDS: Record<Reinstate.SeatChange['kind'], string> = {
    userLicense: labels.kindUserLicense,
    permissionSetLicense: dialogLabels.kindPermissionSetLicense,
    packageLicense: dialogLabels.kindPackageLicense,
    featureLicense: labels.kindFeatureLicense,
};

interface ShownSeat {
    key: string;
    name: string;
    kind: string;
    icon: string;
    variant: string | undefined;
    state: string;
    line: string;
    held: string;
    asOf: number | null;
    /** Feature licenses are counted once a day, so they carry a day and no time. */
    asOfFormat: 'date' | undefined;
    setupUrl: string | null;
}

/** What a restore does to the seats of every license it touches: now, after, as of when, and where to free one. */
export default class ReinstatePanelLicenses extends LightningElement {
    labels = labels;
    dialogLabels = dialogLabels;

    @api seats: Reinstate.SeatChange[] = [];

    /** Anything truthy once there is a plan: only then "no seat" can be said. */
    @api isPlanned: unknown = false;

    @api mayRestore = false;

    /** What nobody can know of the user. */
    @api unknown: Reinstate.UnknownFact[] = [];

    get hasNoRight(): boolean {
        return !this.mayRestore;
    }

    get hasSeats(): boolean {
        return this.seats.length > 0;
    }

    /** Where licenses are not known, it is not known either that none is needed. */
    get needsNone(): boolean {
        return Boolean(this.isPlanned) && !this.unknown.some((fact) => fact.area === 'licenses');
    }

    get shown(): ShownSeat[] {
        return this.seats.map((seat) => ({
            key: `${seat.kind} ${seat.licenseId ?? seat.name}`,
            name: seat.name,
            kind: KINDS[seat.kind],
            ...lookOf(seat),
            line: seat.unknown ?? lineOf(seat),
            held: seat.heldByInactive ? count(seat.heldByInactive, labels.heldOne, labels.heldMany) : '',
            asOf: timestamp(seat.asOf),
            asOfFormat: seat.kind === 'featureLicense' ? 'date' : undefined,
            setupUrl: seat.isShort ? (seat.setupUrl ?? null) : null,
        }));
    }
}

function lookOf(seat: Reinstate.SeatChange): Pick<ShownSeat, 'icon' | 'variant' | 'state'> {
    if (seat.isShort) {
        return { icon: 'utility:ban', variant: 'error', state: labels.seatShort };
    }
    return seat.remainingNow == null
        ? { icon: 'utility:question', variant: undefined, state: labels.seatUnknown }
        : { icon: 'utility:success', variant: 'success', state: labels.seatEnough };
}

/** Only without a seat of the user license nobody comes back; other licenses are left out where they are short. */
function lineOf({ kind, remainingNow, remainingAfter, needed, isShort }: Reinstate.SeatChange): string {
    if (remainingNow == null) {
        return labels.seatNoLimit;
    }
    if (isShort && kind !== 'userLicense') {
        return fill(labels.seatLineWithout, remainingNow);
    }
    return isShort
        ? fill(labels.seatLineShort, remainingNow, needed - remainingNow)
        : fill(labels.seatLine, remainingNow, remainingAfter ?? remainingNow - needed);
}
