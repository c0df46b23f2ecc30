import findPackageSeats from '@salesforce/apex/SeatController.findPackageSeats';
import LightningModal from 'lightning/modal';
import ReinstatePackageSeats from 'c/reinstatePackageSeats';
import { buttonsNamed, press, settled, show, textOf } from '../../../../../test/jest-page/page';

jest.mock('@salesforce/apex/SeatController.findPackageSeats', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/customPermission/ReinstateReclaim', () => ({ default: true }), { virtual: true });

const ACME: Reinstate.PackageSeats = {
    licenseId: '050000000000001AAA',
    name: 'acme',
    total: 20,
    used: 18,
    remaining: 2,
    heldByInactive: 3,
};
const WHOLE_ORG: Reinstate.PackageSeats = {
    licenseId: '050000000000002AAA',
    name: 'everybody',
    total: null,
    used: 40,
    remaining: null,
    heldByInactive: 0,
};
const ask = findPackageSeats as unknown as jest.Mock;
const openModal = LightningModal.open as unknown as jest.Mock;

async function showSeats(packages: Reinstate.PackageSeats[] = [ACME, WHOLE_ORG]): Promise<HTMLElement> {
    ask.mockResolvedValue(packages);
    const element = show('c-reinstate-package-seats', ReinstatePackageSeats);
    await settled();
    return element;
}

describe('c-reinstate-package-seats', () => {
    beforeEach(() => {
        ask.mockReset();
        openModal.mockReset();
    });

    it('makes up neither seats nor holders nor that there are no packages', async () => {
        const why = 'Seats: not known. Why.';
        const uncounted = { ...ACME, total: null, remaining: null, heldByInactive: null, unknown: why };
        const unheld = { ...ACME, heldByInactive: null, unknown: 'Held: not known. Why.' };

        expect(textOf(await showSeats([uncounted]))).toMatch(/acme Seats: not known\. Why\.$/);
        expect(textOf(await showSeats([unheld]))).toMatch(/acme 18 of 20 used, 2 left Held: not known\. Why\.$/);
        const nothing = await showSeats([{ name: 'Managed package licenses', unknown: why }]);
        expect(textOf(nothing)).toMatch(/Managed package licenses Seats: not known\. Why\.$/);
        expect(buttonsNamed(nothing, 'Release')).toHaveLength(0);
    });

    it('tells seats used, left and held by inactive users', async () => {
        const text = textOf(await showSeats());

        expect(text).toContain('acme 18 of 20 used, 2 left 3 held by inactive users');
        expect(text).toContain('everybody Licensed for the whole org None held by inactive users');
    });

    it('offers a release only where inactive users hold seats', async () => {
        const element = await showSeats();

        expect(buttonsNamed(element, 'Release Seats of acme')).toHaveLength(1);
        expect(buttonsNamed(element, 'Release Seats of everybody')).toHaveLength(0);
    });

    it('reads again and says so after a release, and stays as it is after a look', async () => {
        const element = await showSeats();
        openModal.mockResolvedValueOnce(undefined).mockResolvedValueOnce('3 seats were released.');

        press(element, 'Release Seats of acme');
        await settled();
        expect(ask).toHaveBeenCalledTimes(1);
        expect(openModal.mock.calls[0][0]).toMatchObject({ licenseId: ACME.licenseId, packageName: 'acme' });

        press(element, 'Release Seats of acme');
        await settled();
        expect(ask).toHaveBeenCalledTimes(2);
        expect(textOf(element)).toContain('3 seats were released.');
    });

    it('says that there is no such package', async () => {
        expect(textOf(await showSeats([]))).toContain('No managed package of this org is licensed by seats.');
    });

    it('says what failed and tries again', async () => {
        ask.mockRejectedValueOnce({ body: { message: 'The server is busy.' } });
        const element = show('c-reinstate-package-seats', ReinstatePackageSeats);
        await settled();
        expect(textOf(element)).toContain('The managed packages could not be loaded The server is busy.');

        ask.mockResolvedValue([ACME]);
        press(element, 'Try Again');
        await settled();
        expect(textOf(element)).toContain('acme');
    });

    it('is accessible', async () => {
        await expect(await showSeats()).toBeAccessible();
    });
});
