import ReinstateDateTime from 'c/reinstateDateTime';
import { find, findAll, show } from '../../../../../test/jest-page/page';

const TAG = 'c-reinstate-date-time';
const value = Date.UTC(2026, 10, 20, 10, 30);

jest.mock('@salesforce/i18n/timeZone', () => ({ default: 'Europe/Berlin' }), { virtual: true });

describe('c-reinstate-date-time', () => {
    it('shows the moment in the time zone of the user', () => {
        expect(find(show(TAG, ReinstateDateTime, { value }), 'lightning-formatted-date-time')).toMatchObject({
            value,
            timeZone: 'Europe/Berlin',
            year: 'numeric',
            hour: 'numeric',
        });
    });

    it.each([
        ['date', 'numeric', undefined],
        ['time', undefined, 'numeric'],
    ])('shows the %s alone on demand', (format, day, hour) => {
        const element = show(TAG, ReinstateDateTime, { value, format });

        expect(find(element, 'lightning-formatted-date-time')).toMatchObject({ day, hour });
    });

    it('shows nothing for no moment', () => {
        expect(findAll(show(TAG, ReinstateDateTime, { value: null }), '*')).toHaveLength(0);
    });

    it('is accessible when it shows a moment', async () => {
        await expect(show(TAG, ReinstateDateTime, { value })).toBeAccessible();
    });
});
