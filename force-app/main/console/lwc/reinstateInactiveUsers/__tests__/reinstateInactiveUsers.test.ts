import findInactiveUsers from '@salesforce/apex/RestoreConsoleController.findInactiveUsers';
import ReinstateInactiveUsers from 'c/reinstateInactiveUsers';
import planRestore from '@salesforce/apex/RestoreController.plan';
import executeRestore from '@salesforce/apex/RestoreController.execute';
import verifyRestore from '@salesforce/apex/RestoreController.verify';
import planUndo from '@salesforce/apex/UndoController.plan';
import executeUndo from '@salesforce/apex/UndoController.execute';
import verifyUndo from '@salesforce/apex/UndoController.verify';
import {
    buttonsNamed,
    change,
    find,
    findAll,
    pending,
    press,
    recorded,
    settled,
    show,
    textOf,
} from '../../../../../test/jest-page/page';
import openJson from '../../reinstateConsole/__tests__/data/open.json';
import planJson from '../../../../restore/lwc/reinstateUserPanel/__tests__/data/plan.json';
import executeJson from '../../../../restore/lwc/reinstateUserPanel/__tests__/data/execute.json';
import verifyJson from '../../../../restore/lwc/reinstateUserPanel/__tests__/data/verify.json';
import nextPageJson from './data/findInactiveUsers.json';

jest.mock('@salesforce/apex/RestoreConsoleController.findInactiveUsers', () => ({ default: jest.fn() }), {
    virtual: true,
});
jest.mock('@salesforce/apex/RestoreController.plan', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RestoreController.execute', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RestoreController.verify', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/UndoController.plan', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/UndoController.execute', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/UndoController.verify', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RestoreActivityController.findHistory', () => ({ default: jest.fn(async () => []) }), {
    virtual: true,
});

const TAG = 'c-reinstate-inactive-users';
const open = openJson as Reinstate.ConsoleState;
/** Nobody is high-risk, so that one press restores. */
const state: Reinstate.ConsoleState = {
    ...open,
    page: { ...open.page, rows: open.page.rows.map((row) => ({ ...row, isHighRisk: false })) },
};
const nextPage = nextPageJson as Reinstate.InactiveUserPage;
const plan = planJson as Reinstate.RestorePlanView;
const [userPlan] = plan.users;
const outcome = executeJson as Reinstate.RestoreOutcomeView;
const verification = verifyJson as Reinstate.RestoreVerificationView;
const NO_USERS: Reinstate.InactiveUserPage = { ...nextPage, rows: [], totalCount: 0 };
const ada = state.page.rows[0];
const UNDO = 'Undo restore of Ada Lovelace';
const undoPlan: Reinstate.UndoPlanView = {
    key: 'undo-1',
    seats: [],
    expiresAt: plan.expiresAt,
    users: [
        {
            userId: ada.userId,
            name: 'Ada Lovelace',
            canExecute: true,
            refusals: [],
            items: [],
            cannotTakeBack: [{ label: 'Password mail', reason: 'It was sent.' }],
        },
    ],
};

const ask = findInactiveUsers as unknown as jest.Mock;
const mocks = {
    plan: planRestore as unknown as jest.Mock,
    execute: executeRestore as unknown as jest.Mock,
    verify: verifyRestore as unknown as jest.Mock,
    planUndo: planUndo as unknown as jest.Mock,
    executeUndo: executeUndo as unknown as jest.Mock,
    verifyUndo: verifyUndo as unknown as jest.Mock,
};

function showUsers(firstPage: Reinstate.InactiveUserPage = state.page): HTMLElement {
    return show(TAG, ReinstateInactiveUsers, { rights: state.rights, seats: state.seats, firstPage });
}

function namesOf(element: Element): string[] {
    return findAll(element, 'tbody tr').map((row) => row.querySelector('th button')?.textContent?.trim() ?? '');
}

function search(element: Element, value: string): void {
    change(find(element, 'lightning-input'), { value });
}

