import openConsole from '@salesforce/apex/RestoreConsoleController.open';
import ReinstateConsole from 'c/reinstateConsole';
import planRestore from '@salesforce/apex/RestoreController.plan';
import executeRestore from '@salesforce/apex/RestoreController.execute';
import verifyRestore from '@salesforce/apex/RestoreController.verify';
import { find, press, settled, show, textOf } from '../../../../../test/jest-page/page';
import planJson from '../../../../restore/lwc/reinstateUserPanel/__tests__/data/plan.json';
import executeJson from '../../../../restore/lwc/reinstateUserPanel/__tests__/data/execute.json';
import verifyJson from '../../../../restore/lwc/reinstateUserPanel/__tests__/data/verify.json';
import openJson from './data/open.json';

jest.mock('@salesforce/apex/RestoreConsoleController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
    '@salesforce/apex/RestoreActivityController.findRecords',
    () => ({ default: jest.fn(async () => ({ rows: [], nextCursor: null })) }),
    { virtual: true },
);
jest.mock('@salesforce/apex/RestoreController.plan', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RestoreController.execute', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RestoreController.verify', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/ReinstateView', () => ({ default: true }), { virtual: true });

const TAG = 'c-reinstate-console';
const state = openJson as Reinstate.ConsoleState;
const calm: Reinstate.ConsoleState = {
    ...state,
    page: { ...state.page, rows: state.page.rows.map((row) => ({ ...row, isHighRisk: false })) },
};
const open = openConsole as unknown as jest.Mock;

async function showConsole(): Promise<HTMLElement> {
    const element = show(TAG, ReinstateConsole);
    await settled();
    return element;
}

describe('c-reinstate-console', () => {
    beforeEach(() => {
        open.mockReset().mockResolvedValue(state);
    });

    it('opens with one request for the first fifty users, rights and seats', async () => {
        const element = await showConsole();

        expect(open.mock.calls).toEqual([
            [{ query: { searchTerm: null, sortBy: 'lastChange', cursor: null, pageSize: 50 } }],
        ]);
        expect(textOf(element)).toContain('6 inactive users');
        expect(textOf(element)).toContain('Ada Lovelace');
        expect(textOf(element)).toContain('18 of 20 used');
    });

    it('says that it is loading until the answer is there', () => {
        open.mockReturnValue(new Promise(() => {}));

        expect(textOf(show(TAG, ReinstateConsole))).toContain('Loading inactive users and seats…');
    });

    it('says when there are more users than were counted', async () => {
        open.mockResolvedValue({ ...state, page: { ...state.page, totalCount: 2000, totalIsCapped: true } });

        expect(textOf(await showConsole())).toContain('More than 2,000 inactive users');
    });

    it('says what failed and tries again', async () => {
        open.mockRejectedValueOnce({ body: { message: 'The server is busy.' } });
        const element = await showConsole();
        expect(textOf(element)).toContain('The console could not be opened The server is busy.');

        press(element, 'Try Again');
        await settled();
        expect(textOf(element)).toContain('Ada Lovelace');
    });

    it('names the permission set when Apex says that access is missing', async () => {
        open.mockRejectedValue({
            body: { message: "You do not have access to the Apex class named 'RestoreConsoleController'." },
        });
        const element = await showConsole();

        expect(textOf(element)).toContain('You do not have access to Reinstate yet');
        expect(textOf(element)).toContain('Reinstate Operator');
        expect(textOf(element)).not.toContain('The console could not be opened');
    });

    it('moves meters, rows and the count after a restore without loading again', async () => {
        open.mockResolvedValue(calm);
        (planRestore as unknown as jest.Mock).mockResolvedValue(planJson);
        (executeRestore as unknown as jest.Mock).mockResolvedValue(executeJson);
        (verifyRestore as unknown as jest.Mock).mockResolvedValue(verifyJson);
        const element = await showConsole();

        press(element, 'Restore Ada Lovelace');
        await settled();

        expect(textOf(element)).toContain('19 of 20 used');
        expect(textOf(element)).not.toContain('18 of 20 used');
        expect(textOf(element)).toContain('1 seat left');
        expect(textOf(element)).toContain('5 inactive users');
        expect(open).toHaveBeenCalledTimes(1);
    });

    it('shows what an administrator has to mend, with the cure', async () => {
        open.mockResolvedValue({
            ...state,
            warnings: [
                {
                    text: 'The subscriber of snapshots has stopped.',
                    cure: 'Resume it in Setup.',
                    url: '/lightning/setup/x',
                },
            ],
        });
        const element = await showConsole();

        expect(textOf(element)).toContain('The subscriber of snapshots has stopped. Resume it in Setup. Open Setup');
        expect(find(element, 'c-reinstate-warnings').shadowRoot?.querySelector('a')?.getAttribute('href')).toBe(
            '/lightning/setup/x',
        );
    });

    it('reads everything again on demand and keeps the page meanwhile', async () => {
        const element = await showConsole();

        press(element, 'Refresh');
        expect(textOf(element)).toContain('Ada Lovelace');
        await settled();

        expect(open).toHaveBeenCalledTimes(2);
    });

    it('tells who may only look, and names the permission set to restore', async () => {
        open.mockResolvedValue({ ...state, rights: { ...state.rights, canRestore: false } });
        const element = await showConsole();

        expect(find(element, '[role="note"]').textContent).toContain('Reinstate Operator');
    });

    it('lists the steps that will be left out', async () => {
        const step = 'Password mail: Reset User Passwords and Unlock Users (PermissionsResetPasswords)';
        open.mockResolvedValue({ ...state, rights: { ...state.rights, missingStepPermissions: [step] } });
        const element = await showConsole();

        expect(find(element, '[role="note"]').textContent).toContain(step);
    });

    it('is accessible when it shows users', async () => {
        await expect(await showConsole()).toBeAccessible();
    });

    it('is accessible when it failed', async () => {
        open.mockRejectedValue({ body: { message: 'The server is busy.' } });
        await expect(await showConsole()).toBeAccessible();
    });
});
