import { NO_FILTER, isImpossible, pillsOf, toQuery } from 'c/reinstateActivityFilter';

jest.mock('@salesforce/i18n/timeZone', () => ({ default: 'Europe/Berlin' }), { virtual: true });

function spanOf(fromDay: string, toDay: string): [string | null, string | null] {
    const { fromTime, toTime } = toQuery({ ...NO_FILTER, fromDay, toDay }, null, 25);
    return [fromTime, toTime];
}

describe('c-reinstate-activity-filter', () => {
    it('starts and ends days in the time zone of the user, not of the browser', () => {
        expect(spanOf('2026-11-22', '2026-11-22')).toEqual(['2026-11-21T23:00:00.000Z', '2026-11-22T23:00:00.000Z']);
        expect(spanOf('2026-07-01', '2026-07-31')).toEqual(['2026-06-30T22:00:00.000Z', '2026-07-31T22:00:00.000Z']);
    });

    it('knows days on which the clocks change', () => {
        expect(spanOf('2026-03-29', '2026-03-29')).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z']);
        expect(spanOf('2026-10-25', '2026-10-25')).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
    });

    it('ends the year', () => {
        expect(spanOf('2026-12-31', '2026-12-31')).toEqual(['2026-12-30T23:00:00.000Z', '2026-12-31T23:00:00.000Z']);
    });

    it('asks for nothing that is empty', () => {
        expect(toQuery({ ...NO_FILTER, userTerm: '  ' }, 'next', 10)).toEqual({
            cursor: 'next',
            pageSize: 10,
            status: null,
            kind: null,
            userId: null,
            userTerm: null,
            operatorId: null,
            fromTime: null,
            toTime: null,
        });
    });

    it('names an operator who is not in the list by Id', () => {
        const [pill] = pillsOf({ ...NO_FILTER, operatorId: '005000000000002AAA' }, []);
        expect(pill).toEqual({
            field: 'operatorId',
            text: 'Operator: 005000000000002AAA',
            removeLabel: 'Remove filter Operator: 005000000000002AAA',
        });
    });

    it('tells spans apart that cannot be', () => {
        expect(isImpossible({ ...NO_FILTER, fromDay: '2026-11-22', toDay: '2026-11-21' })).toBe(true);
        expect(isImpossible({ ...NO_FILTER, fromDay: '2026-11-22', toDay: '2026-11-22' })).toBe(false);
        expect(isImpossible({ ...NO_FILTER, fromDay: '2026-11-22' })).toBe(false);
    });
});
