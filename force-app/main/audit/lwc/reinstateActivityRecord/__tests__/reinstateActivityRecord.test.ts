import ReinstateActivityRecord from 'c/reinstateActivityRecord';
import { buttonsNamed, findAll, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import recordsJson from '../../reinstateActivity/__tests__/data/findRecords.json';

const TAG = 'c-reinstate-activity-record';
const [verified, refused, unknown] = (recordsJson as Reinstate.RestoreActivityPage).rows;

describe('c-reinstate-activity-record', () => {
    it('tells who, by whom, how it ended and why it was asked for', () => {
        const text = textOf(show(TAG, ReinstateActivityRecord, { record: verified }));

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
        expect(textOf(show(TAG, ReinstateActivityRecord, { record: refused }))).toContain('Refused');
        expect(textOf(show(TAG, ReinstateActivityRecord, { record: unknown }))).toContain('Outcome unknown');
    });

    it('says how many checks failed', () => {
        expect(textOf(show(TAG, ReinstateActivityRecord, { record: verified }))).toContain('1 check failed');
        expect(textOf(show(TAG, ReinstateActivityRecord, { record: refused }))).not.toContain('failed');
    });

    it('shows and hides its checks', async () => {
        const element = show(TAG, ReinstateActivityRecord, { record: verified });
        expect(findAll(element, '[data-check]')).toHaveLength(0);

        press(element, 'Show Checks of Ada Lovelace');
        await settled();
        expect(findAll(element, '[data-check]')).toHaveLength(2);

        press(element, 'Hide Checks of Ada Lovelace');
        await settled();
        expect(findAll(element, '[data-check]')).toHaveLength(0);
    });

    it('has no button where there are no checks', () => {
        const element = show(TAG, ReinstateActivityRecord, { record: refused });

        expect(buttonsNamed(element, 'Show Checks of Edsger Dijkstra')).toHaveLength(0);
    });

    it('is accessible when its checks are shown', async () => {
        const element = show(TAG, ReinstateActivityRecord, { record: verified });
        press(element, 'Show Checks of Ada Lovelace');
        await settled();

        await expect(element).toBeAccessible();
    });
});
