import ReinstateChecksModal from 'c/reinstateChecksModal';
import { findAll, press, show } from '../../../../../test/jest-page/page';
import verifyJson from '../../reinstateRestoreModal/__tests__/data/verify.json';

const TAG = 'c-reinstate-checks-modal';
const { checks } = (verifyJson as Reinstate.RestoreVerificationView).users[0];

describe('c-reinstate-checks-modal', () => {
    it('shows the checks and closes', () => {
        const modal = show<HTMLElement & { close: jest.Mock }>(TAG, ReinstateChecksModal, { checks });
        expect(findAll(modal, '[data-check]')).toHaveLength(checks.length);

        press(modal, 'Close');

        expect(modal.close).toHaveBeenCalledTimes(1);
    });

    it('is accessible when it shows checks', async () => {
        await expect(show(TAG, ReinstateChecksModal, { checks })).toBeAccessible();
    });
});
