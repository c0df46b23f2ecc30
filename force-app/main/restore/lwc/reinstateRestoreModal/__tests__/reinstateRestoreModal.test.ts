import planRestore from '@salesforce/apex/RestoreController.plan';
import executeRestore from '@salesforce/apex/RestoreController.execute';
import verifyRestore from '@salesforce/apex/RestoreController.verify';
import ReinstateRestoreModal from 'c/reinstateRestoreModal';
import { buttonsNamed, change, find, findAll, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import planJson from './data/plan.json';
import executeJson from './data/execute.json';
import verifyJson from './data/verify.json';

jest.mock('@salesforce/apex/RestoreController.plan', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RestoreController.execute', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RestoreController.verify', () => ({ default: jest.fn() }), { virtual: true });

const TAG = 'c-reinstate-restore-modal';
const CONFIRM = 'Restore Ada Lovelace';
const plan = planJson as Reinstate.RestorePlanView;
const outcome = executeJson as Reinstate.RestoreOutcomeView;
const verification = verifyJson as Reinstate.RestoreVerificationView;
const [userPlan] = plan.users;
const refused: Reinstate.RestorePlanView = {
    ...plan,
    users: [
        {
            ...userPlan,
            canExecute: false,
            refusals: ['No seat of Salesforce is left: 20 of 20 are used.'],
            setupUrl: '/lightning/setup/CompanyProfileInfo/home',
        },
    ],
    seats: [{ ...plan.seats[0], remainingNow: 0, remainingAfter: -1, isShort: true }],
};

const ask = planRestore as unknown as jest.Mock;
const execute = executeRestore as unknown as jest.Mock;
const verify = verifyRestore as unknown as jest.Mock;

interface ModalElement extends HTMLElement {
    close: jest.Mock;
    disableClose: boolean;
}

function answered(status: Reinstate.RestoreVerificationView['status']): Reinstate.RestoreVerificationView {
    return { ...verification, status };
}

async function showModal(): Promise<ModalElement> {
    const modal = show<ModalElement>(TAG, ReinstateRestoreModal, {
        label: CONFIRM,
        userId: userPlan.userId,
        userName: 'Ada Lovelace',
    });
    await settled();
    return modal;
}

async function confirm(modal: HTMLElement): Promise<void> {
    press(modal, CONFIRM);
    await settled();
}

function type(modal: HTMLElement, field: string, detail: Record<string, unknown>): void {
    change(find(modal, `lightning-input[data-field="${field}"]`), detail);
}

describe('c-reinstate-restore-modal', () => {
    beforeEach(() => {
        ask.mockReset().mockResolvedValue(plan);
        execute.mockReset().mockResolvedValue(outcome);
        verify.mockReset().mockResolvedValue(verification);
    });

    afterEach(() => {
        jest.useRealTimers();
    });

    it('names the consequences before anything is done, and repeats the verb on the button', async () => {
        const modal = await showModal();

        expect(ask.mock.calls).toEqual([
            [
                {
                    userIds: [userPlan.userId],
                    options: {
                        sendPasswordMail: null,
                        keepFrozen: false,
                        reason: null,
                        ticket: null,
                        excludedItemKeys: [],
                        includedItemKeys: [],
                    },
                },
            ],
        ]);
        expect(textOf(modal)).toContain('2 seats left now, 1 after the restore');
        expect(buttonsNamed(modal, CONFIRM)).toHaveLength(1);
        expect(find<HTMLElement & { checked: boolean }>(modal, '[data-field="mail"]').checked).toBe(true);
        expect(execute).not.toHaveBeenCalled();
    });

    it('executes the plan that was shown, verifies it, and shows the ticks', async () => {
        const modal = await showModal();
        const restored = jest.fn();
        modal.addEventListener('restored', (event) => restored((event as CustomEvent).detail));

        await confirm(modal);

        expect(ask).toHaveBeenCalledTimes(1);
        expect(execute.mock.calls).toEqual([[{ key: 'rst-0001' }]]);
        expect(verify.mock.calls).toEqual([[{ key: 'rst-0001' }]]);
        expect(findAll(modal, '[data-check]').map((it) => `${it.dataset.check} ${it.dataset.answer}`)).toEqual([
            'active yes',
            'notFrozen yes',
            'profile yes',
            'role notApplicable',
            'access no',
            'mail notYet',
        ]);
        expect(find(modal, 'p[role="status"]').textContent).toContain('needs your attention');
        expect(textOf(modal)).toContain('Not done Sales Operations');
        expect(restored.mock.calls).toEqual([[{ userId: userPlan.userId, verification }]]);
        expect(buttonsNamed(modal, CONFIRM)).toHaveLength(0);
    });

    it('reports progress and cannot be closed while it works', async () => {
        let finish: (value: unknown) => void = () => {};
        execute.mockReturnValue(
            new Promise((resolve) => {
                finish = resolve;
            }),
        );
        const modal = await showModal();

        await confirm(modal);
        expect(find(modal, 'p[role="status"]').textContent).toBe('Restoring Ada Lovelace…');
        expect(modal.disableClose).toBe(true);
        expect(find<HTMLButtonElement>(modal, 'button').disabled).toBe(true);

        finish(outcome);
        await settled();
        expect(modal.disableClose).toBe(false);
        press(modal, 'Close');
        expect(modal.close).toHaveBeenCalledWith('restored');
    });

    it('is blocked with the reason and a way to Setup when no seat is left', async () => {
        ask.mockResolvedValue(refused);
        const modal = await showModal();

        expect(find(modal, '[role="alert"]').textContent).toContain('No seat of Salesforce is left');
        expect(find(modal, '[role="alert"] a').getAttribute('href')).toBe('/lightning/setup/CompanyProfileInfo/home');
        expect(buttonsNamed(modal, CONFIRM)).toHaveLength(0);
        expect(buttonsNamed(modal, 'Close')).toHaveLength(1);
    });

    it('plans again when the mail is unticked, and executes that plan', async () => {
        const modal = await showModal();
        ask.mockResolvedValue({ ...plan, key: 'rst-0002', users: [{ ...userPlan, sendsMail: false }] });

        type(modal, 'mail', { checked: false });
        await settled();
        await confirm(modal);

        expect(ask).toHaveBeenCalledTimes(2);
        expect(ask.mock.lastCall[0].options.sendPasswordMail).toBe(false);
        expect(execute.mock.calls).toEqual([[{ key: 'rst-0002' }]]);
    });

    it('asks whether a frozen login stays frozen, and only then', async () => {
        const modal = await showModal();
        type(modal, 'keepFrozen', { checked: true });
        await settled();
        expect(ask.mock.lastCall[0].options.keepFrozen).toBe(true);

        ask.mockResolvedValue({
            ...plan,
            users: [{ ...userPlan, items: userPlan.items.filter((item) => item.kind !== 'unfreeze') }],
        });
        expect(findAll(await showModal(), '[data-field="keepFrozen"]')).toHaveLength(0);
    });

    it('stores reason and ticket with the plan before it executes it', async () => {
        const modal = await showModal();
        ask.mockResolvedValue({ ...plan, key: 'rst-0002' });

        type(modal, 'reason', { value: ' Back from leave ' });
        type(modal, 'ticket', { value: 'CASE-17' });
        await confirm(modal);

        expect(ask.mock.lastCall[0].options).toMatchObject({ reason: 'Back from leave', ticket: 'CASE-17' });
        expect(execute.mock.calls).toEqual([[{ key: 'rst-0002' }]]);
    });

    it('asks again instead of doing something else than it showed', async () => {
        const modal = await showModal();
        ask.mockResolvedValue({ ...plan, key: 'rst-0002', seats: [{ ...plan.seats[0], remainingNow: 1 }] });

        type(modal, 'ticket', { value: 'CASE-17' });
        await confirm(modal);
        expect(execute).not.toHaveBeenCalled();
        expect(textOf(modal)).toContain('Something changed since you opened this.');

        await confirm(modal);
        expect(execute.mock.calls).toEqual([[{ key: 'rst-0002' }]]);
    });

    it('says why the plan could not be made and makes it on demand', async () => {
        ask.mockRejectedValueOnce({ body: { message: 'You need Reinstate Restore (ReinstateRestore).' } });
        const modal = await showModal();
        expect(textOf(modal)).toContain('The plan could not be made You need Reinstate Restore (ReinstateRestore).');
        expect(buttonsNamed(modal, CONFIRM)).toHaveLength(0);

        press(modal, 'Read the Plan Again');
        await settled();
        expect(buttonsNamed(modal, CONFIRM)).toHaveLength(1);
    });

    it('says why nothing was done when the call fails, and does not report a restore', async () => {
        execute.mockRejectedValue({ body: { message: 'The user was changed by somebody else.' } });
        const modal = await showModal();
        const restored = jest.fn();
        modal.addEventListener('restored', restored);

        await confirm(modal);

        expect(find(modal, '[role="alert"]').textContent).toContain('nothing was changed');
        expect(textOf(modal)).toContain('The user was changed by somebody else.');
        expect(verify).not.toHaveBeenCalled();
        expect(restored).not.toHaveBeenCalled();
        expect(modal.disableClose).toBe(false);
    });

    it('says why and what to do when Apex reports that the restore failed', async () => {
        execute.mockResolvedValue({ ...outcome, status: 'Failed' });
        const modal = await showModal();

        await confirm(modal);

        expect(textOf(modal)).toContain('Sales Operations: The permission set needs a license');
        expect(textOf(modal)).toContain('Assign the license, then the permission set.');
        expect(verify).not.toHaveBeenCalled();
    });

    it('does not claim that nothing was changed when no answer came back, and reads what stands', async () => {
        execute.mockRejectedValue(new TypeError('Failed to fetch'));
        const modal = await showModal();
        const restored = jest.fn();
        modal.addEventListener('restored', restored);

        await confirm(modal);
        expect(textOf(modal)).toContain('No answer came back, so it is not known whether Ada Lovelace was restored.');
        expect(textOf(modal)).not.toContain('nothing was changed');
        expect(restored).not.toHaveBeenCalled();

        press(modal, 'Check Again');
        await settled();
        expect(findAll(modal, '[data-check]')).toHaveLength(6);
        expect(restored).toHaveBeenCalledTimes(1);
    });

    it('does not call a user restored who is not active when read back', async () => {
        const [user] = verification.users;
        const checks = user.checks.map((check) => ({ ...check, answer: 'no' as const }));
        verify.mockResolvedValue({ ...verification, users: [{ ...user, checks }] });
        const modal = await showModal();
        const restored = jest.fn();
        modal.addEventListener('restored', restored);

        await confirm(modal);

        expect(find(modal, 'p[role="status"]').textContent).toContain('is still inactive');
        expect(restored).not.toHaveBeenCalled();
    });

    it('tells a restore whose checks could not be read from one that failed', async () => {
        verify.mockRejectedValueOnce({ body: { message: 'The server is busy.' } });
        const modal = await showModal();
        const restored = jest.fn();
        modal.addEventListener('restored', (event) => restored((event as CustomEvent).detail));

        await confirm(modal);
        expect(textOf(modal)).toContain('The restore was carried out, but the checks could not be read.');
        expect(textOf(modal)).toContain('The server is busy.');
        expect(restored).toHaveBeenLastCalledWith({ userId: userPlan.userId, verification: null });

        press(modal, 'Check Again');
        await settled();
        expect(findAll(modal, '[data-check]')).toHaveLength(6);
        expect(textOf(modal)).not.toContain('The server is busy.');
    });

    it('looks again by itself while checks are pending, twice at most', async () => {
        jest.useFakeTimers();
        verify.mockResolvedValueOnce(answered('Pending')).mockResolvedValue(answered('Verified'));
        const modal = await showModal();

        await confirm(modal);
        expect(textOf(modal)).toContain('Some checks need a moment more.');
        jest.advanceTimersByTime(1500);
        await settled();
        expect(textOf(modal)).toContain('Ada Lovelace is back. Everything was checked.');
        jest.advanceTimersByTime(60_000);
        await settled();
        expect(verify).toHaveBeenCalledTimes(2);

        verify.mockReset().mockResolvedValue(answered('Pending'));
        await confirm(await showModal());
        for (let turn = 0; turn < 5; turn += 1) {
            jest.advanceTimersByTime(3000);
            // eslint-disable-next-line no-await-in-loop -- each wait follows the answer before it
            await settled();
        }
        expect(verify).toHaveBeenCalledTimes(3);
    });
});

describe('c-reinstate-restore-modal on a page', () => {
    beforeEach(() => {
        ask.mockReset().mockResolvedValue(plan);
        execute.mockReset().mockResolvedValue(outcome);
        verify.mockReset().mockResolvedValue(verification);
    });

    it('is accessible when it shows the plan', async () => {
        await expect(await showModal()).toBeAccessible();
    });

    it('is accessible when it is blocked', async () => {
        ask.mockResolvedValue(refused);
        await expect(await showModal()).toBeAccessible();
    });

    it('is accessible when it shows the ticks', async () => {
        const modal = await showModal();
        await confirm(modal);
        await expect(modal).toBeAccessible();
    });

    it('is accessible when it failed', async () => {
        ask.mockRejectedValue(new Error('Broken.'));
        await expect(await showModal()).toBeAccessible();
    });
});
