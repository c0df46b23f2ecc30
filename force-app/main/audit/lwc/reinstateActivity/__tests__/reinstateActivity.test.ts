import findRecords from '@salesforce/apex/RestoreActivityController.findRecords';
import findOperators from '@salesforce/apex/RestoreActivityController.findOperators';
import exportCsv from '@salesforce/apex/RestoreActivityController.exportCsv';
import ReinstateActivity from 'c/reinstateActivity';
import { buttonsNamed, change, find, findAll, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import recordsJson from './data/findRecords.json';

jest.mock('@salesforce/apex/RestoreActivityController.findRecords', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RestoreActivityController.findOperators', () => ({ default: jest.fn() }), {
    virtual: true,
});
jest.mock('@salesforce/apex/RestoreActivityController.exportCsv', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RestoreActivityController.getDetail', () => ({ default: jest.fn() }), { virtual: true });

const TAG = 'c-reinstate-activity';
const GRACE = '005000000000002AAA';
const page = recordsJson as Reinstate.RestoreActivityPage;
const EMPTY: Reinstate.RestoreActivityPage = { rows: [], nextCursor: null };
const EVERYTHING = {
    cursor: null,
    pageSize: 25,
    status: null,
    kind: null,
    userId: null,
    userTerm: null,
    operatorId: null,
    fromTime: null,
    toTime: null,
};
const ask = findRecords as unknown as jest.Mock;
const askOperators = findOperators as unknown as jest.Mock;
const askExport = exportCsv as unknown as jest.Mock;

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

async function choose(element: Element, field: string, value: string): Promise<void> {
    change(find(element, `[data-field="${field}"]`), { value });
    await settled();
}

describe('c-reinstate-activity', () => {
    beforeEach(() => {
        ask.mockReset().mockResolvedValue(page);
        askOperators
            .mockReset()
            .mockResolvedValue([
                { id: GRACE, label: 'Grace Hopper', detail: 'grace@reinstate.test', isHighRisk: false },
            ]);
        askExport.mockReset();
    });

    it('lists the newest records first', async () => {
        const element = await showActivity();

        expect(ask.mock.calls).toEqual([[{ query: EVERYTHING }]]);
        expect(statusesOf(element)).toEqual(['Verified', 'Refused', 'OutcomeUnknown']);
        expect(textOf(element)).toContain('3 records shown, there are more');
    });

    it('adds the next page to what is there', async () => {
        const element = await showActivity();
        ask.mockResolvedValue({ rows: [{ ...page.rows[0], recordId: 'a00000000000009AAA' }], nextCursor: null });

        press(element, 'Load More');
        await settled();

        expect(ask.mock.lastCall).toEqual([{ query: { ...EVERYTHING, cursor: 'a2' } }]);
        expect(statusesOf(element)).toHaveLength(4);
        expect(buttonsNamed(element, 'Load More')).toHaveLength(0);
        expect(textOf(element)).toContain('4 records shown');
    });

    it('goes on reading while a page is empty and there are more', async () => {
        ask.mockResolvedValueOnce({ rows: [], nextCursor: 'a1' }).mockResolvedValueOnce(page);
        const element = await showActivity();

        expect(ask.mock.calls[1][0].query.cursor).toBe('a1');
        expect(statusesOf(element)).toHaveLength(3);
    });

    it('asks for every filter that is on, and shows each as a pill', async () => {
        const element = await showActivity();

        await choose(element, 'status', 'Failed');
        await choose(element, 'kind', 'Undo');
        await choose(element, 'operatorId', GRACE);
        await choose(element, 'fromDay', '2026-11-10');
        await choose(element, 'toDay', '2026-11-22');

        const { query } = ask.mock.lastCall[0];
        expect(query).toMatchObject({ status: 'Failed', kind: 'Undo', operatorId: GRACE });
        expect(Date.parse(query.toTime) - Date.parse(query.fromTime)).toBe(13 * 24 * 60 * 60 * 1000);
        expect(findAll(element, '[data-pill]').map((pill) => pill.textContent?.trim())).toEqual([
            'Status: Failed',
            'Kind: Undo',
            'Operator: Grace Hopper',
            'From: 2026-11-10',
            'Up to and including: 2026-11-22',
        ]);
    });

    it('waits for the end of typing before it looks for a user', async () => {
        jest.useFakeTimers();
        try {
            const element = await showActivity();
            const field = find(element, '[data-field="userTerm"]');
            change(field, { value: 'lo' });
            change(field, { value: 'love ' });
            await settled();
            expect(ask).toHaveBeenCalledTimes(1);

            jest.advanceTimersByTime(300);
            await settled();
            expect(ask.mock.lastCall[0].query.userTerm).toBe('love');
        } finally {
            jest.useRealTimers();
        }
    });

    it('removes one filter, and all of them', async () => {
        const element = await showActivity();
        ask.mockResolvedValue(EMPTY);
        await choose(element, 'status', 'Failed');
        await choose(element, 'kind', 'Restore');
        expect(textOf(element)).toContain('No record fits these filters');

        press(element, 'Remove filter Kind: Restore');
        await settled();
        expect(ask.mock.lastCall[0].query).toEqual({ ...EVERYTHING, status: 'Failed' });

        ask.mockResolvedValue(page);
        press(element, 'Clear Filters');
        await settled();
        expect(ask.mock.lastCall[0].query).toEqual(EVERYTHING);
        expect(statusesOf(element)).toHaveLength(3);
        expect(findAll(element, '[data-pill]')).toHaveLength(0);
    });

    it('does not ask for a span of days that ends before it begins', async () => {
        const element = await showActivity();
        await choose(element, 'fromDay', '2026-11-22');
        await choose(element, 'toDay', '2026-11-21');

        expect(textOf(element)).toContain('The first day lies after the last one');
        expect(ask.mock.lastCall[0].query.toTime).toBeNull();
        expect(find<HTMLElement & { disabled: boolean }>(element, '[data-export]').disabled).toBe(true);
    });

    it('downloads what fits the filter and says how many records that were', async () => {
        const blobs: Blob[] = [];
        const clicked: string[] = [];
        URL.createObjectURL = jest.fn((blob: Blob) => {
            blobs.push(blob);
            return 'blob:reinstate';
        }) as never;
        URL.revokeObjectURL = jest.fn();
        jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
            clicked.push(`${this.download} ${this.href}`);
        });
        const element = await showActivity();
        await choose(element, 'status', 'Failed');
        askExport.mockResolvedValue({ fileName: 'a.csv', csv: '\uFEFF"x"', rowCount: 7, isCut: false });

        press(element, 'Export CSV');
        await settled();

        expect(askExport.mock.lastCall[0].query).toEqual({ ...EVERYTHING, status: 'Failed' });
        expect(clicked).toEqual(['a.csv blob:reinstate']);
        expect(blobs[0].type).toBe('application/octet-stream');
        expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:reinstate');
        expect(textOf(element)).toContain('Records exported: 7.');

        askExport.mockResolvedValue({ fileName: 'a.csv', csv: '', rowCount: 5000, isCut: true });
        press(element, 'Export CSV');
        await settled();
        expect(textOf(element)).toContain('Records exported: 5,000. Older ones were left out');
    });

    it('says why an export failed', async () => {
        const element = await showActivity();
        askExport.mockRejectedValue({ body: { message: 'The server is busy.' } });

        press(element, 'Export CSV');
        await settled();

        expect(textOf(element)).toContain('The activity could not be exported The server is busy.');
        expect(buttonsNamed(element, 'Export CSV')).toHaveLength(1);
    });

    it('offers all operators when they cannot be read', async () => {
        askOperators.mockRejectedValue(new Error('Broken.'));
        const element = await showActivity();

        expect(statusesOf(element)).toHaveLength(3);
        expect(textOf(element)).not.toContain('Broken.');
    });

    it('reads again when a record says that it changed', async () => {
        const element = await showActivity();
        const [record] = findAll(element, 'c-reinstate-activity-record');

        record?.dispatchEvent(new CustomEvent('recordchange', { detail: 'The restore was undone.' }));
        await settled();

        expect(ask).toHaveBeenCalledTimes(2);
        expect(find(element, '[data-announcement]').textContent).toBe('The restore was undone.');
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

    it('is accessible when it lists records with filters', async () => {
        const element = await showActivity();
        await choose(element, 'status', 'Verified');
        await expect(element).toBeAccessible();
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