async function pressAndWait(element: Element, name: string): Promise<void> {
    press(element, name);
    await settled();
}

/** Lets these times pass one after the other, and what was waiting for each of them happen. */
async function pass(...milliseconds: number[]): Promise<void> {
    for (const time of milliseconds) {
        jest.advanceTimersByTime(time);
        // eslint-disable-next-line no-await-in-loop -- each wait follows the answer before it
        await settled();
    }
}

function rowText(element: Element): string {
    return textOf(find(element, `c-reinstate-user-status[data-user-id="${ada.userId}"]`));
}

function spoken(element: Element, place: 'announcement' | 'alarm'): string {
    return find(element, `[data-${place}]`).textContent ?? '';
}

function toastOf(element: Element): HTMLElement | undefined {
    return findAll(element, 'c-reinstate-undo-toast')[0];
}

function undoVariant(element: Element): string {
    const row = find(element, `c-reinstate-user-status[data-user-id="${ada.userId}"]`);
    return find<HTMLElement & { variant: string }>(row, '[data-undo]').variant;
}

function panelOf(element: Element): HTMLElement | undefined {
    return findAll(element, 'c-reinstate-user-panel')[0];
}

describe('c-reinstate-inactive-users', () => {
    beforeEach(() => {
        jest.useFakeTimers();
        ask.mockReset().mockResolvedValue(nextPage);
        for (const mock of Object.values(mocks)) {
            mock.mockReset();
        }
        mocks.plan.mockResolvedValue(plan);
        mocks.execute.mockResolvedValue(outcome);
        mocks.verify.mockResolvedValue(verification);
        mocks.planUndo.mockResolvedValue(undoPlan);
        mocks.executeUndo.mockResolvedValue({ ...outcome, key: 'undo-1', status: 'Executed', users: [] });
        mocks.verifyUndo.mockResolvedValue({ ...verification, key: 'undo-1', status: 'Verified' });
    });

    afterEach(() => {
        jest.useRealTimers();
    });

    it('shows the first page without asking for it', async () => {
        const users = showUsers();
        await settled();

        expect(ask).not.toHaveBeenCalled();
        expect(namesOf(users)).toEqual(['Ada Lovelace', 'Alan Turing', 'Edsger Dijkstra', 'Automated Process']);
        expect(textOf(users)).toContain('4 of 6 shown');
    });

    it('searches once, 300 ms after the last key', async () => {
        const users = showUsers();

        search(users, 'lis');
        jest.advanceTimersByTime(299);
        search(users, ' lisk ');
        jest.advanceTimersByTime(299);
        expect(ask).not.toHaveBeenCalled();

        jest.advanceTimersByTime(1);
        await settled();
        expect(ask.mock.calls).toEqual([
            [{ query: { searchTerm: 'lisk', sortBy: 'lastChange', cursor: null, pageSize: 50 } }],
        ]);
        expect(namesOf(users)).toEqual(['Barbara Liskov', 'Donald Knuth']);
    });

    it('drops an answer that a newer search has overtaken', async () => {
        const slow = pending();
        ask.mockReturnValueOnce(slow.promise).mockResolvedValueOnce(nextPage);
        const users = showUsers();

        search(users, 'a');
        jest.advanceTimersByTime(300);
        search(users, 'b');
        jest.advanceTimersByTime(300);
        await settled();
        slow.answer(NO_USERS);
        await settled();

        expect(namesOf(users)).toEqual(['Barbara Liskov', 'Donald Knuth']);
    });

    it('asks in the chosen order', async () => {
        const users = showUsers();

        change(find(users, 'lightning-combobox'), { value: 'name' });
        await settled();

        expect(ask.mock.calls).toEqual([[{ query: expect.objectContaining({ sortBy: 'name', cursor: null }) }]]);
        expect(namesOf(users)).toEqual(['Barbara Liskov', 'Donald Knuth']);
    });

    it('adds the next page to the rows that are there', async () => {
        const users = showUsers();

        press(users, 'Load More');
        await settled();

        expect(ask.mock.calls).toEqual([[{ query: expect.objectContaining({ cursor: 'c2' }) }]]);
        expect(namesOf(users)).toHaveLength(6);
        expect(namesOf(users)[0]).toBe('Ada Lovelace');
        expect(buttonsNamed(users, 'Load More')).toHaveLength(0);
    });

    it('loads the next page by itself, once, when the end of the list is reached', async () => {
        let reach: (entries: { isIntersecting: boolean }[]) => void = () => {};
        const observer = { observe: jest.fn(), disconnect: jest.fn() };
        const original = window.IntersectionObserver;
        window.IntersectionObserver = jest.fn((callback) => {
            reach = callback;
            return observer;
        }) as unknown as typeof IntersectionObserver;
        const users = showUsers();
        await settled();

        reach([{ isIntersecting: false }]);
        expect(ask).not.toHaveBeenCalled();
        reach([{ isIntersecting: true }]);
        reach([{ isIntersecting: true }]);
        await settled();

        expect(ask).toHaveBeenCalledTimes(1);
        expect(namesOf(users)).toHaveLength(6);
        window.IntersectionObserver = original;
    });

    it('does not ask by itself again after the next page failed', async () => {
        let reach: (entries: { isIntersecting: boolean }[]) => void = () => {};
        const original = window.IntersectionObserver;
        window.IntersectionObserver = jest.fn((callback) => {
            reach = callback;
            return { observe: jest.fn(), disconnect: jest.fn() };
        }) as unknown as typeof IntersectionObserver;
        ask.mockRejectedValue({ body: { message: 'The server is busy.' } });
        showUsers();
        await settled();

        reach([{ isIntersecting: true }]);
        await settled();
        reach([{ isIntersecting: true }]);
        await settled();

        expect(ask).toHaveBeenCalledTimes(1);
        window.IntersectionObserver = original;
    });

    it('keeps the rows and says why when the next page fails, and asks for it again', async () => {
        ask.mockRejectedValueOnce({ body: { message: 'The server is busy.' } });
        const users = showUsers();

        press(users, 'Load More');
        await settled();
        expect(namesOf(users)).toHaveLength(4);
        expect(textOf(users)).toContain('The server is busy.');

        press(users, 'Load More');
        await settled();
        expect(namesOf(users)).toHaveLength(6);
        expect(textOf(users)).not.toContain('The server is busy.');
    });

    it('says that nothing matches and clears the search', async () => {
        ask.mockResolvedValueOnce(NO_USERS);
        const users = showUsers();
        search(users, 'zzz');
        jest.advanceTimersByTime(300);
        await settled();
        expect(textOf(users)).toContain('Nothing was found for "zzz".');

        press(users, 'Clear Search');
        await settled();
        expect(ask).toHaveBeenLastCalledWith({ query: expect.objectContaining({ searchTerm: null }) });
        expect(namesOf(users)).toHaveLength(2);
    });

    it('says that nobody is switched off', () => {
        expect(textOf(showUsers(NO_USERS))).toContain('Nobody is switched off');
    });

    it('says what failed and tries again', async () => {
        ask.mockRejectedValueOnce({ body: { message: 'The server is busy.' } });
        const users = showUsers(NO_USERS);
        search(users, 'ada');
        jest.advanceTimersByTime(300);
        await settled();
        expect(textOf(users)).toContain('The server is busy.');
        expect(textOf(users)).not.toContain('No inactive user matches');

        press(users, 'Try Again');
        await settled();
        expect(namesOf(users)).toHaveLength(2);
    });

    it('shows cards instead of a table on a phone', async () => {
        const original = window.matchMedia;
        window.matchMedia = jest.fn(() => ({
            matches: true,
            addEventListener: jest.fn(),
            removeEventListener: jest.fn(),
        })) as unknown as typeof window.matchMedia;
        const users = showUsers();
        await settled();

        expect(findAll(users, 'table')).toHaveLength(0);
        expect(findAll(users, 'c-reinstate-user-cards li[data-user-id], li[data-user-id]')).toHaveLength(4);
        window.matchMedia = original;
    });

    it('restores a user who is ready with one press, in the row', async () => {
        const users = showUsers();
        const restored = recorded(users, 'userrestored');
        const seats = recorded(users, 'seatschange');

        await pressAndWait(users, 'Restore Ada Lovelace');

        expect(mocks.plan.mock.calls).toEqual([
            [
                {
                    userIds: [ada.userId],
                    options: {
                        sendPasswordMail: null,
                        keepFrozen: false,
                        reason: null,
                        ticket: null,
                        excludedItemKeys: [],
                        includedItemKeys: [],
                        accessChoice: 'all',
                        changes: [],
                        copyFromUserId: null,
                        offersPeers: false,
                        replacesKey: null,
                    },
                },
            ],
        ]);
        expect(mocks.execute.mock.calls).toEqual([[{ key: 'rst-0001' }]]);
        expect(mocks.verify.mock.calls).toEqual([[{ key: 'rst-0001' }]]);
        expect(panelOf(users)).toBeUndefined();
        expect(rowText(users)).toContain('Restored, needs attention');
        expect(rowText(users)).toContain('3 items did not come back');
        expect(buttonsNamed(users, UNDO)).toHaveLength(1);
        expect(buttonsNamed(users, 'Restore Ada Lovelace')).toHaveLength(0);
        expect(restored).toEqual([ada.userId]);
        expect(seats).toEqual([verification.seats]);
        expect(textOf(users)).toContain('3 of 5 shown');
    });

    it('says each step aloud, and alarms only where a person has to look', async () => {
        const slow = pending();
        mocks.execute.mockReturnValue(slow.promise);
        const users = showUsers();

        await pressAndWait(users, 'Restore Ada Lovelace');
        expect(spoken(users, 'announcement')).toBe('Restoring Ada Lovelace…');
        expect(rowText(users)).toContain('Restoring…');
        expect(buttonsNamed(users, 'Restore Ada Lovelace')).toHaveLength(0);

        mocks.verify.mockResolvedValue({ ...verification, status: 'Verified' });
        slow.answer(outcome);
        await settled();
        expect(spoken(users, 'announcement')).toBe('Ada Lovelace is back. Everything was checked.');
        expect(spoken(users, 'alarm')).toBe('');
    });

    it.each([
        ['is refused', { users: [{ ...userPlan, canExecute: false, refusals: ['No seat is left.'] }] }],
        ['is high-risk', { users: [{ ...userPlan, isHighRisk: true }] }],
        ['lacks a reason', { policy: { ...plan.policy, missing: ['A reason is needed.'] } }],
        ['mails nowhere', { users: [{ ...userPlan, email: 'ada@example.com.invalid' }] }],
    ])('opens the panel with the plan that was read when it %s, and does nothing', async (_, difference) => {
        mocks.plan.mockResolvedValue({ ...plan, ...difference });
        const users = showUsers();

        await pressAndWait(users, 'Restore Ada Lovelace');

        expect(panelOf(users)).toBeDefined();
        expect(mocks.plan).toHaveBeenCalledTimes(1);
        expect(mocks.execute).not.toHaveBeenCalled();
        expect(rowText(users)).toContain('Restore');
    });

    it('opens the panel first for a high-risk row, and by setting for every row', async () => {
        const users = showUsers(open.page);
        await pressAndWait(users, 'Restore Ada Lovelace');
        expect(panelOf(users)).toBeDefined();
        expect(mocks.execute).not.toHaveBeenCalled();

        const confirming = show<HTMLElement>(TAG, ReinstateInactiveUsers, {
            rights: state.rights,
            seats: state.seats,
            firstPage: state.page,
            confirmsBeforeRestore: true,
            accessChoice: 'least',
        });
        await pressAndWait(confirming, 'Restore Ada Lovelace');
        expect(panelOf(confirming)).toBeDefined();
        expect(mocks.plan.mock.lastCall[0].options.accessChoice).toBe('least');
        expect(mocks.execute).not.toHaveBeenCalled();
    });

    it('says in the row why a restore did not start, and lets it be tried again', async () => {
        mocks.plan.mockRejectedValueOnce({ body: { message: 'You need Reinstate Restore.' } });
        const users = showUsers();

        await pressAndWait(users, 'Restore Ada Lovelace');
        expect(rowText(users)).toContain('Not restored You need Reinstate Restore.');
        expect(spoken(users, 'alarm')).toBe('Ada Lovelace was not restored You need Reinstate Restore.');
        expect(mocks.execute).not.toHaveBeenCalled();

        await pressAndWait(users, 'Restore Ada Lovelace');
        expect(buttonsNamed(users, UNDO)).toHaveLength(1);
    });

    it('says in the row what did not work when the restore failed', async () => {
        mocks.execute.mockResolvedValue({ ...outcome, status: 'Failed' });
        const users = showUsers();
        const restored = recorded(users, 'userrestored');

        await pressAndWait(users, 'Restore Ada Lovelace');

        expect(rowText(users)).toContain('Sales Operations: The permission set needs a license');
        expect(rowText(users)).toContain('Assign the license, then the permission set.');
        expect(mocks.verify).not.toHaveBeenCalled();
        expect(restored).toEqual([]);
    });

    it('does not claim to know when no answer came, and reads what stands on demand', async () => {
        mocks.execute.mockRejectedValue(new TypeError('Failed to fetch'));
        const users = showUsers();
        const restored = recorded(users, 'userrestored');

        await pressAndWait(users, 'Restore Ada Lovelace');
        expect(rowText(users)).toContain('Not known whether restored');
        expect(buttonsNamed(users, 'Restore Ada Lovelace')).toHaveLength(0);
        expect(restored).toEqual([]);

        await pressAndWait(users, 'Check Ada Lovelace again');
        expect(buttonsNamed(users, UNDO)).toHaveLength(1);
        expect(restored).toEqual([ada.userId]);
    });

    it('does not call a user restored who is not active when read back', async () => {
        const [user] = verification.users;
        const checks = user.checks.map((check) => ({ ...check, answer: 'no' as const }));
        mocks.verify.mockResolvedValue({ ...verification, users: [{ ...user, checks }] });
        const users = showUsers();
        const restored = recorded(users, 'userrestored');

        await pressAndWait(users, 'Restore Ada Lovelace');

        expect(spoken(users, 'alarm')).toContain('is still inactive');
        expect(restored).toEqual([]);
    });

    it('tells a restore whose checks could not be read from one that failed', async () => {
        mocks.verify.mockRejectedValueOnce({ body: { message: 'The server is busy.' } });
        const users = showUsers();

        await pressAndWait(users, 'Restore Ada Lovelace');

        expect(rowText(users)).toContain('Restored');
        expect(rowText(users)).toContain('The server is busy.');
        expect(buttonsNamed(users, UNDO)).toHaveLength(1);
    });

    it('looks again by itself while checks are pending, ever more rarely, four times at most', async () => {
        mocks.verify
            .mockResolvedValueOnce({ ...verification, status: 'Pending' })
            .mockResolvedValue({ ...verification, status: 'Verified' });
        const users = showUsers();
        await pressAndWait(users, 'Restore Ada Lovelace');
        expect(spoken(users, 'announcement')).toContain('Some checks need a moment more.');

        await pass(1500);
        expect(spoken(users, 'announcement')).toContain('Everything was checked.');
        await pass(60_000);
        expect(mocks.verify).toHaveBeenCalledTimes(2);

        mocks.verify.mockReset().mockResolvedValue({ ...verification, status: 'Pending' });
        await pressAndWait(showUsers(), 'Restore Ada Lovelace');
        await pass(1500, 3000, 6000, 12_000);
        expect(mocks.verify).toHaveBeenCalledTimes(5);
        await pass(60_000, 60_000);
        expect(mocks.verify).toHaveBeenCalledTimes(5);
    });

    it('does not look again for a restore that is undone meanwhile, but for the undo', async () => {
        mocks.verify.mockResolvedValue({ ...verification, status: 'Pending' });
        mocks.verifyUndo
            .mockResolvedValueOnce({ ...verification, key: 'undo-1', status: 'Pending' })
            .mockResolvedValue({ ...verification, key: 'undo-1', status: 'Verified' });
        const users = showUsers();
        await pressAndWait(users, 'Restore Ada Lovelace');

        await pressAndWait(users, UNDO);
        await pass(1500, 60_000);

        expect(mocks.verify).toHaveBeenCalledTimes(1);
        expect(mocks.verifyUndo).toHaveBeenCalledTimes(2);
        expect(rowText(users)).toContain('Restore undone');
        expect(spoken(users, 'alarm')).toBe('');
    });

    it('takes a restore back with one press and says what stays', async () => {
        const users = showUsers();
        const undone = recorded(users, 'userundone');
        await pressAndWait(users, 'Restore Ada Lovelace');

        await pressAndWait(users, UNDO);

        expect(mocks.planUndo.mock.calls).toEqual([[{ key: 'rst-0001', userIds: [ada.userId] }]]);
        expect(mocks.executeUndo.mock.calls).toEqual([[{ key: 'undo-1' }]]);
        expect(mocks.verifyUndo.mock.calls).toEqual([[{ key: 'undo-1' }]]);
        expect(rowText(users)).toContain('Restore undone');
        expect(rowText(users)).toContain('Cannot be taken back: Password mail');
        expect(spoken(users, 'announcement')).toBe('The restore of Ada Lovelace was undone.');
        expect(undone).toEqual([ada.userId]);
        expect(buttonsNamed(users, 'Restore Ada Lovelace')).toHaveLength(1);
        expect(textOf(users)).toContain('4 of 6 shown');
    });

    it('keeps a user restored and says why when the undo is refused', async () => {
        mocks.planUndo.mockResolvedValue({
            ...undoPlan,
            users: [{ ...undoPlan.users[0], canExecute: false, refusals: ['The profile was changed since.'] }],
        });
        const users = showUsers();
        await pressAndWait(users, 'Restore Ada Lovelace');

        await pressAndWait(users, UNDO);

        expect(rowText(users)).toContain('Not undone');
        expect(rowText(users)).toContain('The profile was changed since.');
        expect(mocks.executeUndo).not.toHaveBeenCalled();
        expect(buttonsNamed(users, UNDO)).toHaveLength(1);
    });

    it('says why an undo failed, and that it was carried out but not read back', async () => {
        mocks.executeUndo.mockRejectedValueOnce({ body: { message: 'The plan has expired.' } });
        mocks.verifyUndo.mockRejectedValueOnce({ body: { message: 'The server is busy.' } });
        const users = showUsers();
        await pressAndWait(users, 'Restore Ada Lovelace');

        await pressAndWait(users, UNDO);
        expect(rowText(users)).toContain('Not undone The plan has expired.');

        await pressAndWait(users, UNDO);
        expect(rowText(users)).toContain('Restore undone');
        expect(rowText(users)).toContain('The server is busy.');
    });

    it('makes the way back stand out for 30 seconds, in the row and in a toast, then keeps a quiet link', async () => {
        mocks.verify.mockResolvedValue({ ...verification, status: 'Verified' });
        const users = showUsers();
        await pressAndWait(users, 'Restore Ada Lovelace');
        expect(textOf(toastOf(users) as Element)).toContain('Ada Lovelace is back. Everything was checked.');
        expect(undoVariant(users)).toBe('brand-outline');
        const said = spoken(users, 'announcement');

        jest.advanceTimersByTime(29_999);
        await settled();
        expect(toastOf(users)).toBeDefined();
        jest.advanceTimersByTime(1);
        await settled();
        expect(toastOf(users)).toBeUndefined();
        expect(undoVariant(users)).toBe('base');
        expect(buttonsNamed(users, UNDO)).toHaveLength(1);
        expect(spoken(users, 'announcement')).toBe(said);
    });

    it('does not take the toast away from whom is at it, and puts it away on demand', async () => {
        const users = showUsers();
        await pressAndWait(users, 'Restore Ada Lovelace');
        const box = find(users, '[data-toast]');

        box.dispatchEvent(new CustomEvent('focusin'));
        jest.advanceTimersByTime(60_000);
        await settled();
        expect(toastOf(users)).toBeDefined();
        box.dispatchEvent(new CustomEvent('focusout'));
        jest.advanceTimersByTime(29_999);
        await settled();
        expect(toastOf(users)).toBeDefined();

        await pressAndWait(users, 'Close this message');
        expect(toastOf(users)).toBeUndefined();
        expect(undoVariant(users)).toBe('base');
    });

    it('takes a restore back from the toast, which the panel of the same user replaces', async () => {
        const users = showUsers();
        await pressAndWait(users, 'Restore Ada Lovelace');
        await pressAndWait(users, 'View Checks of Ada Lovelace');
        expect(toastOf(users)).toBeUndefined();
        await pressAndWait(users, 'Next user');
        expect(toastOf(users)).toBeDefined();

        await pressAndWait(users, 'Undo now: Ada Lovelace becomes inactive again');
        expect(mocks.planUndo.mock.calls).toEqual([[{ key: 'rst-0001', userIds: [ada.userId] }]]);
        expect(rowText(users)).toContain('Restore undone');
        expect(toastOf(users)).toBeUndefined();
    });

    it('counts a user once who is checked again', async () => {
        mocks.verify.mockResolvedValue({ ...verification, status: 'Pending' });
        const users = showUsers();
        const restored = recorded(users, 'userrestored');
        await pressAndWait(users, 'Restore Ada Lovelace');
        await pass(1500, 3000, 6000, 12_000, 30_000);
        await pressAndWait(users, 'View Checks of Ada Lovelace');

        await pressAndWait(users, 'Check Again');

        expect(restored).toEqual([ada.userId]);
        expect(undoVariant(users)).toBe('base');
    });

    it('disables the button where no seat is left, and opens the licenses to free one', async () => {
        const users = showUsers();
        expect(buttonsNamed(users, 'Restore Edsger Dijkstra')).toMatchObject([{ disabled: true }]);
        expect(textOf(users)).toContain('No seat of Salesforce Platform is left.');

        await pressAndWait(users, 'Free a seat for Edsger Dijkstra');
        const panel = panelOf(users) as Element;
        expect(find<HTMLElement & { activeTabValue: string }>(panel, 'lightning-tabset').activeTabValue).toBe(
            'licenses',
        );
        expect(mocks.execute).not.toHaveBeenCalled();
    });

    it('keeps a restored user in sight, in place and after another search that it matches', async () => {
        const users = showUsers();
        await pressAndWait(users, 'Restore Ada Lovelace');
        expect(namesOf(users)[0]).toBe('Ada Lovelace');

        search(users, 'lovelace');
        jest.advanceTimersByTime(300);
        await settled();
        expect(namesOf(users)).toEqual(['Ada Lovelace', 'Barbara Liskov', 'Donald Knuth']);

        search(users, 'knuth');
        jest.advanceTimersByTime(300);
        await settled();
        expect(namesOf(users)).toEqual(['Barbara Liskov', 'Donald Knuth']);
    });

    it('opens the panel by the name, goes to the next user in it, and gives the focus back', async () => {
        const users = showUsers();

        await pressAndWait(users, 'Open Ada Lovelace');
        expect(textOf(panelOf(users) as Element)).toContain('Ada Lovelace');
        expect(textOf(panelOf(users) as Element)).toContain('1 of 6');
        expect(find(users, `tr[data-user-id="${ada.userId}"]`).getAttribute('aria-current')).toBe('true');

        await pressAndWait(users, 'Next user');
        expect(textOf(panelOf(users) as Element)).toContain('2 of 6');
        expect(find(users, `tr[data-user-id="${ada.userId}"]`).getAttribute('aria-current')).toBeNull();

        await pressAndWait(users, 'Previous user');
        await pressAndWait(users, 'Next user');
        find(users, '[role="dialog"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
        await settled();
        expect(panelOf(users)).toBeUndefined();
        const table = find(users, 'c-reinstate-user-table');
        expect(table.shadowRoot?.activeElement?.getAttribute('aria-label')).toBe('Open Alan Turing');
        expect(ask).not.toHaveBeenCalled();
    });

    it('loads the next page when the panel goes beyond the last user', async () => {
        const users = showUsers();
        await pressAndWait(users, 'Open Automated Process');

        await pressAndWait(users, 'Next user');

        expect(ask).toHaveBeenCalledTimes(1);
        expect(textOf(panelOf(users) as Element)).toContain('Barbara Liskov');
    });

    it('restores from the panel what the panel showed, and goes on when it is closed', async () => {
        const slow = pending();
        mocks.execute.mockReturnValue(slow.promise);
        const users = showUsers();
        await pressAndWait(users, 'Open Ada Lovelace');

        press(panelOf(users) as Element, 'Restore Ada Lovelace');
        await settled();
        press(users, 'Close the panel of Ada Lovelace');
        slow.answer(outcome);
        await settled();

        expect(mocks.plan).toHaveBeenCalledTimes(1);
        expect(rowText(users)).toContain('Restored');
    });

    it('shows the checks of a restored user in the panel, and undoes from there', async () => {
        const users = showUsers();
        await pressAndWait(users, 'Restore Ada Lovelace');

        await pressAndWait(users, 'View Checks of Ada Lovelace');
        const panel = panelOf(users) as Element;
        expect(findAll(panel, '[data-check]')).toHaveLength(6);
        expect(textOf(panel)).toContain('Not done Sales Operations');

        press(panel, UNDO);
        await settled();
        expect(rowText(users)).toContain('Restore undone');
        expect(textOf(panel)).toContain('Cannot be taken back');
        expect(buttonsNamed(panel, 'Restore Ada Lovelace')).toHaveLength(1);
    });

    it('has no restore button without the right to restore', () => {
        const users = show(TAG, ReinstateInactiveUsers, {
            rights: { ...state.rights, canRestore: false },
            seats: state.seats,
            firstPage: state.page,
        });

        expect(namesOf(users)).toHaveLength(4);
        expect(findAll(users, 'c-reinstate-user-status lightning-button')).toHaveLength(0);
        expect(buttonsNamed(users, 'Restore Ada Lovelace')).toHaveLength(0);
    });
});

describe('c-reinstate-inactive-users on a page', () => {
    it('is accessible when it shows users', async () => {
        await expect(showUsers()).toBeAccessible();
    });

    it('is accessible when the panel is open', async () => {
        const users = showUsers();
        await pressAndWait(users, 'Open Ada Lovelace');
        await expect(users).toBeAccessible();
    }, 30_000);

    it('is accessible when the way back stands out', async () => {
        mocks.plan.mockResolvedValue(plan);
        mocks.execute.mockResolvedValue(outcome);
        mocks.verify.mockResolvedValue(verification);
        const users = showUsers();
        await pressAndWait(users, 'Restore Ada Lovelace');
        expect(toastOf(users)).toBeDefined();
        await expect(users).toBeAccessible();
    }, 30_000);

    it('is accessible when there are none', async () => {
        await expect(showUsers(NO_USERS)).toBeAccessible();
    });
});
