import ReinstateSubscribers from 'c/reinstateSubscribers';
import { find, findAll, show, textOf } from '../../../../../test/jest-page/page';
import openJson from '../../reinstateSettings/__tests__/data/open.json';

const { subscribers } = openJson as Reinstate.SettingsState;
const [running] = subscribers;
const stopped: Reinstate.SubscriberState = {
    ...running,
    name: 'ReinstateAccessLostTrigger',
    label: 'Snapshots',
    status: 'Error',
    retries: 9,
    lastError: 'UNABLE_TO_LOCK_ROW',
    isStopped: true,
};

function showSubscribers(shown: Reinstate.SubscriberState[]): HTMLElement {
    return show('c-reinstate-subscribers', ReinstateSubscribers, { subscribers: shown });
}

describe('c-reinstate-subscribers', () => {
    it('says that a listener runs', () => {
        const element = showSubscribers(subscribers);

        expect(textOf(element)).toContain('Outcomes of restores Running');
        expect(findAll(element, '[role="alert"]')).toHaveLength(0);
    });

    it('warns of one that stopped, with its last error and what to do', () => {
        const element = showSubscribers([running, stopped]);

        expect(find(element, '[data-stopped="true"]').dataset.subscriber).toBe('ReinstateAccessLostTrigger');
        expect(textOf(element)).toContain('Snapshots has stopped (Error). 9 retries Last error: UNABLE_TO_LOCK_ROW');
        expect(find(element, '[role="alert"]').textContent).toContain('resume it');
        expect(find(element, 'a').getAttribute('href')).toBe('/lightning/setup/EventObjects/home');
    });

    it('does not worry about one that may not be listed before its first event', () => {
        const element = showSubscribers([{ ...running, status: 'Missing', isStopped: false }]);

        expect(textOf(element)).toContain('Active; Salesforce may list it after its first event only.');
        expect(findAll(element, '[role="alert"]')).toHaveLength(0);
    });

    it('says when Salesforce knows none', () => {
        expect(textOf(showSubscribers([]))).toContain('Salesforce shows no listener.');
    });

    it('is accessible', async () => {
        await expect(showSubscribers([running, stopped])).toBeAccessible();
    });
});
