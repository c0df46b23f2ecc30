import findChoices from '@salesforce/apex/RestoreController.findChoices';
import ReinstateChoicePicker from 'c/reinstateChoicePicker';
import {
    buttonsNamed,
    find,
    findAll,
    pending,
    press,
    recorded,
    settled,
    show,
    textOf,
} from '../../../../../test/jest-page/page';

jest.mock('@salesforce/apex/RestoreController.findChoices', () => ({ default: jest.fn() }), { virtual: true });

const TAG = 'c-reinstate-choice-picker';
const ask = findChoices as unknown as jest.Mock;
const CHOICES: Reinstate.RestoreChoice[] = [
    { id: '00e1', label: 'Sales User', detail: 'Salesforce', isHighRisk: false },
    { id: '00e2', label: 'System Administrator', detail: 'Salesforce', isHighRisk: true },
];

interface PickerElement extends HTMLElement {
    choice: Reinstate.RestoreChoice | null;
}

function showPicker(properties: Record<string, unknown> = {}): PickerElement {
    return show<PickerElement>(TAG, ReinstateChoicePicker, {
        kind: 'profile',
        label: 'New profile',
        hint: 'Keeps Standard User',
        userId: '0051',
        ...properties,
    });
}

async function typeInto(picker: HTMLElement, term: string): Promise<void> {
    const input = find<HTMLInputElement>(picker, 'input');
    input.value = term;
    input.dispatchEvent(new InputEvent('input'));
    jest.advanceTimersByTime(300);
    await settled();
}

function key(picker: HTMLElement, name: string): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
    find(picker, 'input').dispatchEvent(event);
    return event;
}

function optionsOf(picker: HTMLElement): string[] {
    return findAll(picker, '[role="option"]').map((option) => option.getAttribute('aria-label') ?? '');
}

describe('c-reinstate-choice-picker', () => {
    beforeEach(() => {
        jest.useFakeTimers();
        ask.mockReset().mockResolvedValue(CHOICES);
    });

    afterEach(() => {
        jest.useRealTimers();
    });

    it('asks once typing has paused, and marks what is high-risk', async () => {
        const picker = showPicker();

        await typeInto(picker, ' sa ');

        expect(ask.mock.calls).toEqual([[{ query: { kind: 'profile', term: 'sa', userId: '0051' } }]]);
        expect(optionsOf(picker)).toEqual(['Sales User, Salesforce', 'System Administrator, High risk, Salesforce']);
        expect(find(picker, 'input').getAttribute('aria-expanded')).toBe('true');
        expect(find(picker, '[role="status"]').textContent).toBe('2 found');
    });

    it('picks by the mouse', async () => {
        const picker = showPicker();
        const picked = recorded(picker, 'pick');
        await typeInto(picker, 's');

        findAll(picker, '[role="option"]')[1].click();

        expect(picked).toEqual([CHOICES[1]]);
    });

    it('picks by arrows and Enter, around the ends of the list', async () => {
        const picker = showPicker();
        const picked = recorded(picker, 'pick');
        key(picker, 'ArrowDown');
        await settled();
        expect(optionsOf(picker)).toHaveLength(2);

        key(picker, 'ArrowUp');
        await settled();
        expect(find(picker, '[aria-selected="true"]').textContent).toContain('System Administrator');
        key(picker, 'ArrowDown');
        key(picker, 'Enter');

        expect(picked).toEqual([CHOICES[0]]);
    });

    it('closes the list by Escape without closing what is around it', async () => {
        const picker = showPicker();
        const around = jest.fn();
        picker.addEventListener('keydown', around);
        await typeInto(picker, 's');

        key(picker, 'Escape');
        await settled();
        expect(optionsOf(picker)).toHaveLength(2);
        expect(find(picker, 'input').getAttribute('aria-expanded')).toBe('false');
        expect(find(picker, '.slds-combobox').classList).not.toContain('slds-is-open');
    });

    it('says when nothing was found, and why nothing could be read', async () => {
        ask.mockResolvedValueOnce([]).mockRejectedValueOnce({ body: { message: 'The server is busy.' } });
        const picker = showPicker();

        await typeInto(picker, 'zzz');
        expect(textOf(picker)).toContain('Nothing was found for "zzz".');

        await typeInto(picker, 'zz');
        expect(find(picker, '[role="alert"]').textContent).toBe('The server is busy.');
    });

    it('drops an answer that a newer search has overtaken', async () => {
        const slow = pending();
        ask.mockReturnValueOnce(slow.promise);
        const picker = showPicker();
        await typeInto(picker, 'a');
        await typeInto(picker, 'b');
        slow.answer([]);
        await settled();

        expect(optionsOf(picker)).toHaveLength(2);
    });

    it('shows the choice, and takes it back', async () => {
        const picker = showPicker({ choice: CHOICES[1] });
        const picked = recorded(picker, 'pick');

        expect(textOf(picker)).toContain('System Administrator High risk');
        expect(findAll(picker, 'input')).toHaveLength(0);
        press(picker, 'Remove System Administrator');
        expect(picked).toEqual([null]);

        picker.choice = null;
        await settled();
        expect(buttonsNamed(picker, 'Remove System Administrator')).toHaveLength(0);
        expect(textOf(picker)).toContain('Keeps Standard User');
    });

    it('is accessible when it is closed, open and chosen', async () => {
        jest.useRealTimers();
        const picker = showPicker();
        await expect(picker).toBeAccessible();
        find(picker, 'input').click();
        await settled();
        expect(optionsOf(picker)).toHaveLength(2);
        await expect(picker).toBeAccessible();
        await expect(showPicker({ choice: CHOICES[0] })).toBeAccessible();
    });
});
