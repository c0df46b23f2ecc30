import planRestore from '@salesforce/apex/RestoreController.plan';
import ReinstateUserPanel from 'c/reinstateUserPanel';
import type { PanelSubject } from 'c/reinstateUserPanel';
import { NEW_WORK } from 'c/reinstateRestoreWork';
import type { RestoreWork } from 'c/reinstateRestoreWork';
import {
    buttonsNamed,
    change,
    find,
    findAll,
    pending,
    press,
    recorded,
    settled,
    show,
    textOf,
} from '../../../../../test/jest-page/page';
import openJson from '../../../../console/lwc/reinstateConsole/__tests__/data/open.json';
import planJson from './data/plan.json';
import executeJson from './data/execute.json';
import verifyJson from './data/verify.json';

jest.mock('@salesforce/apex/RestoreController.plan', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RestoreActivityController.findHistory', () => ({ default: jest.fn(async () => []) }), {
    virtual: true,
});

const TAG = 'c-reinstate-user-panel';
const CONFIRM = 'Restore Ada Lovelace';
const [ada, alan] = (openJson as Reinstate.ConsoleState).page.rows;
const plan = planJson as Reinstate.RestorePlanView;
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
const restored: RestoreWork = {
    ...NEW_WORK,
    phase: 'restored',
    at: 5,
    plan,
    outcome: executeJson as Reinstate.RestoreOutcomeView,
    verification: verifyJson as Reinstate.RestoreVerificationView,
};

const ask = planRestore as unknown as jest.Mock;

interface PanelElement extends HTMLElement {
    subject: PanelSubject;
    work: RestoreWork | undefined;
}

function subjectOf(row: Reinstate.InactiveUserRow, more: Partial<PanelSubject> = {}): PanelSubject {
    return { row, plan: null, ...more };
}

function keydown(panel: Element, key: string): void {
    find(panel, '[role="dialog"]').dispatchEvent(new KeyboardEvent('keydown', { key }));
}

async function showPanel(properties: Record<string, unknown> = {}): Promise<PanelElement> {
    const panel = show<PanelElement>(TAG, ReinstateUserPanel, {
        mayRestore: true,
        subject: subjectOf(ada),
        ...properties,
    });
    await settled();
    return panel;
}

function type(panel: HTMLElement, field: string, detail: Record<string, unknown>): void {
    change(find(panel, `lightning-input[data-field="${field}"]`), detail);
}

function tick(panel: HTMLElement, key: string, checked: boolean): void {
    change(find(panel, `lightning-input[data-key="${key}"]`), { checked });
}

function lastOptions(): Reinstate.RestoreOptions {
    return ask.mock.lastCall[0].options as Reinstate.RestoreOptions;
}

async function pressAndWait(panel: HTMLElement, name: string): Promise<void> {
    press(panel, name);
    await settled();
}

beforeEach(() => {
    ask.mockReset().mockResolvedValue(plan);
});

afterEach(() => {
    jest.useRealTimers();
});

