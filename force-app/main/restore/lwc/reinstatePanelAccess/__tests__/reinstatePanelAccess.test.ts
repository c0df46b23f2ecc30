import ReinstatePanelAccess from 'c/reinstatePanelAccess';
import { firstChoices } from 'c/reinstatePlanChoices';
import { change, find, findAll, press, recorded, settled, show, textOf } from '../../../../../test/jest-page/page';
import planJson from '../../reinstateUserPanel/__tests__/data/plan.json';

const TAG = 'c-reinstate-panel-access';
const [plan] = (planJson as Reinstate.RestorePlanView).users;
const choices = firstChoices('all');

function showAccess(properties: Record<string, unknown> = {}): HTMLElement {
    return show(TAG, ReinstatePanelAccess, { plan, choices, mayRestore: true, ...properties });
}

function answers(access: HTMLElement, key: string): string[] {
    return findAll(access, `tr[data-item="${key}"] td`).map((cell) => cell.dataset.answer ?? '');
}

function keys(access: HTMLElement): string[] {
    return findAll(access, 'tr[data-item]').map((row) => row.dataset.item ?? '');
}

describe('c-reinstate-panel-access', () => {
    it('answers had, has and will have for each item, in a word and an icon', () => {
        const access = showAccess();

        expect(answers(access, 'ps:1')).toEqual(['Yes', 'No', 'Yes']);
        expect(answers(access, 'ps:3')).toEqual(['Yes', 'No', 'No']);
        expect(answers(access, 'unfreeze')).toEqual(['Not known', 'No', 'Yes']);
        expect(findAll(access, 'td lightning-icon')).toHaveLength(keys(access).length * 3);
    });

    it('counts each column, what is folded away included, and follows the ticks', () => {
        const counts = (access: HTMLElement): string[] =>
            findAll(access, '[data-count]').map((place) => place.textContent ?? '');

        expect(counts(showAccess())).toEqual(['at least 5', '2 items', '4 items']);
        expect(counts(showAccess({ choices: { ...choices, excluded: ['ps:1'] } }))).toEqual([
            'at least 5',
            '2 items',
            '3 items',
        ]);
        const known = { ...plan, items: plan.items.filter(({ had }) => had !== null) };
        expect(counts(showAccess({ plan: known }))).toEqual(['5 items', '2 items', '3 items']);
    });

    it('does not call the state before a restore the one of now', () => {
        const headings = (access: HTMLElement): string[] =>
            findAll(access, '[data-heading]').map((heading) => heading.firstElementChild?.textContent ?? '');

        expect(headings(showAccess())).toEqual(['Had', 'Has now', 'Will have']);
        expect(headings(showAccess({ isDone: true }))).toEqual(['Had', 'Before', 'Planned']);
    });

    it('says source, date, reason and risk of an item', () => {
        const access = showAccess();
        const risky = find(access, 'tr[data-item="ps:3"]');

        expect(risky.textContent).toContain('Permission set·SnapshotHigh risk');
        expect(risky.textContent).toContain('It gained Modify All Data since the snapshot.');
        expect(find(access, 'tr[data-item="psl:1"]').textContent).toContain('No seat of this license is left.');
        expect(textOf(access)).toContain('Read from 312 audit trail rows around 2 Nov 2026.');
        expect(textOf(access)).toContain('The list of earlier access may be incomplete.');
    });

    it('names a Chatter group as one, with the role in it', () => {
        const group = {
            ...plan.items[0],
            key: 'cg:1',
            kind: 'chatterGroup' as const,
            label: 'Sales Wins',
            detail: 'The user manages the group.',
            effect: 'comesBack' as const,
            had: true,
            has: false,
            willHave: true,
        };
        const access = showAccess({ plan: { ...plan, items: [group] } });
        const row = find(access, 'tr[data-item="cg:1"]');

        expect(row.textContent).toContain('Chatter group');
        expect(row.textContent).toContain('The user manages the group.');
        expect(answers(access, 'cg:1')).toEqual(['Yes', 'No', 'Yes']);
        expect(findAll(access, 'lightning-input[data-key]').map(({ dataset }) => dataset.key)).toEqual(['cg:1']);
    });

    it('folds away what stays as it is', async () => {
        const access = showAccess();
        expect(keys(access)).not.toContain('psg:1');

        press(access, '1 item stays as it is');
        await settled();
        expect(keys(access)).toContain('psg:1');
        expect(answers(access, 'psg:1')).toEqual(['Yes', 'Yes', 'Yes']);
    });

    it('has a tick where a person decides, and tells what was chosen', () => {
        const access = showAccess();
        const chosen = recorded(access, 'choose');
        const ticks = findAll(access, 'lightning-input[data-key]').map(({ dataset }) => dataset.key);
        expect(ticks).toEqual(['ps:1', 'ps:3', 'ps:2', 'q:1']);

        change(find(access, '[data-key="ps:1"]'), { checked: false });
        change(find(access, '[data-doors]'), { value: 'least' });
        change(find(access, '[data-field="offersPeers"]'), { checked: true });
        const colleague = { id: '0052', label: 'Grace Hopper', isHighRisk: false };
        find(access, '[data-picker="copyFrom"]').dispatchEvent(new CustomEvent('pick', { detail: colleague }));

        expect(chosen).toEqual([
            { change: expect.objectContaining({ accessChoice: 'pick', excluded: ['ps:1', 'ps:3'] }) },
            { change: expect.objectContaining({ accessChoice: 'least', excluded: [] }) },
            { change: { offersPeers: true } },
            { change: { copyFrom: colleague } },
        ]);
    });

    it('follows the tick at once, before the plan is read again', () => {
        const access = showAccess({ choices: { ...choices, excluded: ['ps:1'], included: ['ps:3'] } });

        expect(answers(access, 'ps:1')[2]).toBe('No');
        expect(answers(access, 'ps:3')[2]).toBe('Yes');
    });

    it.each([
        ['the restore is done', { isDone: true }],
        ['it cannot be done', { plan: { ...plan, canExecute: false } }],
    ])('offers no choice when %s', (_, properties) => {
        const access = showAccess(properties);

        expect(findAll(access, 'lightning-input, lightning-radio-group, c-reinstate-choice-picker')).toHaveLength(0);
        expect(keys(access)).toContain('ps:1');
    });

    it('says where the list comes from when the plan does not say more, and when colleagues hold nothing more', () => {
        const access = showAccess({ plan: { ...plan, accessNote: null }, choices: { ...choices, offersPeers: true } });

        expect(textOf(access)).toContain('Remembered from the snapshot of the deactivation');
        expect(textOf(access)).toContain('Most of them hold nothing more than this user will have.');
    });

    it('points to colleagues when nothing was remembered', () => {
        const access = showAccess({ plan: { ...plan, historySource: 'none', historyAt: null, items: [] } });

        expect(textOf(access)).toContain('Nothing was remembered of this user.');
        expect(textOf(access)).toContain('No access changes.');
    });

    it('is accessible when it offers choices and when it does not', async () => {
        await expect(showAccess()).toBeAccessible();
        await expect(showAccess({ isDone: true })).toBeAccessible();
        await expect(showAccess({ mayRestore: false })).toBeAccessible();
    });
});
