import ReinstateUserTable from 'c/reinstateUserTable';
import { toUserRow } from 'c/reinstateUserRow';
import { NEW_WORK } from 'c/reinstateRestoreWork';
import { buttonsNamed, find, findAll, press, show, textOf } from '../../../../../test/jest-page/page';
import openJson from '../../reinstateConsole/__tests__/data/open.json';

const TAG = 'c-reinstate-user-table';
const { rows } = (openJson as Reinstate.ConsoleState).page;
const users = rows.map((row) => toUserRow(row, new Map(), true, undefined, false));
const restored = rows.map((row) =>
    toUserRow(row, new Map(), true, { ...NEW_WORK, phase: 'restored', at: Date.now() }, true),
);

interface TableElement extends HTMLElement {
    focusUser(userId: string, place: 'name' | 'status'): void;
}

function rowOf(table: Element, userId: string): Element {
    return find(table, `tr[data-user-id="${userId}"]`);
}

function wordsOf(table: Element, userId: string): string {
    const status = find(table, `c-reinstate-user-status[data-user-id="${userId}"]`);
    return `${rowOf(table, userId).textContent} ${textOf(status)}`.replace(/\s+/g, ' ');
}

describe('c-reinstate-user-table', () => {
    it('has one row a user with the chips that apply', () => {
        const table = show(TAG, ReinstateUserTable, { users });

        expect(findAll(table, 'tbody tr')).toHaveLength(4);
        expect(wordsOf(table, users[0].userId)).toContain('Frozen');
        expect(wordsOf(table, users[0].userId)).toContain('High-risk access');
        expect(wordsOf(table, users[1].userId)).not.toContain('Frozen');
    });

    it('says Never for a user that never logged in', () => {
        const table = show(TAG, ReinstateUserTable, { users });

        expect(wordsOf(table, users[1].userId)).toContain('Never');
        expect(wordsOf(table, users[0].userId)).not.toContain('Never');
    });

    it('names the user on each button and hands its Id over', () => {
        const table = show(TAG, ReinstateUserTable, { users });
        const asked = jest.fn();
        table.addEventListener('restore', (event) => asked((event as CustomEvent<string>).detail));

        press(table, 'Restore Alan Turing');

        expect(asked.mock.calls).toEqual([[users[1].userId]]);
    });

    it('has a reason and no button for a user that cannot be restored', () => {
        const table = show(TAG, ReinstateUserTable, { users });

        expect(buttonsNamed(table, 'Restore Automated Process')).toHaveLength(0);
        expect(wordsOf(table, users[3].userId)).toContain(rows[3].verdictReason);
    });

    it('shows a restored user as such', () => {
        const table = show(TAG, ReinstateUserTable, { users: restored });

        expect(wordsOf(table, restored[0].userId)).toContain('Restored');
        expect(buttonsNamed(table, 'Restore Ada Lovelace')).toHaveLength(0);
    });

    it('opens a user by the name, and marks the one that is open', () => {
        const table = show<TableElement>(TAG, ReinstateUserTable, { users: restored });
        const opened = jest.fn();
        table.addEventListener('open', (event) => opened((event as CustomEvent<string>).detail));

        press(table, 'Open Alan Turing');

        expect(opened.mock.calls).toEqual([[users[1].userId]]);
        expect(rowOf(table, users[1].userId).getAttribute('aria-current')).toBe('true');
    });

    it('moves the focus to the name or to what can be done', () => {
        const table = show<TableElement>(TAG, ReinstateUserTable, { users });

        table.focusUser(users[1].userId, 'name');
        expect(table.shadowRoot?.activeElement?.getAttribute('aria-label')).toBe('Open Alan Turing');

        const status = find(table, `c-reinstate-user-status[data-user-id="${users[1].userId}"]`);
        const focus = jest.spyOn(status, 'focus');
        table.focusUser(users[1].userId, 'status');
        expect(focus).toHaveBeenCalledTimes(1);
    });

    it('is accessible when it lists inactive and restored users', async () => {
        await expect(show(TAG, ReinstateUserTable, { users })).toBeAccessible();
        await expect(show(TAG, ReinstateUserTable, { users: restored })).toBeAccessible();
    });
});
