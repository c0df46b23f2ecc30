import findHistory from '@salesforce/apex/RestoreActivityController.findHistory';
import ReinstateUserHistory from 'c/reinstateUserHistory';
import { NEW_WORK } from 'c/reinstateRestoreWork';
import type { RestoreWork } from 'c/reinstateRestoreWork';
import { findAll, pending, press, settled, show, textOf } from '../../../../../test/jest-page/page';

jest.mock('@salesforce/apex/RestoreActivityController.findHistory', () => ({ default: jest.fn() }), { virtual: true });

const TAG = 'c-reinstate-user-history';
const ask = findHistory as unknown as jest.Mock;
const ENTRIES: Reinstate.UserHistoryEntry[] = [
    {
        recordId: 'a01',
        kind: 'restore',
        happenedAt: '2026-11-20T09:00:00.000Z',
        byName: 'Grace Hopper',
        title: 'Restored',
        detail: 'Back from leave',
    },
    { kind: 'auditTrail', happenedAt: '2026-11-02T09:15:00.000Z', title: 'Deactivated' },
];

interface HistoryElement extends HTMLElement {
    userId: string;
    work: RestoreWork | undefined;
}

async function showHistory(): Promise<HistoryElement> {
    const history = show<HistoryElement>(TAG, ReinstateUserHistory, { userId: '0051' });
    await settled();
    return history;
}

describe('c-reinstate-user-history', () => {
    beforeEach(() => {
        ask.mockReset().mockResolvedValue(ENTRIES);
    });

    it('says that something is not known without a date', async () => {
        ask.mockResolvedValue([
            { kind: 'notKnown', title: 'Deactivations: not known', detail: 'The trail is closed.' },
        ]);
        const history = await showHistory();

        expect(textOf(history)).toBe('Deactivations: not known The trail is closed.');
        expect(findAll(history, 'c-reinstate-date-time')).toHaveLength(0);
    });

    it('lists what happened, by whom, in the order of the answer', async () => {
        const history = await showHistory();

        expect(ask.mock.calls).toEqual([[{ userId: '0051' }]]);
        expect(findAll(history, 'li')).toHaveLength(2);
        expect(textOf(history)).toBe('Restored by Grace Hopper Back from leave Deactivated');
    });

    it('reads it for another user, and drops the answer for the first', async () => {
        const slow = pending();
        ask.mockReturnValueOnce(slow.promise).mockResolvedValueOnce([ENTRIES[1]]);
        const history = await showHistory();

        history.userId = '0052';
        await settled();
        slow.answer(ENTRIES);
        await settled();

        expect(ask.mock.lastCall).toEqual([{ userId: '0052' }]);
        expect(textOf(history)).toBe('Deactivated');
    });

    it('reads it again when something has ended, not while it goes on', async () => {
        const history = await showHistory();

        history.work = { ...NEW_WORK, phase: 'executing' };
        history.work = { ...NEW_WORK, phase: 'verifying' };
        expect(ask).toHaveBeenCalledTimes(1);
        history.work = { ...NEW_WORK, phase: 'restored' };
        await settled();
        expect(ask).toHaveBeenCalledTimes(2);
    });

    it('says that there is none, or why it could not be read, and reads it on demand', async () => {
        ask.mockRejectedValueOnce({ body: { message: 'The server is busy.' } }).mockResolvedValueOnce([]);
        const history = await showHistory();
        expect(textOf(history)).toContain('The history could not be read The server is busy.');

        press(history, 'Try Again');
        await settled();
        expect(textOf(history)).toContain('No history yet');
    });

    it('is accessible', async () => {
        await expect(await showHistory()).toBeAccessible();
    });
});
