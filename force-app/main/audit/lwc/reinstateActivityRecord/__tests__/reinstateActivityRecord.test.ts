import getDetail from '@salesforce/apex/RestoreActivityController.getDetail';
import LightningModal from 'lightning/modal';
import ReinstateActivityRecord from 'c/reinstateActivityRecord';
import { buttonsNamed, find, findAll, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import recordsJson from '../../reinstateActivity/__tests__/data/findRecords.json';
import detailJson from '../../reinstateActivityDetail/__tests__/data/getDetail.json';

jest.mock('@salesforce/apex/RestoreActivityController.getDetail', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/ReinstateRestore', () => ({ default: true }), { virtual: true });

const TAG = 'c-reinstate-activity-record';
const [verified, refused, unknown] = (recordsJson as Reinstate.RestoreActivityPage).rows;
const openModal = LightningModal.open as unknown as jest.Mock;

function showRecord(record: Reinstate.RestoreActivityRow | undefined): HTMLElement {
    return show(TAG, ReinstateActivityRecord, { record });
}

describe('c-reinstate-activity-record', () => {
    beforeEach(() => {
        (getDetail as unknown as jest.Mock).mockReset().mockResolvedValue(detailJson);
        openModal.mockReset();
    });

    it('tells who, by whom, how it ended and why it was asked for', () => {
        const text = textOf(showRecord(verified));

        for (const words of [
            'Ada Lovelace',
            'Verified',
            'by Grace Hopper',
            '5 done, 0 failed',
            'CASE-17 · Came back',
        ]) {
            expect(text).toContain(words);
        }
    });

    it('says the status in words, also when the outcome is not known', () => {
        expect(textOf(showRecord(refused))).toContain('Refused');
        expect(textOf(showRecord(unknown))).toContain('Outcome unknown');
    });

    it('says what it is when it is no restore', () => {
        expect(textOf(showRecord(verified))).not.toContain('Released seat');
        expect(textOf(showRecord({ ...verified, kind: 'SeatRelease' }))).toContain('Ada Lovelace Released seat');
        expect(textOf(showRecord({ ...verified, kind: 'Settings', userName: null }))).toContain('R-0001 Settings');
    });

    it('says how many checks failed', () => {
        expect(textOf(showRecord(verified))).toContain('1 check failed');
        expect(textOf(showRecord(refused))).not.toContain('failed');
    });

    it('shows and hides its details', async () => {
        const element = showRecord(verified);
        expect(findAll(element, '[data-section]')).toHaveLength(0);

        press(element, 'Show Details of Ada Lovelace');
        await settled();
        expect(findAll(element, '[data-check]')).toHaveLength(2);
        expect(buttonsNamed(element, 'Hide Details of Ada Lovelace')[0]?.ariaExpanded).toBe('true');

        press(element, 'Hide Details of Ada Lovelace');
        await settled();
        expect(findAll(element, '[data-section]')).toHaveLength(0);
    });

    it('opens the undo and tells what came of it', async () => {
        const sentences: string[] = [];
        const element = showRecord(verified);
        element.addEventListener('recordchange', (event) => sentences.push((event as CustomEvent<string>).detail));
        openModal.mockResolvedValueOnce('It was undone.').mockResolvedValueOnce(undefined);

        press(element, 'Undo restore of Ada Lovelace');
        await settled();
        press(element, 'Undo restore of Ada Lovelace');
        await settled();

        expect(openModal.mock.calls[0][0]).toMatchObject({
            label: 'Undo the restore of Ada Lovelace',
            restoreKey: 'rst-0001',
            userId: '005000000000001AAA',
        });
        expect(sentences).toEqual(['It was undone.']);
    });

    it('has no undo where there is none, and says why', () => {
        const element = showRecord({ ...verified, canUndo: false, undoNote: 'This restore was undone on Monday.' });

        expect(buttonsNamed(element, 'Undo restore of Ada Lovelace')).toHaveLength(0);
        expect(textOf(element)).toContain('This restore was undone on Monday.');
    });

    it('passes on that its checks were answered again', async () => {
        const sentences: string[] = [];
        const element = showRecord(verified);
        element.addEventListener('recordchange', (event) => sentences.push((event as CustomEvent<string>).detail));
        press(element, 'Show Details of Ada Lovelace');
        await settled();

        find(element, 'c-reinstate-activity-detail').dispatchEvent(new CustomEvent('checked', { detail: 'Checked.' }));

        expect(sentences).toEqual(['Checked.']);
    });

    it('is accessible when its details are shown', async () => {
        const element = showRecord(verified);
        press(element, 'Show Details of Ada Lovelace');
        await settled();

        await expect(element).toBeAccessible();
    });
});
