import ReinstateLoading from 'c/reinstateLoading';
import { buttonsNamed, find, press, settled, show, textOf } from '../../../../../test/jest-page/page';

const TAG = 'c-reinstate-loading';

describe('c-reinstate-loading', () => {
    beforeEach(() => {
        jest.useFakeTimers();
    });

    afterEach(() => {
        jest.useRealTimers();
    });

    it('says what is being waited for', () => {
        const loading = show(TAG, ReinstateLoading, { message: 'Loading users…' });

        expect(find(loading, '[role="status"]')).not.toBeNull();
        expect(textOf(loading)).toBe('Loading users…');
    });

    it('offers another try after ten seconds, not before', async () => {
        const loading = show(TAG, ReinstateLoading, { message: 'Loading users…' });
        const retried = jest.fn();
        loading.addEventListener('retry', retried);

        jest.advanceTimersByTime(9_999);
        await settled();
        expect(buttonsNamed(loading, 'Try Again')).toHaveLength(0);

        jest.advanceTimersByTime(1);
        await settled();
        press(loading, 'Try Again');
        expect(retried).toHaveBeenCalledTimes(1);
    });
});

describe('c-reinstate-loading on a page', () => {
    it('is accessible when loading', async () => {
        await expect(show(TAG, ReinstateLoading, { message: 'Loading users…' })).toBeAccessible();
    });
});
