import save from '@salesforce/apex/RestoreSettingsController.save';
import ReinstateSettingsForm from 'c/reinstateSettingsForm';
import { buttonsNamed, change, find, findAll, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import openJson from '../../reinstateSettings/__tests__/data/open.json';

jest.mock('@salesforce/apex/RestoreSettingsController.save', () => ({ default: jest.fn() }), { virtual: true });

const state = openJson as Reinstate.SettingsState;
const ask = save as unknown as jest.Mock;

interface Field extends HTMLElement {
    value: unknown;
    reportValidity: jest.Mock;
    setCustomValidity: jest.Mock;
}

async function showForm(): Promise<HTMLElement> {
    const element = show('c-reinstate-settings-form', ReinstateSettingsForm, {
        settings: state.settings,
        canConfigure: true,
    });
    await settled();
    return element;
}

function field(element: Element, name: string): Field {
    return find<Field>(element, `[data-name="${name}"]`);
}

/** Base components are empty elements here: what the browser would find valid has to be said. */
function letFieldsBe(element: Element, isValid: boolean): void {
    for (const candidate of findAll<Field>(element, '[data-validate]')) {
        candidate.reportValidity = jest.fn(() => isValid);
        candidate.setCustomValidity = jest.fn();
    }
}

describe('c-reinstate-settings-form', () => {
    beforeEach(() => {
        ask.mockReset().mockResolvedValue(state);
    });

    it('explains every setting', async () => {
        const element = await showForm();

        for (const { parentElement } of findAll(element, '[data-name]')) {
            expect(parentElement?.querySelector('p')?.textContent?.length).toBeGreaterThan(20);
        }
        expect(field(element, 'highRiskPermissions').value).toBe('ModifyAllData, AuthorApex');
        expect(field(element, 'extensionDays').value).toBe(30);
    });

    it('has nothing to save until something is changed, and nothing any more when it is changed back', async () => {
        const element = await showForm();
        const [saveButton] = buttonsNamed(element, 'Save') as HTMLButtonElement[];
        expect(saveButton?.disabled).toBe(true);

        change(field(element, 'reasonRequired'), { checked: true });
        await settled();
        expect(saveButton?.disabled).toBe(false);

        change(field(element, 'reasonRequired'), { checked: false });
        await settled();
        expect(saveButton?.disabled).toBe(true);
        expect(buttonsNamed(element, 'Discard Changes')).toHaveLength(0);
    });

    it('saves what was changed with all the rest, and an emptied text as empty', async () => {
        const states: unknown[] = [];
        const element = await showForm();
        element.addEventListener('statechange', (event) => states.push((event as CustomEvent).detail));
        letFieldsBe(element, true);
        change(field(element, 'extensionDays'), { value: '60' });
        change(field(element, 'highRiskPermissions'), { value: '' });
        change(field(element, 'defaultAccessChoice'), { value: 'least' });
        await settled();

        press(element, 'Save');
        await settled();

        expect(ask.mock.lastCall[0].settings).toEqual({
            ...state.settings,
            extensionDays: 60,
            highRiskPermissions: '',
            ticketPattern: '',
            defaultAccessChoice: 'least',
        });
        expect(states).toEqual([state]);
        expect(textOf(element)).toContain('The settings were saved.');
    });

    it('does not ask Apex for what a field finds wrong', async () => {
        const element = await showForm();
        letFieldsBe(element, false);
        change(field(element, 'extensionDays'), { value: '' });
        await settled();

        press(element, 'Save');
        await settled();

        expect(ask).not.toHaveBeenCalled();
    });

    it('says at the field that a pattern cannot be read', async () => {
        const element = await showForm();
        letFieldsBe(element, true);
        change(field(element, 'ticketPattern'), { value: 'INC-[0-9' });
        await settled();

        press(element, 'Save');
        await settled();

        expect(field(element, 'ticketPattern').setCustomValidity).toHaveBeenCalledWith(
            'This is not a regular expression. Mend it, or leave it empty.',
        );
    });

    it('keeps what was typed when Apex refuses it, and says why', async () => {
        ask.mockRejectedValue({ body: { message: 'There is no profile Sails.' } });
        const element = await showForm();
        letFieldsBe(element, true);
        change(field(element, 'highRiskProfiles'), { value: 'Sails' });
        await settled();

        press(element, 'Save');
        await settled();

        expect(textOf(element)).toContain('Nothing was saved There is no profile Sails.');
        expect(field(element, 'highRiskProfiles').value).toBe('Sails');
    });

    it('keeps what was typed while the settings are read again', async () => {
        const element = await showForm();
        change(field(element, 'ticketPattern'), { value: 'INC-.*' });
        await settled();

        Object.assign(element, { settings: { ...state.settings, reasonRequired: true } });
        await settled();

        expect(field(element, 'ticketPattern').value).toBe('INC-.*');
    });

    it('discards changes', async () => {
        const element = await showForm();
        change(field(element, 'ticketPattern'), { value: 'INC-.*' });
        await settled();

        press(element, 'Discard Changes');
        await settled();

        expect(field(element, 'ticketPattern').value).toBe('');
    });

    it('is accessible', async () => {
        await expect(await showForm()).toBeAccessible();
    });
});
