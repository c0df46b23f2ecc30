import timeZone from '@salesforce/i18n/timeZone';
import { fill } from 'c/reinstateText';
import { kindLabels, labels, statusLabels } from 'c/reinstateActivityLabels';

/** What is asked for, as a person chose it. An empty text does not filter. */
export interface ActivityFilter {
    status: string;
    kind: string;
    userTerm: string;
    operatorId: string;
    /** First and last day, such as 2026-11-22, in the time zone of the running user. */
    fromDay: string;
    toDay: string;
}

/** One filter that is on, for a person to see and to remove. */
export interface FilterPill {
    field: keyof ActivityFilter;
    text: string;
    removeLabel: string;
}

export const NO_FILTER: ActivityFilter = {
    status: '',
    kind: '',
    userTerm: '',
    operatorId: '',
    fromDay: '',
    toDay: '',
};

/** Whether the last day lies before the first one. */
export function isImpossible({ fromDay, toDay }: ActivityFilter): boolean {
    return fromDay !== '' && toDay !== '' && toDay < fromDay;
}

/** The filters that are on, in the order of the fields. */
export function pillsOf(filter: ActivityFilter, operators: readonly Reinstate.RestoreChoice[]): FilterPill[] {
    const operator = operators.find(({ id }) => id === filter.operatorId)?.label ?? filter.operatorId;
    const pills: [keyof ActivityFilter, string, string][] = [
        ['status', labels.statusFilter, statusLabels[filter.status as keyof typeof statusLabels] ?? filter.status],
        ['kind', labels.kindFilter, kindLabels[filter.kind as keyof typeof kindLabels] ?? filter.kind],
        ['userTerm', labels.userFilter, filter.userTerm.trim()],
        ['operatorId', labels.operatorFilter, operator],
        ['fromDay', labels.fromFilter, filter.fromDay],
        ['toDay', labels.toFilter, filter.toDay],
    ];
    return pills
        .filter(([, , value]) => value !== '')
        .map(([field, name, value]) => {
            const text = fill(labels.pill, name, value);
            return { field, text, removeLabel: fill(labels.removeFilter, text) };
        });
}

/** The filter in the words of Apex. Days begin and end in the time zone of the running user's Salesforce settings. */
export function toQuery(
    filter: ActivityFilter,
    cursor: string | null,
    pageSize: number,
): Reinstate.RestoreActivityQuery {
    return {
        cursor,
        pageSize,
        status: filter.status || null,
        kind: filter.kind || null,
        userId: null,
        userTerm: filter.userTerm.trim() || null,
        operatorId: filter.operatorId || null,
        fromTime: filter.fromDay ? startOfDay(filter.fromDay, 0) : null,
        toTime: filter.toDay ? startOfDay(filter.toDay, 1) : null,
    };
}

/** The moment at which a day, or one that many days later, begins. */
function startOfDay(day: string, daysLater: number): string {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    const wanted = Date.UTC(year, month - 1, date + daysLater);
    // Twice, because the offset at the first guess may be that of the other side of a clock change.
    const guess = wanted - offsetAt(wanted);
    return new Date(wanted - offsetAt(guess)).toISOString();
}

/** How many milliseconds the clocks of the time zone are ahead of UTC at that moment. */
function offsetAt(moment: number): number {
    const parts = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
    }).formatToParts(moment);
    const part = (type: Intl.DateTimeFormatPartTypes): number =>
        Number(parts.find((candidate) => candidate.type === type)?.value);
    const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return shown - moment;
}
