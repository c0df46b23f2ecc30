import ReinstateErrorPanel from 'c/reinstateErrorPanel';
import { find, press, show, textOf } from '../../../../../test/jest-page/page';

const TAG = 'c-reinstate-error-panel';
const PROPERTIES = { heading: 'It failed', messages: ['The server is busy.'] };

describe('c-reinstate-error-panel', () => {
    it('announces what happened', () => {
        const panel = show(TAG, ReinstateErrorPanel, PROPERTIES);

        expect(find(panel, '[role="alert"]')).not.toBeNull();
        expect(textOf(panel)).toBe('It failed The server is busy. Try Again');
    });

    it('asks for another try', () => {
        const panel = show(TAG, ReinstateErrorPanel, PROPERTIES);
        const retried = jest.fn();
        panel.addEventListener('retry', retried);

        press(panel, 'Try Again');

        expect(retried).toHaveBeenCalledTimes(1);
    });

    it('is accessible when it shows an error', async () => {
        await expect(show(TAG, ReinstateErrorPanel, PROPERTIES)).toBeAccessible();
    });
});
