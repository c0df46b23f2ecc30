import findInactiveUsers from '@salesforce/apex/RestoreConsoleController.findInactiveUsers';
import ReinstateInactiveUsers from 'c/reinstateInactiveUsers';
import RestoreModal from 'c/reinstateRestoreModal';
import ChecksModal from 'c/reinstateChecksModal';
import { buttonsNamed, change, find, findAll, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import openJson from '../../reinstateConsole/__tests__/data/open.json';
import verifyJson from '../../../../restore/lwc/reinstateRestoreModal/__tests__/data/verify.json';
import nextPageJson from './data/findInactiveUsers.json';

jest.mock('@salesforce/apex/RestoreConsoleController.findInactiveUsers', () => ({ default: jest.fn() }), {
    virtual: true,
});
jest.mock('c/reinstateRestoreModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/reinstateChecksModal', () => ({ __esModule: true, default: { open: jest.fn() } }));

const TAG = 'c-reinstate-inactive-users';
const state = openJson as Reinstate.ConsoleState;
const nextPage = nextPageJson as Reinstate.InactiveUserPage;
const verification = verifyJson as Reinstate.RestoreVerificationView;
const NO_USERS: Reinstate.InactiveUserPage = { ...nextPage, rows: [], totalCount: 0 };
const ada = state.page.rows[0];

const ask = findInactiveUsers as unknown as jest.Mock;
const openModal = RestoreModal.open as unknown as jest.Mock;

/** An answer that the test gives when it wants. */
function pending(): { promise: Promise<unknown>; answer: (value: unknown) => void } {
    let answer: (value: unknown) => void = () => {};
    const promise = new Promise((resolve) => {
        answer = resolve;
    });
    return { promise, answer };
}

function showUsers(firstPage: Reinstate.InactiveUserPage = state.page): HTMLElement {
    return show(TAG, ReinstateInactiveUsers, { rights: state.rights, seats: state.seats, firstPage });
}

function namesOf(element: Element): string[] {
    return findAll(element, 'tbody tr').map((row) => row.querySelector('th p')?.firstChild?.textContent?.trim() ?? '');
}

function search(element: Element, value: string): void {
    change(find(element, 'lightning-input'), { value });
}

/** Opens the dialog for a user and answers as the dialog does when the restore is through. */
async function restore(element: Element, name: string): Promise<void> {
    openModal.mockImplementationOnce(async (settings: { userId: string; onrestored: (event: unknown) => void }) => {
        settings.onrestored(new CustomEvent('restored', { detail: { userId: settings.userId, verification } }));
    });
    press(element, `Restore ${name}`);
    await settled();
}

describe('c-reinstate-inactive-users', () => {
    beforeEach(() => {
        jest.useFakeTimers();
        ask.mockReset().mockResolvedValue(nextPage);
        openModal.mockReset();
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

    it('opens the dialog of the user whose button was pressed', async () => {
        const users = showUsers();

        press(users, 'Restore Ada Lovelace');
        await settled();

        expect(openModal).toHaveBeenCalledWith(
            expect.objectContaining({ label: 'Restore Ada Lovelace', userId: ada.userId, userName: 'Ada Lovelace' }),
        );
    });

    it('keeps a restored user in sight, in place and after another search that it matches', async () => {
        const users = showUsers();
        await restore(users, 'Ada Lovelace');
        expect(namesOf(users)[0]).toBe('Ada Lovelace');
        expect(textOf(users)).toContain('Restored');
        expect(buttonsNamed(users, 'Restore Ada Lovelace')).toHaveLength(0);

        search(users, 'lovelace');
        jest.advanceTimersByTime(300);
        await settled();
        expect(namesOf(users)).toEqual(['Ada Lovelace', 'Barbara Liskov', 'Donald Knuth']);

        search(users, 'knuth');
        jest.advanceTimersByTime(300);
        await settled();
        expect(namesOf(users)).toEqual(['Barbara Liskov', 'Donald Knuth']);
    });

    it('hands the new seats and the restored user over, the user once', async () => {
        const seats = jest.fn();
        const restored = jest.fn();
        const users = showUsers();
        users.addEventListener('seatschange', (event) => seats((event as CustomEvent).detail));
        users.addEventListener('userrestored', (event) => restored((event as CustomEvent).detail));
        openModal.mockImplementationOnce(async ({ onrestored }: { onrestored: (event: unknown) => void }) => {
            const detail = { userId: ada.userId, verification };
            onrestored(new CustomEvent('restored', { detail }));
            onrestored(new CustomEvent('restored', { detail }));
        });

        press(users, 'Restore Ada Lovelace');
        await settled();

        expect(seats).toHaveBeenCalledTimes(2);
        expect(seats).toHaveBeenLastCalledWith(verification.seats);
        expect(restored.mock.calls).toEqual([[ada.userId]]);
    });

    it('shows the checks of a restored user again', async () => {
        const users = showUsers();
        await restore(users, 'Ada Lovelace');

        press(users, 'View Checks of Ada Lovelace');
        await settled();

        expect(ChecksModal.open).toHaveBeenCalledWith(
            expect.objectContaining({ label: 'Checks of Ada Lovelace', checks: verification.users[0].checks }),
        );
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

    it('is accessible when there are none', async () => {
        await expect(showUsers(NO_USERS)).toBeAccessible();
    });
});
