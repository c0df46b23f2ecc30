import ReinstateEmptyState from 'c/reinstateEmptyState';
import { findAll, press, show, textOf } from '../../../../../test/jest-page/page';

const TAG = 'c-reinstate-empty-state';

describe('c-reinstate-empty-state', () => {
    it('offers the next step when there is one', () => {
        const state = show(TAG, ReinstateEmptyState, { heading: 'Nothing', message: 'Why.', actionLabel: 'Clear' });
        const acted = jest.fn();
        state.addEventListener('action', acted);

        press(state, 'Clear');

        expect(acted).toHaveBeenCalledTimes(1);
        expect(textOf(state)).toBe('Nothing Why. Clear');
    });

    it('has no button without a next step', () => {
        const state = show(TAG, ReinstateEmptyState, { heading: 'Nothing', message: 'Why.' });

        expect(findAll(state, 'lightning-button')).toHaveLength(0);
    });

    it('is accessible when empty', async () => {
        await expect(show(TAG, ReinstateEmptyState, { heading: 'Nothing', message: 'Why.' })).toBeAccessible();
    });
});
