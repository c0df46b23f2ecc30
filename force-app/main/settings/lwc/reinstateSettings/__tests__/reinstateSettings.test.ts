import openSettings from '@salesforce/apex/RestoreSettingsController.open';
import ReinstateSettings from 'c/reinstateSettings';
import { buttonsNamed, find, findAll, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import openJson from './data/open.json';

jest.mock('@salesforce/apex/RestoreSettingsController.open', () => ({ default: jest.fn() }), { virtual: true });

const TAG = 'c-reinstate-settings';
const state = openJson as Reinstate.SettingsState;
const ask = openSettings as unknown as jest.Mock;

interface SettingsElement extends HTMLElement {
    refresh(): Promise<void>;
}

async function showSettings(): Promise<SettingsElement> {
    const element = show<SettingsElement>(TAG, ReinstateSettings);
    await settled();
    return element;
}

describe('c-reinstate-settings', () => {
    beforeEach(() => {
        ask.mockReset().mockResolvedValue(state);
    });

    it('shows settings, listeners, baseline, import and storage', async () => {
        const text = textOf(await showSettings());

        for (const words of [
            'ready and not high-risk are restored by one press',
            'Outcomes of restores Running',
            'Nightly baseline Off',
            'Not read yet.',
            '12 snapshots take about 24 KB of data storage.',
        ]) {
            expect(text).toContain(words);
        }
        expect(text).not.toContain('You can see the settings');
    });

    it('names the permission to whom may only look, and locks every field', async () => {
        ask.mockResolvedValue({ ...state, canConfigure: false });
        const element = await showSettings();

        expect(textOf(element)).toContain('Reinstate Configure (ReinstateConfigure)');
        const fields = findAll<HTMLElement & { disabled: boolean }>(element, '[data-name]');
        expect(fields.map(({ disabled }) => disabled)).toEqual(fields.map(() => true));
        expect(fields).toHaveLength(15);
        for (const name of ['Save', 'Switch On…', 'Read the Audit Trail']) {
            expect(buttonsNamed(element, name)).toHaveLength(0);
        }
    });

    it('takes over what a part says and passes the settings on', async () => {
        const saved: Reinstate.RestoreSettingsView[] = [];
        const element = await showSettings();
        element.addEventListener('settingssaved', (event) =>
            saved.push((event as CustomEvent<Reinstate.RestoreSettingsView>).detail),
        );

        find(element, 'c-reinstate-baseline').dispatchEvent(
            new CustomEvent('statechange', { detail: { ...state, snapshotCount: 2000, storageKilobytes: 4000 } }),
        );
        await settled();

        expect(textOf(element)).toContain('2,000 snapshots take about 3.9 MB of data storage.');
        expect(saved).toEqual([state.settings]);
    });

    it('says what failed and tries again', async () => {
        ask.mockRejectedValueOnce({ body: { message: 'The server is busy.' } });
        const element = await showSettings();
        expect(textOf(element)).toContain('The settings could not be loaded The server is busy.');

        press(element, 'Try Again');
        await settled();
        expect(textOf(element)).toContain('Nightly baseline');
    });

    it('reads again when told', async () => {
        const element = await showSettings();
        await element.refresh();

        expect(ask).toHaveBeenCalledTimes(2);
    });

    it('says that it is loading', () => {
        ask.mockReturnValue(new Promise(() => {}));

        expect(textOf(show(TAG, ReinstateSettings))).toContain('Loading the settings…');
    });

    it('is accessible', async () => {
        await expect(await showSettings()).toBeAccessible();
    });
});