describe('c-reinstate-user-panel', () => {
    it('names the consequences before anything is done, and repeats the verb on the button', async () => {
        const panel = await showPanel({ accessChoice: 'least' });
        const asked = recorded(panel, 'restore');

        expect(ask).toHaveBeenCalledTimes(1);
        expect(ask.mock.lastCall[0].userIds).toEqual([ada.userId]);
        expect(lastOptions()).toMatchObject({ accessChoice: 'least', replacesKey: null, changes: [] });
        expect(textOf(panel)).toContain('2 seats left now, 1 after the restore');
        expect(textOf(panel)).toContain('4 items come back, 1 is not chosen, 1 cannot come back');
        expect(find<HTMLElement & { checked: boolean }>(panel, '[data-field="mail"]').checked).toBe(true);
        expect(asked).toEqual([]);

        await pressAndWait(panel, CONFIRM);
        expect(asked).toEqual([plan]);
    });

    it('does not call a user ready of whom something is not known', async () => {
        const unknown = [
            { area: 'access', text: 'Permission sets: not known. PermissionSetAssignment cannot be read here.' },
            { area: 'licenses', text: 'Whether a seat is left: not known. UserLicense cannot be read here.' },
        ];
        const names = { roleName: null, roleId: '00E000000000001AAA', managerName: null, managerId: null };
        const users = [{ ...plan.users[0], ...names, isHighRisk: null, unknown }];
        const policy = { ...plan.policy, riskIsUnknown: true, missing: ['Type a reason.'] };
        ask.mockResolvedValue({ ...plan, seats: [], users, policy });
        const row = { ...ada, unknown: ['managerName'] };
        const panel = await showPanel({ subject: subjectOf(row) });

        expect(textOf(panel)).toContain('Not known Permission sets: not known.');
        expect(textOf(panel)).not.toContain('Can be restored now');
        expect(textOf(panel)).not.toContain('No seat is taken.');
        expect(textOf(panel)).toContain('Role Not known Manager Not known');
        expect(find<HTMLElement & { required: boolean }>(panel, '[data-field="reason"]').required).toBe(true);
        for (const area of ['access', 'licenses']) {
            expect(findAll(panel, `[data-unknown="${area}"]`)).toHaveLength(2);
        }
    });

    it('shows a plan that was read already, and does not ask for it again', async () => {
        const panel = await showPanel({ subject: subjectOf(ada, { plan }) });

        expect(ask).not.toHaveBeenCalled();
        expect(buttonsNamed(panel, CONFIRM)).toHaveLength(1);

        type(panel, 'mail', { checked: false });
        await settled();
        expect(lastOptions()).toMatchObject({ sendPasswordMail: false, replacesKey: plan.key });
    });

    it('is blocked with the reason and a way to Setup when no seat is left', async () => {
        ask.mockResolvedValue(refused);
        const panel = await showPanel();

        expect(find(panel, '[role="alert"]').textContent).toContain('No seat of Salesforce is left');
        expect(findAll(panel, 'a').map((link) => link.getAttribute('href'))).toContain(
            '/lightning/setup/CompanyProfileInfo/home',
        );
        expect(buttonsNamed(panel, CONFIRM)).toMatchObject([{ disabled: true }]);
        expect(textOf(panel)).toContain('Cannot be restored now. Free a Seat');

        press(panel, 'Free a Seat');
        await settled();
        expect(find<HTMLElement & { activeTabValue: string }>(panel, 'lightning-tabset').activeTabValue).toBe(
            'licenses',
        );
    });

    it('waits in every tab that shows the plan, and fails in sight of all of them', async () => {
        const slow = pending();
        ask.mockReturnValue(slow.promise);
        const panel = await showPanel();
        const waiting = findAll(panel, 'c-reinstate-loading').map((place) => place.closest('lightning-tab'));
        expect(new Set(waiting).size).toBe(3);
        expect(waiting).not.toContain(null);

        slow.fail({ body: { message: 'The server is busy.' } });
        await settled();
        expect(find(panel, 'c-reinstate-error-panel').closest('lightning-tab')).toBeNull();
        expect(textOf(panel)).toContain('The server is busy.');
    });

    it('has no button for whom nothing can be done', async () => {
        ask.mockResolvedValue(refused);
        const panel = await showPanel({ subject: subjectOf({ ...ada, verdict: 'cannotRestore' }) });
        expect(buttonsNamed(panel, CONFIRM)).toHaveLength(0);

        ask.mockResolvedValue({ ...refused, users: [{ ...refused.users[0], alreadyActive: true }] });
        expect(buttonsNamed(await showPanel(), CONFIRM)).toHaveLength(0);
    });

    it('opens with the tab that somebody asked for, and goes to the next user by arrow keys', async () => {
        const panel = await showPanel({
            subject: subjectOf(ada, { tab: 'licenses' }),
            hasNext: true,
            position: '1 of 4',
        });
        const [next, previous] = [recorded(panel, 'next'), recorded(panel, 'previous')];
        const tabs = find<HTMLElement & { activeTabValue: string }>(panel, 'lightning-tabset');
        expect(tabs.activeTabValue).toBe('licenses');
        expect(find(panel, '[data-place]').textContent).toBe('Ada Lovelace, 1 of 4');

        keydown(panel, 'ArrowUp');
        expect(previous).toHaveLength(0);
        keydown(panel, 'ArrowDown');
        expect(next).toHaveLength(1);
        expect(panel.shadowRoot?.activeElement?.textContent).toBe('Ada Lovelace');
        panel.subject = subjectOf(alan);
        await settled();
        expect(tabs.activeTabValue).toBe('licenses');
    });

    it('lists what is high-risk and what is missing, and does nothing while something is', async () => {
        const policy = {
            ...plan.policy,
            reasonRequired: true,
            highRisk: ['System Administrator grants Modify All Data.'],
        };
        const complete = { ...plan, key: 'rst-0002', policy };
        ask.mockResolvedValue({ ...plan, policy: { ...policy, missing: ['A reason is needed.'] } });
        const panel = await showPanel();
        const asked = recorded(panel, 'restore');

        expect(textOf(panel)).toContain('High-risk restore System Administrator grants Modify All Data.');
        expect(textOf(panel)).toContain('Needed before this restore A reason is needed.');
        expect(find<HTMLElement & { required: boolean }>(panel, '[data-field="reason"]').required).toBe(true);
        const focus = jest.spyOn(find(panel, '[data-field="reason"]'), 'focus');
        await pressAndWait(panel, CONFIRM);
        expect(asked).toEqual([]);
        expect(focus).toHaveBeenCalledTimes(1);

        ask.mockResolvedValue(complete);
        type(panel, 'reason', { value: 'Back from leave' });
        await pressAndWait(panel, CONFIRM);
        expect(lastOptions()).toMatchObject({ reason: 'Back from leave', replacesKey: plan.key });
        expect(asked).toEqual([complete]);
    });

    it('reads the plan again after a choice, as what replaces the one before', async () => {
        const panel = await showPanel();
        ask.mockResolvedValueOnce({ ...plan, key: 'rst-0002' }).mockResolvedValue({ ...plan, key: 'rst-0003' });

        type(panel, 'mail', { checked: false });
        await settled();
        type(panel, 'keepFrozen', { checked: true });
        await settled();

        expect(ask.mock.calls.map(([{ options }]) => options.replacesKey)).toEqual([null, 'rst-0001', 'rst-0002']);
        expect(lastOptions()).toMatchObject({ sendPasswordMail: false, keepFrozen: true });
        await pressAndWait(panel, CONFIRM);
        expect(ask).toHaveBeenCalledTimes(3);
    });

    it('asks one after the other, and only for what was chosen last', async () => {
        const slow = pending();
        const panel = await showPanel();
        ask.mockReturnValueOnce(slow.promise).mockResolvedValue({ ...plan, key: 'rst-0003' });

        type(panel, 'mail', { checked: false });
        type(panel, 'mail', { checked: true });
        type(panel, 'mail', { checked: false });
        await settled();
        expect(ask).toHaveBeenCalledTimes(2);

        type(panel, 'keepFrozen', { checked: true });
        await settled();
        slow.answer({ ...plan, key: 'rst-0002', users: [{ ...userPlan, canExecute: false, refusals: ['Old.'] }] });
        await settled();
        expect(ask).toHaveBeenCalledTimes(3);
        expect(lastOptions()).toMatchObject({ keepFrozen: true, sendPasswordMail: false, replacesKey: 'rst-0002' });
        expect(textOf(panel)).not.toContain('Old.');
    });

    it('waits until typing has paused', async () => {
        jest.useFakeTimers();
        const panel = await showPanel();

        type(panel, 'reason', { value: 'B' });
        jest.advanceTimersByTime(500);
        type(panel, 'reason', { value: ' Back ' });
        jest.advanceTimersByTime(599);
        expect(ask).toHaveBeenCalledTimes(1);
        jest.advanceTimersByTime(1);
        await settled();

        expect(ask).toHaveBeenCalledTimes(2);
        expect(lastOptions().reason).toBe('Back');
    });

    it('asks again instead of doing something else than it showed', async () => {
        const panel = await showPanel();
        const asked = recorded(panel, 'restore');
        const changed = { ...plan, key: 'rst-0002', seats: [{ ...plan.seats[0], remainingAfter: 0 }] };
        ask.mockResolvedValue(changed);

        type(panel, 'ticket', { value: 'CASE-17' });
        await pressAndWait(panel, CONFIRM);
        expect(asked).toEqual([]);
        expect(textOf(panel)).toContain('Something changed since you opened this.');

        await pressAndWait(panel, CONFIRM);
        expect(asked).toEqual([changed]);
    });

    it('keeps what was ticked when the plan is read again', async () => {
        const panel = await showPanel();

        tick(panel, 'ps:1', false);
        await settled();
        tick(panel, 'ps:3', true);
        await settled();
        type(panel, 'mail', { checked: false });
        await settled();

        expect(lastOptions()).toMatchObject({
            accessChoice: 'pick',
            excludedItemKeys: ['ps:1'],
            includedItemKeys: ['ps:3'],
        });
        const ticked = findAll<HTMLElement & { checked: boolean }>(panel, 'lightning-input[data-key]')
            .filter(({ checked }) => checked)
            .map(({ dataset }) => dataset.key);
        expect(ticked).toEqual(['ps:3', 'ps:2', 'q:1']);
    });

    it('plans with another profile, role and manager, and says why one of them cannot be', async () => {
        const panel = await showPanel();
        await pressAndWait(panel, 'Change while restoring');
        expect(textOf(panel)).toContain('Grace Hopper (inactive)');
        ask.mockResolvedValue({
            ...plan,
            users: [
                {
                    ...userPlan,
                    items: [
                        ...userPlan.items,
                        {
                            key: 'profile',
                            kind: 'profile',
                            label: 'Profile',
                            effect: 'cannot',
                            reason: 'It is of another license.',
                        },
                    ],
                },
            ],
        });
        const profile = { id: '00e000000000002AAA', label: 'Sales User', isHighRisk: false };

        find(panel, '[data-picker="profile"]').dispatchEvent(new CustomEvent('pick', { detail: profile }));
        await settled();
        change(find(panel, '[data-field="clearsRole"]'), { checked: true });
        await settled();
        change(find(panel, '[data-field="clearsManager"]'), { checked: true });
        await settled();

        expect(lastOptions().changes).toEqual([
            {
                userId: ada.userId,
                profileId: profile.id,
                roleId: null,
                clearsRole: true,
                managerId: null,
                clearsManager: true,
            },
        ]);
        expect(textOf(panel)).toContain('It is of another license.');
    });

    it('starts over with another user, whatever is still on its way for the first', async () => {
        const slow = pending();
        ask.mockReturnValueOnce(slow.promise);
        const panel = await showPanel();
        ask.mockResolvedValue({
            ...plan,
            key: 'alan-1',
            users: [{ ...userPlan, userId: alan.userId, name: alan.name }],
        });

        panel.subject = subjectOf(alan);
        await settled();
        slow.answer(refused);
        await settled();

        expect(ask.mock.lastCall[0].userIds).toEqual([alan.userId]);
        expect(buttonsNamed(panel, 'Restore Alan Turing')).toHaveLength(1);
        expect(textOf(panel)).not.toContain('No seat of Salesforce is left');
    });

    it('says why the plan could not be made and makes it on demand', async () => {
        ask.mockRejectedValueOnce({ body: { message: 'You need Reinstate Restore (ReinstateRestore).' } });
        const panel = await showPanel();
        expect(textOf(panel)).toContain('The plan could not be made You need Reinstate Restore (ReinstateRestore).');
        expect(buttonsNamed(panel, CONFIRM)).toHaveLength(0);

        await pressAndWait(panel, 'Read the Plan Again');
        expect(buttonsNamed(panel, CONFIRM)).toHaveLength(1);
    });

    it('shows progress, checks and the way back, and offers no second restore', async () => {
        const panel = await showPanel();
        const undo = recorded(panel, 'undo');

        panel.work = { ...restored, phase: 'executing', verification: null };
        await settled();
        expect(textOf(panel)).toContain('Restoring Ada Lovelace…');
        expect(buttonsNamed(panel, CONFIRM)).toHaveLength(0);

        panel.work = restored;
        await settled();
        expect(findAll(panel, '[data-check]')).toHaveLength(6);
        expect(textOf(panel)).toContain('Not done Sales Operations');
        expect(findAll(panel, 'lightning-input')).toHaveLength(0);
        await pressAndWait(panel, 'Undo restore of Ada Lovelace');
        expect(undo).toEqual([ada.userId]);
    });

    it('asks to look again where the answer is not known', async () => {
        const panel = await showPanel({ work: { ...restored, phase: 'unknown', verification: null, outcome: null } });
        const again = recorded(panel, 'checkagain');

        expect(textOf(panel)).toContain('it is not known whether Ada Lovelace was restored');
        await pressAndWait(panel, 'Check Again');
        expect(again).toEqual([ada.userId]);
    });

    it('plans anew once the restore was taken back', async () => {
        const panel = await showPanel({ work: { ...restored, phase: 'undoing' } });
        expect(ask).not.toHaveBeenCalled();

        panel.work = {
            ...restored,
            phase: 'undone',
            cannotTakeBack: [{ label: 'Password mail', reason: 'It was sent.' }],
        };
        await settled();

        expect(ask).toHaveBeenCalledTimes(1);
        expect(textOf(panel)).toContain('Cannot be taken back Password mail It was sent.');
        expect(buttonsNamed(panel, CONFIRM)).toHaveLength(1);
    });

    it('shows facts and history, and no plan, to who may not restore', async () => {
        const panel = await showPanel({ mayRestore: false });

        expect(ask).not.toHaveBeenCalled();
        expect(textOf(panel)).toContain('by Grace Hopper');
        expect(textOf(panel)).toContain('Reinstate Operator');
        expect(buttonsNamed(panel, CONFIRM)).toHaveLength(0);
    });

    it('closes by Escape, and by its button', async () => {
        const panel = await showPanel();
        const closed = recorded(panel, 'close');

        find(panel, '[role="dialog"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
        find(panel, '[role="dialog"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
        press(panel, 'Close the panel of Ada Lovelace');

        expect(closed).toHaveLength(2);
    });

    it.each([
        ['the plan', {}, plan],
        ['a refusal', {}, refused],
        ['the checks', { work: restored }, plan],
        ['no plan', { mayRestore: false }, plan],
        ['itself over the page', { isModal: true }, plan],
    ])(
        'is accessible when it shows %s',
        async (_, properties, answer) => {
            ask.mockResolvedValue(answer);
            await expect(await showPanel(properties)).toBeAccessible();
        },
        30_000,
    );
});
