import getDetail from '@salesforce/apex/RestoreActivityController.getDetail';
import verifyRestore from '@salesforce/apex/RestoreController.verify';
import verifyUndo from '@salesforce/apex/UndoController.verify';
import ReinstateActivityDetail from 'c/reinstateActivityDetail';
import { buttonsNamed, find, findAll, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import detailJson from './data/getDetail.json';

jest.mock('@salesforce/apex/RestoreActivityController.getDetail', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RestoreController.verify', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/UndoController.verify', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/ReinstateRestore', () => ({ default: true }), { virtual: true });

const TAG = 'c-reinstate-activity-detail';
const detail = detailJson as Reinstate.RestoreRecordDetail;
const ask = getDetail as unknown as jest.Mock;
const verify = verifyRestore as unknown as jest.Mock;

async function showDetail(shown: Reinstate.RestoreRecordDetail = detail): Promise<HTMLElement> {
    ask.mockResolvedValue(shown);
    const element = show<HTMLElement>(TAG, ReinstateActivityDetail, { record: shown.row });
    await settled();
    return element;
}

function textsIn(node: Node): string[] {
    return node.nodeType === Node.TEXT_NODE ? [(node.textContent ?? '').trim()] : [...node.childNodes].flatMap(textsIn);
}

function cellsOf(element: Element, selector: string): string[] {
    return [...find(element, selector).querySelectorAll('th, td')].map((cell) =>
        textsIn(cell).filter(Boolean).join(' '),
    );
}

describe('c-reinstate-activity-detail', () => {
    beforeEach(() => {
        ask.mockReset();
        verify.mockReset().mockResolvedValue({});
        (verifyUndo as unknown as jest.Mock).mockReset().mockResolvedValue({});
    });

    it('tells who asked, who carried it out, and why', async () => {
        const text = textOf(await showDetail());

        expect(ask.mock.lastCall).toEqual([{ recordId: 'a00000000000001AAA' }]);
        for (const words of [
            'Asked for by Grace Hopper',
            'Carried out by Grace Hopper',
            'Came back from leave',
            'CASE-17',
        ]) {
            expect(text).toContain(words);
        }
    });

    it('puts before, plan and after side by side, and says what is not known', async () => {
        const element = await showDetail();

        expect(cellsOf(element, '[data-state="Active"]')).toEqual(['Active', 'No', 'Yes', 'Yes']);
        expect(findAll(element, '[data-state="Role"]')).toHaveLength(0);
        press(element, 'Show 1 line that stayed as it was');
        await settled();
        expect(cellsOf(element, '[data-state="Role"]')).toEqual(['Role', 'Sales East', 'Left as it was', 'Not known']);

        press(element, 'Hide what stayed as it was');
        await settled();
        expect(findAll(element, '[data-state]')).toHaveLength(1);
    });

    it('shows a change of settings as old and new value alone', async () => {
        const element = await showDetail({
            ...detail,
            row: { ...detail.row, kind: 'Settings' },
            states: [{ label: 'Ticket Pattern', before: null, planned: null, after: 'INC-[0-9]+' }],
        });

        expect(cellsOf(element, '[data-state="Ticket Pattern"]')).toEqual(['Ticket Pattern', 'Empty', 'INC-[0-9]+']);
    });

    it('tells for each step what the user had and what came of it', async () => {
        const element = await showDetail();

        expect(cellsOf(element, '[data-item$="/activate/005000000000001AAA"]')).toEqual([
            'Active',
            'Yes',
            'No',
            'Yes',
            'Done',
        ]);
        expect(cellsOf(element, '[data-item$="0PS000000000001AAA"]')[4]).toBe(
            'Failed LICENSE_LIMIT_EXCEEDED Salesforce said: No seat of <b>Sales</b> No seat of the license behind it was left.',
        );
        expect(cellsOf(element, '[data-item$="00G000000000001AAA"]')[4]).toBe(
            'Could not come back Was deleted after the user was deactivated.',
        );
        expect(cellsOf(element, '[data-item$="0PS000000000002AAA"]')).toEqual([
            'Left Out',
            '',
            'No',
            'No',
            'Left out You left this out.',
        ]);
    });

    it('lists what is left to do by hand, with the way there', async () => {
        const section = find(await showDetail(), '[data-section="by-hand"]');

        expect(section.textContent).toContain('Sales territories');
        expect(section.querySelector('a')?.getAttribute('href')).toBe('/lightning/setup/Territory2Models/home');
    });

    it('calls the list otherwise after an undo', async () => {
        const element = await showDetail({ ...detail, row: { ...detail.row, kind: 'Undo' } });

        expect(textOf(element)).toContain('What an undo could not take back');
    });

    it('shows the reasons of a refusal and no checks', async () => {
        const element = await showDetail({
            ...detail,
            refusals: ['No seat is left.'],
            checks: [],
            canCheckAgain: false,
        });

        expect(find(element, '[data-section="refused"]').textContent).toContain('No seat is left.');
        expect(findAll(element, '[data-section="checks"]')).toHaveLength(0);
    });

    it('warns of a plan that was changed after it was stored', async () => {
        const element = await showDetail({ ...detail, isIntact: false, items: [], states: [] });

        expect(find(element, '[role="alert"]').textContent).toContain('Somebody changed it');
        expect(findAll(element, 'table')).toHaveLength(0);
    });

    it('checks a restore again and says so', async () => {
        const sentences: string[] = [];
        const element = await showDetail();
        element.addEventListener('checked', (event) => sentences.push((event as CustomEvent<string>).detail));

        press(element, 'Check Again: Ada Lovelace');
        await settled();

        expect(verify.mock.lastCall).toEqual([{ key: 'rst-0001' }]);
        expect(verifyUndo).not.toHaveBeenCalled();
        expect(sentences).toEqual(['The checks were answered again.']);
    });

    it('asks once more by itself what was not there yet, and leaves the rest to a person', async () => {
        const checks = detail.checks.map((check) => ({ ...check, answer: 'notYet' as const }));
        const element = await showDetail({ ...detail, checks });
        expect(verify.mock.calls).toEqual([[{ key: 'rst-0001' }]]);

        Object.assign(element, { record: { ...detail.row } });
        await settled();
        expect(verify).toHaveBeenCalledTimes(1);

        await showDetail({ ...detail, checks, canCheckAgain: false });
        await showDetail();
        expect(verify).toHaveBeenCalledTimes(1);
    });

    it('checks an undo again as an undo', async () => {
        const element = await showDetail({ ...detail, row: { ...detail.row, kind: 'Undo' }, checks: [] });
        expect(textOf(element)).toContain('Nobody has checked this yet.');

        press(element, 'Check Again: Ada Lovelace');
        await settled();

        expect((verifyUndo as unknown as jest.Mock).mock.lastCall).toEqual([{ key: 'rst-0001' }]);
        expect(verify).not.toHaveBeenCalled();
    });

    it('says why the checks could not be answered, and lets try again', async () => {
        const element = await showDetail();
        verify.mockRejectedValue({ body: { message: 'You need Reinstate Restore.' } });

        press(element, 'Check Again: Ada Lovelace');
        await settled();

        expect(textOf(element)).toContain('The checks could not be answered You need Reinstate Restore.');
        const [again] = buttonsNamed(element, 'Check Again: Ada Lovelace') as HTMLButtonElement[];
        expect(again?.disabled).toBe(false);
    });

    it('reads again when its row was read again', async () => {
        const element = await showDetail();
        ask.mockResolvedValue({ ...detail, requesterName: 'Somebody Else' });

        Object.assign(element, { record: { ...detail.row } });
        await settled();

        expect(textOf(element)).toContain('Asked for by Somebody Else');
    });

    it('says what failed and tries again', async () => {
        ask.mockRejectedValueOnce({ body: { message: 'There is no record with this Id.' } });
        const element = show<HTMLElement>(TAG, ReinstateActivityDetail, { record: detail.row });
        await settled();
        expect(textOf(element)).toContain('The record could not be loaded There is no record with this Id.');

        ask.mockResolvedValue(detail);
        press(element, 'Try Again');
        await settled();
        expect(findAll(element, '[data-section="plan"]')).toHaveLength(1);
    });

    it('is accessible', async () => {
        await expect(await showDetail()).toBeAccessible();
    });
});
