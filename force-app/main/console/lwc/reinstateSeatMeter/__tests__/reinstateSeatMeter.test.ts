import ReinstateSeatMeter from 'c/reinstateSeatMeter';
import { find, findAll, show, textOf } from '../../../../../test/jest-page/page';
import openJson from '../../reinstateConsole/__tests__/data/open.json';

const TAG = 'c-reinstate-seat-meter';
const { seats } = openJson as Reinstate.ConsoleState;

function meterOf(state: Reinstate.SeatMeter['state']): HTMLElement {
    return show(TAG, ReinstateSeatMeter, { seat: seats.find((seat) => seat.state === state) });
}

describe('c-reinstate-seat-meter', () => {
    it('says what is left, used and owned', () => {
        const meter = meterOf('low');

        expect(textOf(meter)).toBe('Salesforce 2 left 18 of 20 used');
        expect(find(meter, '[role="progressbar"]').getAttribute('aria-valuenow')).toBe('90');
        expect(find(meter, '[role="progressbar"]').getAttribute('aria-label')).toBe(
            'Salesforce: 18 of 20 seats used, few seats left',
        );
    });

    it('names exactly how many seats to free when more are used than owned', () => {
        const meter = meterOf('overallocated');

        expect(textOf(meter)).toContain('-3 left');
        expect(textOf(meter)).toContain('3 more used than owned. Free 3 to be level, 4 to restore one user.');
        expect(find(meter, '[role="progressbar"]').getAttribute('aria-valuenow')).toBe('100');
    });

    it.each(['low', 'full', 'available', 'none', 'disabled'] as const)('frees nothing when %s', (state) => {
        expect(findAll(meterOf(state), '.slds-text-color_error')).toHaveLength(0);
    });

    it.each([
        ['available', 'seats available'],
        ['low', 'few seats left'],
        ['full', 'no seat left'],
        ['overallocated', 'more used than owned'],
        ['disabled', 'disabled'],
        ['none', 'no seats'],
    ] as const)('says %s in words beside the color', (state, words) => {
        expect(find<HTMLElement & { alternativeText: string }>(meterOf(state), 'lightning-icon').alternativeText).toBe(
            words,
        );
    });

    it('makes no number up where the seats are not known', async () => {
        const unknown = 'Seats: not known. UserLicense (TotalLicenses) cannot be read here.';
        const seat = { ...seats[0], total: null, remaining: null, used: 4, state: 'notKnown', unknown };
        const meter = show(TAG, ReinstateSeatMeter, { seat });

        expect(textOf(meter)).toBe(`${seats[0].name} Not known 4 of ? used ${unknown}`);
        expect(findAll(meter, '[role="progressbar"]')).toHaveLength(0);
        expect(find<HTMLElement & { iconName: string }>(meter, 'lightning-icon').iconName).toBe('utility:question');
        await expect(meter).toBeAccessible();
    });

    it.each(['low', 'overallocated', 'none'] as const)('is accessible when %s', async (state) => {
        await expect(meterOf(state)).toBeAccessible();
    });
});
