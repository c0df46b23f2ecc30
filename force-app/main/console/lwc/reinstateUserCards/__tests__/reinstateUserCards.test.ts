import ReinstateUserCards from 'c/reinstateUserCards';
import { toUserRow } from 'c/reinstateUserRow';
import { buttonsNamed, findAll, press, show, textOf } from '../../../../../test/jest-page/page';
import openJson from '../../reinstateConsole/__tests__/data/open.json';

const TAG = 'c-reinstate-user-cards';
const { rows } = (openJson as Reinstate.ConsoleState).page;
const users = rows.map((row) => toUserRow(row, new Map(), true, undefined, false));

describe('c-reinstate-user-cards', () => {
    it('has one card a user that says what the table says', () => {
        const cards = show(TAG, ReinstateUserCards, { users });

        expect(findAll(cards, 'li[data-user-id]')).toHaveLength(4);
        for (const words of [
            'Ada Lovelace',
            'Frozen',
            'Never',
            'Before tracking',
            'No seat left, 3 more used than owned',
            'by Grace Hopper',
        ]) {
            expect(textOf(cards)).toContain(words);
        }
    });

    it('restores from the card, only where that is possible', () => {
        const cards = show(TAG, ReinstateUserCards, { users });
        const asked = jest.fn();
        cards.addEventListener('restore', (event) => asked((event as CustomEvent<string>).detail));

        press(cards, 'Restore Ada Lovelace');

        expect(asked.mock.calls).toEqual([[users[0].userId]]);
        expect(buttonsNamed(cards, 'Restore Automated Process')).toHaveLength(0);
    });

    it('is accessible when it lists users', async () => {
        await expect(show(TAG, ReinstateUserCards, { users })).toBeAccessible();
    });
});
