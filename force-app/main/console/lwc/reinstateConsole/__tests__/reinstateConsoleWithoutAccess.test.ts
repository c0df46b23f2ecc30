import openConsole from '@salesforce/apex/RestoreConsoleController.open';
import ReinstateConsole from 'c/reinstateConsole';
import { press, settled, show, textOf } from '../../../../../test/jest-page/page';
import openJson from './data/open.json';

jest.mock('@salesforce/apex/RestoreConsoleController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/ReinstateView', () => ({ default: undefined }), { virtual: true });

describe('c-reinstate-console without the permission to view', () => {
    it('names the permission set to assign and asks Apex for nothing', async () => {
        const element = show('c-reinstate-console', ReinstateConsole);
        await settled();

        expect(textOf(element)).toContain('You do not have access to Reinstate yet');
        expect(textOf(element)).toContain('Reinstate View (ReinstateView)');
        expect(textOf(element)).toContain('Reinstate Operator');
        expect(openConsole).not.toHaveBeenCalled();
    });

    it('opens once the permission was given meanwhile', async () => {
        (openConsole as unknown as jest.Mock).mockResolvedValue(openJson);
        const element = show('c-reinstate-console', ReinstateConsole);

        press(element, 'Check Again');
        await settled();

        expect(textOf(element)).toContain('Ada Lovelace');
    });

    it('is accessible when access is missing', async () => {
        const element = show('c-reinstate-console', ReinstateConsole);
        await settled();

        await expect(element).toBeAccessible();
    });
});
