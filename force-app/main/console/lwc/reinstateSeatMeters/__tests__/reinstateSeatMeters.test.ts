import ReinstateSeatMeters from 'c/reinstateSeatMeters';
import { findAll, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import openJson from '../../reinstateConsole/__tests__/data/open.json';

const TAG = 'c-reinstate-seat-meters';
const { seats } = openJson as Reinstate.ConsoleState;
const FOLD = '2 licenses that are disabled or have no seats';

describe('c-reinstate-seat-meters', () => {
    it('shows licenses with seats and folds the others away', () => {
        const meters = show(TAG, ReinstateSeatMeters, { seats });

        expect(findAll(meters, 'c-reinstate-seat-meter')).toHaveLength(4);
        expect(findAll(meters, '[aria-expanded="false"]')).toHaveLength(1);
    });

    it('unfolds them on demand, also when two licenses share a name', async () => {
        const meters = show(TAG, ReinstateSeatMeters, { seats });

        press(meters, FOLD);
        await settled();

        expect(findAll(meters, 'c-reinstate-seat-meter')).toHaveLength(6);
        expect(textOf(meters).match(/High Volume Customer Portal/g)).toHaveLength(2);
        expect(findAll(meters, '[aria-expanded="true"]')).toHaveLength(1);
    });

    it('says so when no license has seats', () => {
        const meters = show(TAG, ReinstateSeatMeters, { seats: seats.filter((seat) => seat.folded) });

        expect(textOf(meters)).toContain('No user license has seats.');
    });

    it('is accessible when folded and unfolded', async () => {
        const meters = show(TAG, ReinstateSeatMeters, { seats });
        await expect(meters).toBeAccessible();

        press(meters, FOLD);
        await settled();
        await expect(meters).toBeAccessible();
    });
});
