import planUndo from '@salesforce/apex/UndoController.plan';
import executeUndo from '@salesforce/apex/UndoController.execute';
import verifyUndo from '@salesforce/apex/UndoController.verify';
import ReinstateUndoModal from 'c/reinstateUndoModal';
import { buttonsNamed, find, findAll, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import planJson from './data/plan.json';

jest.mock('@salesforce/apex/UndoController.plan', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/UndoController.execute', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/UndoController.verify', () => ({ default: jest.fn() }), { virtual: true });

const CONFIRM = 'Undo restore of Ada Lovelace';
const plan = planJson as Reinstate.UndoPlanView;
const [userPlan] = plan.users;
const ask = planUndo as unknown as jest.Mock;
const execute = executeUndo as unknown as jest.Mock;
const verify = verifyUndo as unknown as jest.Mock;
const outcome: Reinstate.RestoreOutcomeView = {
    key: 'undo-1',
    status: 'Executed',
    users: [{ userId: userPlan.userId, success: true, items: [] }],
};
const proof: Reinstate.RestoreVerificationView = {
    key: 'undo-1',
    status: 'Verified',
    users: [
        {
            userId: userPlan.userId,
            name: 'Ada Lovelace',
            checks: [{ name: 'active', label: 'Inactive again', answer: 'yes' }],
        },
    ],
    seats: [],
};

interface ModalElement extends HTMLElement {
    close: jest.Mock;
    disableClose: boolean;
}

async function showModal(shown: Reinstate.UndoPlanView = plan): Promise<ModalElement> {
    ask.mockResolvedValue(shown);
    const modal = show<ModalElement>('c-reinstate-undo-modal', ReinstateUndoModal, {
        label: 'Undo the restore of Ada Lovelace',
        restoreKey: 'rst-0001',
        userId: userPlan.userId,
        userName: 'Ada Lovelace',
    });
    await settled();
    return modal;
}

function withUser(change: Partial<Reinstate.UserUndoPlan>): Reinstate.UndoPlanView {
    return { ...plan, users: [{ ...userPlan, ...change }] };
}

describe('c-reinstate-undo-modal', () => {
    beforeEach(() => {
        ask.mockReset();
        execute.mockReset().mockResolvedValue(outcome);
        verify.mockReset().mockResolvedValue(proof);
    });

    it('says first what cannot be taken back, then what changes', async () => {
        const modal = await showModal();
        const text = textOf(modal);

        expect(ask.mock.lastCall).toEqual([{ key: 'rst-0001', userIds: [userPlan.userId] }]);
        expect(text.indexOf('This cannot be taken back Password mail')).toBeGreaterThan(-1);
        expect(text.indexOf('This cannot be taken back')).toBeLessThan(text.indexOf('Is taken away again Active'));
        expect(text).toContain('Comes back as it was Frozen');
        expect(text).toContain('Stays as it is now Support Was given again meanwhile.');
        expect(execute).not.toHaveBeenCalled();
    });

    it('does it only when told, checks, and closes with what came of it', async () => {
        const modal = await showModal();

        press(modal, CONFIRM);
        await settled();

        expect(execute.mock.lastCall).toEqual([{ key: 'undo-1' }]);
        expect(verify.mock.lastCall).toEqual([{ key: 'undo-1' }]);
        expect(find(modal, '[role="status"]').textContent).toBe('The restore of Ada Lovelace was undone and checked.');
        expect(findAll(modal, '[data-check]')).toHaveLength(1);
        press(modal, 'Close');
        expect(modal.close).toHaveBeenCalledWith('The restore of Ada Lovelace was undone and checked.');
    });

    it('cannot be closed while it works', async () => {
        execute.mockReturnValue(new Promise(() => {}));
        const modal = await showModal();

        press(modal, CONFIRM);
        await settled();

        expect(modal.disableClose).toBe(true);
        expect(textOf(modal)).toContain('Taking the restore back…');
        expect(buttonsNamed(modal, CONFIRM)).toHaveLength(0);
    });

    it('closes with nothing when it was only looked at', async () => {
        const modal = await showModal();

        press(modal, 'Cancel');

        expect(modal.close).toHaveBeenCalledWith(undefined);
    });

    it('gives the reasons when it cannot be undone', async () => {
        const modal = await showModal(
            withUser({ canExecute: false, refusals: ['The role was changed since.'], items: [] }),
        );

        expect(find(modal, '[data-refused]').textContent).toContain('The role was changed since.');
        expect(buttonsNamed(modal, CONFIRM)).toHaveLength(0);
        expect(buttonsNamed(modal, 'Close')).toHaveLength(1);
    });

    it('says that there is nothing to undo', async () => {
        const modal = await showModal(withUser({ canExecute: false, items: [], cannotTakeBack: [] }));

        expect(textOf(modal)).toContain('There is nothing to undo.');
    });

    it('names the steps that failed', async () => {
        execute.mockResolvedValue({
            ...outcome,
            status: 'Failed',
            users: [
                {
                    userId: userPlan.userId,
                    success: false,
                    items: [
                        {
                            key: 'k',
                            label: 'Active',
                            result: 'failed',
                            statusCode: 'UNKNOWN_EXCEPTION',
                            message: 'The user is the default owner of leads.',
                            cure: 'Choose another one in Setup.',
                        },
                    ],
                },
            ],
        });
        const modal = await showModal();

        press(modal, CONFIRM);
        await settled();

        expect(textOf(modal)).toContain(
            'The undo did not work Active: The user is the default owner of leads. Choose another one in Setup.',
        );
        expect(modal.disableClose).toBe(false);
    });

    it('tells attention and waiting apart from success', async () => {
        verify.mockResolvedValue({ ...proof, status: 'Attention' });
        const modal = await showModal();
        press(modal, CONFIRM);
        await settled();
        expect(textOf(modal)).toContain('something is not as it was before');
    });

    it('says that it was done when only the checks failed, and checks again on demand', async () => {
        verify.mockRejectedValueOnce({ body: { message: 'The server is busy.' } });
        const modal = await showModal();
        press(modal, CONFIRM);
        await settled();
        expect(textOf(modal)).toContain('The restore was taken back, but the result could not be checked');

        press(modal, 'Try Again');
        await settled();
        expect(execute).toHaveBeenCalledTimes(1);
        expect(textOf(modal)).toContain('was undone and checked');
    });

    it('says why it could not be planned and tries again', async () => {
        ask.mockRejectedValueOnce({ body: { message: 'There is no restore with this key.' } });
        const modal = show<ModalElement>('c-reinstate-undo-modal', ReinstateUndoModal, { userId: userPlan.userId });
        await settled();
        expect(textOf(modal)).toContain('The undo could not be planned There is no restore with this key.');

        ask.mockResolvedValue(plan);
        press(modal, 'Try Again');
        await settled();
        expect(findAll(modal, '[data-effect]')).toHaveLength(3);
    });

    it('is accessible', async () => {
        await expect(await showModal()).toBeAccessible();
    });
});
