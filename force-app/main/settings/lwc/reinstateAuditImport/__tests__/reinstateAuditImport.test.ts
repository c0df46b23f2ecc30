import openSettings from '@salesforce/apex/RestoreSettingsController.open';
import importAuditTrail from '@salesforce/apex/RestoreSettingsController.importAuditTrail';
import ReinstateAuditImport from 'c/reinstateAuditImport';
import { buttonsNamed, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import openJson from '../../reinstateSettings/__tests__/data/open.json';

jest.mock('@salesforce/apex/RestoreSettingsController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RestoreSettingsController.importAuditTrail', () => ({ default: jest.fn() }), {
    virtual: true,
});

const state = openJson as Reinstate.SettingsState;
const ask = openSettings as unknown as jest.Mock;
const start = importAuditTrail as unknown as jest.Mock;

function withImport(change: Partial<Reinstate.AuditImportState>): Reinstate.SettingsState {
    return { ...state, auditImport: { ...state.auditImport, ...change } };
}

interface ImportElement extends HTMLElement {
    progress: Reinstate.AuditImportState;
}

async function showImport(change: Partial<Reinstate.AuditImportState> = {}): Promise<ImportElement> {
    const element = show<ImportElement>('c-reinstate-audit-import', ReinstateAuditImport, {
        progress: { ...state.auditImport, ...change },
        canConfigure: true,
    });
    element.addEventListener('statechange', (event) => {
        element.progress = (event as CustomEvent<Reinstate.SettingsState>).detail.auditImport;
    });
    await settled();
    return element;
}

describe('c-reinstate-audit-import', () => {
    beforeEach(() => {
        jest.useFakeTimers();
        ask.mockReset();
        start.mockReset();
    });

    afterEach(() => {
        jest.useRealTimers();
    });

    it('starts, shows the progress until the end, and then asks no more', async () => {
        start.mockResolvedValue(withImport({ status: 'Running' }));
        ask.mockResolvedValueOnce(
            withImport({ status: 'Running', rowsRead: 2000, snapshots: 31 }),
        ).mockResolvedValueOnce(
            withImport({
                status: 'Finished',
                rowsRead: 3500,
                snapshots: 52,
                reachesBackTo: '2026-05-26T00:00:00.000Z',
            }),
        );
        const element = await showImport();
        expect(textOf(element)).toContain('Not read yet.');

        press(element, 'Read the Audit Trail');
        await settled();
        expect(textOf(element)).toContain('Reading… 0 rows read, 0 deactivations remembered');
        expect(buttonsNamed(element, 'Read the Audit Trail')).toHaveLength(0);

        jest.advanceTimersByTime(3000);
        await settled();
        expect(textOf(element)).toContain('2,000 rows read, 31 deactivations remembered');

        jest.advanceTimersByTime(3000);
        await settled();
        expect(textOf(element)).toContain('Read completely. 3,500 rows read, 52 deactivations remembered');
        expect(textOf(element)).toContain('Reaches back to');
        jest.advanceTimersByTime(60000);
        await settled();
        expect(ask).toHaveBeenCalledTimes(2);
    });

    it('goes on asking when one question gets no answer', async () => {
        ask.mockRejectedValueOnce({ body: { message: 'The server is busy.' } }).mockResolvedValueOnce(
            withImport({ status: 'Finished' }),
        );
        const element = await showImport({ status: 'Running' });

        jest.advanceTimersByTime(3000);
        await settled();
        expect(textOf(element)).toContain('The server is busy.');

        jest.advanceTimersByTime(3000);
        await settled();
        expect(textOf(element)).toContain('Read completely.');
        expect(textOf(element)).not.toContain('The server is busy.');
    });

    it('lets one that stopped go on, and says what could not be read', async () => {
        expect(buttonsNamed(await showImport({ status: 'Stopped' }), 'Go On')).toHaveLength(1);

        const element = await showImport({ status: 'Incomplete', problem: 'May 26 has too many rows.' });
        expect(textOf(element)).toContain('May 26 has too many rows.');
        expect(buttonsNamed(element, 'Read Again')).toHaveLength(1);
    });

    it('says why it could not start', async () => {
        start.mockRejectedValue({ body: { message: 'You need View Setup and Configuration.' } });
        const element = await showImport();

        press(element, 'Read the Audit Trail');
        await settled();

        expect(textOf(element)).toContain('The audit trail could not be read You need View Setup and Configuration.');
    });

    it('is accessible', async () => {
        jest.useRealTimers();
        await expect(await showImport({ status: 'Finished', rowsRead: 5 })).toBeAccessible();
    });
});
