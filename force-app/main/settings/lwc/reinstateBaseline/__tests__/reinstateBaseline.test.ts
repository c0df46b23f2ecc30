import switchBaseline from '@salesforce/apex/RestoreSettingsController.switchBaseline';
import ReinstateBaseline from 'c/reinstateBaseline';
import { buttonsNamed, find, findAll, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import openJson from '../../reinstateSettings/__tests__/data/open.json';

jest.mock('@salesforce/apex/RestoreSettingsController.switchBaseline', () => ({ default: jest.fn() }), {
    virtual: true,
});

const state = openJson as Reinstate.SettingsState;
const ask = switchBaseline as unknown as jest.Mock;

async function showBaseline(change: Partial<Reinstate.BaselineState> = {}): Promise<HTMLElement> {
    const element = show('c-reinstate-baseline', ReinstateBaseline, {
        baseline: { ...state.baseline, ...change },
        canConfigure: true,
    });
    await settled();
    return element;
}

describe('c-reinstate-baseline', () => {
    beforeEach(() => {
        ask.mockReset().mockResolvedValue(state);
    });

    it('says what it costs before it is switched on', async () => {
        const element = await showBaseline();

        press(element, 'Switch On…');
        await settled();
        expect(ask).not.toHaveBeenCalled();
        expect(find(element, '[data-estimate]').textContent).toContain(
            'about 802 active users: 1.6 MB of data storage',
        );

        press(element, 'Switch On');
        await settled();
        expect(ask.mock.lastCall).toEqual([{ isOn: true }]);
        expect(findAll(element, '[data-estimate]')).toHaveLength(0);
    });

    it('stays off when nobody agrees', async () => {
        const element = await showBaseline();
        press(element, 'Switch On…');
        await settled();

        press(element, 'Cancel');
        await settled();

        expect(ask).not.toHaveBeenCalled();
        expect(buttonsNamed(element, 'Switch On…')).toHaveLength(1);
    });

    it('tells when it ran, when it runs again, and as whom', async () => {
        const element = await showBaseline({
            isOn: true,
            records: 802,
            lastRun: '2026-11-21T02:00:00.000Z',
            lastStatus: 'All users were read.',
            nextRun: '2026-11-22T02:00:00.000Z',
            runsAs: 'Grace Hopper',
        });
        const text = textOf(element);

        for (const words of ['On', '802 versions are stored.', 'All users were read.', 'Runs as Grace Hopper']) {
            expect(text).toContain(words);
        }
        expect(findAll(element, '[role="alert"]')).toHaveLength(0);
        press(element, 'Switch Off');
        await settled();
        expect(ask.mock.lastCall).toEqual([{ isOn: false }]);
    });

    it('warns of a run that failed, and says what to do', async () => {
        const element = await showBaseline({ isOn: true, hasFailed: true, lastStatus: 'Failed: 3 errors.' });

        expect(find(element, '[role="alert"]').textContent).toContain('open Apex Jobs in Setup');
    });

    it('says why it could not be switched', async () => {
        ask.mockRejectedValue({ body: { message: 'Too many scheduled jobs.' } });
        const element = await showBaseline();
        press(element, 'Switch On…');
        await settled();
        press(element, 'Switch On');
        await settled();

        expect(textOf(element)).toContain('The nightly baseline could not be switched Too many scheduled jobs.');
    });

    it('is accessible while it asks', async () => {
        const element = await showBaseline();
        press(element, 'Switch On…');
        await settled();

        await expect(element).toBeAccessible();
    });
});
