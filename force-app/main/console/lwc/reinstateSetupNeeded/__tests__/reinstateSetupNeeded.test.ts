import ReinstateSetupNeeded from 'c/reinstateSetupNeeded';
import { press, show, textOf } from '../../../../../test/jest-page/page';

const TAG = 'c-reinstate-setup-needed';

describe('c-reinstate-setup-needed', () => {
    it('names the permission sets, the place and what Apex said', () => {
        const text = textOf(show(TAG, ReinstateSetupNeeded, { messages: ['You need Reinstate View.'] }));

        expect(text).toContain('Reinstate Operator');
        expect(text).toContain('Reinstate Admin');
        expect(text).toContain('Permission Sets');
        expect(text).toContain('You need Reinstate View.');
    });

    it('asks again on demand', () => {
        const setup = show(TAG, ReinstateSetupNeeded);
        const retried = jest.fn();
        setup.addEventListener('retry', retried);

        press(setup, 'Check Again');

        expect(retried).toHaveBeenCalledTimes(1);
    });

    it('is accessible when access is missing', async () => {
        await expect(show(TAG, ReinstateSetupNeeded)).toBeAccessible();
    });
});
