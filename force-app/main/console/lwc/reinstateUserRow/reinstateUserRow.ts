import { count, fill, timestamp } from 'c/reinstateText';
import { isBack, isBusy } from 'c/reinstateRestoreWork';
import type { RestoreWork } from 'c/reinstateRestoreWork';
import { toRowWork } from 'c/reinstateRowWork';
import type { RowWork } from 'c/reinstateRowWork';
import { labels } from 'c/reinstateConsoleLabels';

/** Rows that one request brings; the table renders them in well under the two seconds of the first paint. */
export const PAGE_SIZE = 50;

export const DEFAULT_SORT: Reinstate.InactiveUserQuery['sortBy'] = 'lastChange';

export const FIRST_QUERY: Reinstate.InactiveUserQuery = {
    searchTerm: null,
    sortBy: DEFAULT_SORT,
    cursor: null,
    pageSize: PAGE_SIZE,
};

/** A user with whom this session did something. */
export interface SessionUser {
    row: Reinstate.InactiveUserRow;
    work: RestoreWork;
}

/** An inactive user as the table and the cards show it: every text and decision made, no null left. */
export interface UserRow {
    userId: string;
    name: string;
    username: string;
    profile: string;
    license: string;
    seatsLeft: string;
    hasNoSeat: boolean;
    lastLogin: number | null;
    /** What stands in place of the date of a login. */
    noLogin: string;
    deactivatedAt: number | null;
    deactivatedBy: string;
    deactivationText: string;
    isFrozen: boolean;
    isFrozenUnknown: boolean;
    isHighRisk: boolean;
    isRiskUnknown: boolean;
    /** Why the user cannot be restored, or not now. */
    reason: string;
    /** There is a Restore button; without a seat it is disabled. */
    canRestore: boolean;
    restoreLabel: string;
    /** Empty where a seat is not what is missing. */
    freeSeatLabel: string;
    openLabel: string;
    /** Whether the panel shows this user. */
    isOpen: boolean;
    /** For aria-current. */
    current: string | null;
    look: string;
    work: RowWork | null;
}

/** Where the focus goes back to in the row of a user. */
export type FocusPlace = 'name' | 'status';

/** The seats left now, by license. They are newer than the numbers that came with the rows. */
export type SeatsLeft = ReadonlyMap<string, number | null | undefined>;

export function toUserRow(
    row: Reinstate.InactiveUserRow,
    seatsLeft: SeatsLeft,
    mayRestore: boolean,
    work: RestoreWork | undefined,
    isOpen: boolean,
): UserRow {
    const remaining = seatsLeftFor(row, seatsLeft);
    const isRestored = isBack(work);
    const cannotRestore = row.verdict === 'cannotRestore';
    const hasNoSeat = !cannotRestore && !isRestored && isOutOfSeats(row, remaining);
    return {
        userId: row.userId,
        name: row.name,
        username: row.username,
        profile: row.profileName ?? (isUnknown(row, 'profileName') ? labels.notKnown : labels.noProfile),
        license: row.licenseName ?? (isUnknown(row, 'licenseName') ? labels.notKnown : labels.noLicense),
        seatsLeft: row.verdict === 'notKnown' ? labels.seatsNotKnown : seatsLeftText(remaining),
        hasNoSeat,
        lastLogin: timestamp(row.lastLogin),
        noLogin: isUnknown(row, 'lastLogin') ? labels.notKnown : labels.never,
        deactivatedAt: timestamp(row.deactivatedAt),
        deactivatedBy: row.deactivatedBy ? fill(labels.deactivatedBy, row.deactivatedBy) : '',
        deactivationText: deactivationText(row),
        isFrozen: row.isFrozen === true && !isRestored,
        isFrozenUnknown: isUnknown(row, 'isFrozen') && !isRestored,
        isHighRisk: row.isHighRisk === true,
        isRiskUnknown: isUnknown(row, 'isHighRisk'),
        ...waysToRestore(row, mayRestore, work, hasNoSeat),
        openLabel: fill(labels.openUser, row.name),
        isOpen,
        current: isOpen ? 'true' : null,
        look: isOpen ? 'slds-hint-parent slds-is-selected' : 'slds-hint-parent',
        work: work ? toRowWork(work, row.name) : null,
    };
}

/** Whether a person has to look before the user is restored: something is risky, stands in the way, or is not known. */
export function needsLook(row: Reinstate.InactiveUserRow, seatsLeft: SeatsLeft): boolean {
    const isClear = row.isHighRisk === false && !['cannotRestore', 'notKnown'].includes(row.verdict);
    return !isClear || isOutOfSeats(row, seatsLeftFor(row, seatsLeft));
}

/** Whether a user would be found by the term among the fields that the row carries. */
export function matches(row: Reinstate.InactiveUserRow, term: string): boolean {
    const wanted = term.trim().toLowerCase();
    return [row.name, row.username, row.email, row.alias].some((field) => field?.toLowerCase().includes(wanted));
}

function seatsLeftFor(row: Reinstate.InactiveUserRow, seatsLeft: SeatsLeft): number | null {
    const current = row.licenseId ? seatsLeft.get(row.licenseId) : undefined;
    return current ?? row.licenseRemaining ?? null;
}

function seatsLeftText(remaining: number | null): string {
    if (remaining === null) {
        return '';
    }
    if (remaining > 0) {
        return count(remaining, labels.oneSeatLeft, labels.seatsLeftCount);
    }
    return remaining === 0 ? labels.noSeatLeft : fill(labels.noSeatLeftOver, -remaining);
}

/** What Apex said of the user, unless seats were taken or freed since. */
function isOutOfSeats(row: Reinstate.InactiveUserRow, remaining: number | null): boolean {
    if (remaining === null || remaining === row.licenseRemaining) {
        return row.verdict === 'noSeat';
    }
    return remaining <= 0;
}

/** The Restore button, and why there is none or a disabled one. */
function waysToRestore(
    row: Reinstate.InactiveUserRow,
    mayRestore: boolean,
    work: RestoreWork | undefined,
    hasNoSeat: boolean,
): Pick<UserRow, 'reason' | 'canRestore' | 'restoreLabel' | 'freeSeatLabel'> {
    const restoreLabel = fill(labels.restoreUser, row.name);
    if (row.verdict === 'cannotRestore') {
        const reason = isBack(work) ? '' : (row.verdictReason ?? labels.cannotRestore);
        return { reason, canRestore: false, restoreLabel, freeSeatLabel: '' };
    }
    const canRestore = mayRestore && !isBack(work) && !isBusy(work) && work?.phase !== 'unknown';
    const lacksSeat = canRestore && hasNoSeat;
    return {
        reason: lacksSeat ? fill(labels.noSeatOf, row.licenseName ?? labels.noLicense) : '',
        canRestore,
        restoreLabel,
        freeSeatLabel: lacksSeat ? fill(labels.freeSeatFor, row.name) : '',
    };
}

/** Whether a value is missing because it cannot be known. */
export function isUnknown(row: Reinstate.InactiveUserRow, name: keyof Reinstate.InactiveUserRow): boolean {
    return row.unknown?.includes(name) === true;
}

function deactivationText(row: Reinstate.InactiveUserRow): string {
    if (row.deactivatedAt) {
        return '';
    }
    return row.deactivationSource === 'beforeTracking' ? labels.beforeTracking : labels.notKnown;
}
