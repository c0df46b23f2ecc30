import ReinstateSeatChange from 'c/reinstateSeatChange';
import { find, findAll, show, textOf } from '../../../../../test/jest-page/page';
import planJson from '../../reinstateRestoreModal/__tests__/data/plan.json';

const TAG = 'c-reinstate-seat-change';
const [seat] = (planJson as Reinstate.RestorePlanView).seats;
const short: Reinstate.SeatChange = {
    ...seat,
    remainingNow: -3,
    remainingAfter: -4,
    isShort: true,
    setupUrl: '/lightning/setup/CompanyProfileInfo/home',
};

describe('c-reinstate-seat-change', () => {
    it('tells the seats now and after', () => {
        const change = show(TAG, ReinstateSeatChange, { seat });

        expect(textOf(change)).toBe('Salesforce: 2 seats left now, 1 after the restore');
        expect(findAll(change, 'a')).toHaveLength(0);
    });

    it('tells how many seats to free and where when they do not suffice', () => {
        const change = show(TAG, ReinstateSeatChange, { seat: short });

        expect(textOf(change)).toContain('Salesforce: -3 seats left now. Free 4 to restore this user.');
        expect(find(change, 'a').getAttribute('href')).toBe('/lightning/setup/CompanyProfileInfo/home');
    });

    it('is accessible when seats suffice and when not', async () => {
        await expect(show(TAG, ReinstateSeatChange, { seat })).toBeAccessible();
        await expect(show(TAG, ReinstateSeatChange, { seat: short })).toBeAccessible();
    });
});
