import ReinstateOutcome from 'c/reinstateOutcome';
import { findAll, show, textOf } from '../../../../../test/jest-page/page';
import executeJson from '../../reinstateUserPanel/__tests__/data/execute.json';

const TAG = 'c-reinstate-outcome';
const items = (executeJson as Reinstate.RestoreOutcomeView).users[0].items.filter((item) => item.result === 'failed');

describe('c-reinstate-outcome', () => {
    it('names what was not done, why, and what to do', () => {
        expect(textOf(show(TAG, ReinstateOutcome, { items }))).toBe(
            'Not done Sales Operations The permission set needs a license that the user does not have. ' +
                'Assign the license, then the permission set.',
        );
    });

    it('shows nothing when everything was done', () => {
        expect(findAll(show(TAG, ReinstateOutcome, { items: [] }), '*')).toHaveLength(0);
    });

    it('is accessible when something was not done', async () => {
        await expect(show(TAG, ReinstateOutcome, { items })).toBeAccessible();
    });
});
