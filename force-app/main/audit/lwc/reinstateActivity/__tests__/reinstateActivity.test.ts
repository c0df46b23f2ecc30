import findRecords from '@salesforce/apex/RestoreActivityController.findRecords';
import ReinstateActivity from 'c/reinstateActivity';
import { buttonsNamed, change, find, findAll, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import recordsJson from './data/findRecords.json';

jest.mock('@salesforce/apex/RestoreActivityController.findRecords', () => ({ default: jest.fn() }), { virtual: true });

const TAG = 'c-reinstate-activity';
const page = recordsJson as Reinstate.RestoreActivityPage;
const EMPTY: Reinstate.RestoreActivityPage = { rows: [], nextCursor: null };
const ask = findRecords as unknown as jest.Mock;

interface ActivityElement extends HTMLElement {
    refresh(): Promise<void>;
}

async function showActivity(): Promise<ActivityElement> {
    const element = show<ActivityElement>(TAG, ReinstateActivity);
    await settled();
    return element;
}

function statusesOf(element: Element): (string | undefined)[] {
    return findAll(element, 'article').map((article) => article.dataset.status);
}

describe('c-reinstate-activity', () => {
    beforeEach(() => {
        ask.mockReset().mockResolvedValue(page);
    });

    it('lists the newest records first', async () => {
        const element = await showActivity();

        expect(ask.mock.calls).toEqual([[{ query: { cursor: null, pageSize: 25, status: null } }]]);
        expect(statusesOf(element)).toEqual(['Verified', 'Refused', 'OutcomeUnknown']);
    });

    it('adds the next page to what is there', async () => {
        const element = await showActivity();
        ask.mockResolvedValue({ rows: [{ ...page.rows[0], recordId: 'a00000000000009AAA' }], nextCursor: null });

        press(element, 'Load More');
        await settled();

        expect(ask.mock.lastCall).toEqual([{ query: { cursor: 'a2', pageSize: 25, status: null } }]);
        expect(statusesOf(element)).toHaveLength(4);
        expect(buttonsNamed(element, 'Load More')).toHaveLength(0);
    });

    it('shows one status on demand, and all again', async () => {
        const element = await showActivity();
        ask.mockResolvedValue(EMPTY);

        change(find(element, 'lightning-combobox'), { value: 'Failed' });
        await settled();
        expect(ask.mock.lastCall[0].query.status).toBe('Failed');
        expect(textOf(element)).toContain('No record has this status');

        ask.mockResolvedValue(page);
        press(element, 'Show All');
        await settled();
        expect(ask.mock.lastCall[0].query.status).toBeNull();
        expect(statusesOf(element)).toHaveLength(3);
    });

    it('says that nothing was restored yet', async () => {
        ask.mockResolvedValue(EMPTY);

        expect(textOf(await showActivity())).toContain('Nothing was restored yet');
    });

    it('says what failed and tries again', async () => {
        ask.mockRejectedValueOnce({ body: { message: 'The server is busy.' } });
        const element = await showActivity();
        expect(textOf(element)).toContain('The activity could not be loaded The server is busy.');
        expect(textOf(element)).not.toContain('Nothing was restored yet');

        press(element, 'Try Again');
        await settled();
        expect(statusesOf(element)).toHaveLength(3);
    });

    it('reads again when told, and keeps what it shows meanwhile', async () => {
        const element = await showActivity();
        ask.mockReturnValue(new Promise(() => {}));

        element.refresh();
        await settled();

        expect(ask).toHaveBeenCalledTimes(2);
        expect(statusesOf(element)).toHaveLength(3);
    });

    it('says that it is loading', () => {
        ask.mockReturnValue(new Promise(() => {}));

        expect(textOf(show(TAG, ReinstateActivity))).toContain('Loading the activity…');
    });

    it('is accessible when it lists records', async () => {
        await expect(await showActivity()).toBeAccessible();
    });

    it('is accessible when it is empty', async () => {
        ask.mockResolvedValue(EMPTY);
        await expect(await showActivity()).toBeAccessible();
    });

    it('is accessible when it failed', async () => {
        ask.mockRejectedValue(new Error('Broken.'));
        await expect(await showActivity()).toBeAccessible();
    });
});
