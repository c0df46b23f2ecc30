import ReinstatePanelLicenses from 'c/reinstatePanelLicenses';
import { find, findAll, show, textOf } from '../../../../../test/jest-page/page';
import planJson from '../../reinstateUserPanel/__tests__/data/plan.json';

const TAG = 'c-reinstate-panel-licenses';
const [seat] = (planJson as Reinstate.RestorePlanView).seats;
const SEATS: Reinstate.SeatChange[] = [
    seat,
    {
        ...seat,
        kind: 'packageLicense',
        licenseId: '050000000000001AAA',
        name: 'CPQ',
        remainingNow: 0,
        remainingAfter: -1,
        needed: 1,
        isShort: true,
        setupUrl: '/lightning/setup/ImportedPackage/home',
        heldByInactive: 3,
    },
    {
        ...seat,
        kind: 'featureLicense',
        licenseId: null,
        name: 'Knowledge User',
        remainingNow: null,
        remainingAfter: null,
        asOf: null,
    },
];

function showLicenses(properties: Record<string, unknown> = {}): HTMLElement {
    return show(TAG, ReinstatePanelLicenses, { seats: SEATS, isPlanned: true, mayRestore: true, ...properties });
}

describe('c-reinstate-panel-licenses', () => {
    it('says for each license what is left now and after, in words and an icon', () => {
        const licenses = showLicenses();

        expect(find(licenses, '[data-seat="Salesforce"]').textContent).toContain('2 left now, 1 after the restore');
        expect(find(licenses, '[data-seat="Salesforce"]').textContent).toContain('Enough seats');
        const icons = findAll<HTMLElement & { iconName: string }>(licenses, 'lightning-icon').map((it) => it.iconName);
        expect(new Set(icons).size).toBe(3);
    });

    it('says how many to free, who holds them, and where', () => {
        const short = find(showLicenses(), '[data-seat="CPQ"]');

        expect(short.textContent).toContain('Not enough seats');
        expect(short.textContent).toContain('0 left. Unless one is free, the user comes back without it.');
        expect(short.textContent).toContain('3 seats are held by inactive users.');
        expect(short.querySelector('a')?.getAttribute('href')).toBe('/lightning/setup/ImportedPackage/home');
    });

    it('says that nobody comes back without a seat of the user license', () => {
        const seats = [{ ...seat, remainingNow: 0, remainingAfter: -1, isShort: true }];

        expect(textOf(showLicenses({ seats }))).toContain('0 left now. Free 1 to restore this user.');
    });

    it('dates feature licenses by the day on which Salesforce counted them', () => {
        const seats = [{ ...SEATS[2], remainingNow: 4, remainingAfter: 3, asOf: '2026-11-22T00:00:00.000Z' }];
        const date = find<HTMLElement & { format: string }>(showLicenses({ seats }), 'c-reinstate-date-time');

        expect(date.format).toBe('date');
    });

    it('does not guess where seats cannot be read', () => {
        const unknown = find(showLicenses(), '[data-seat="Knowledge User"]');

        expect(unknown.textContent).toContain('Seats not known');
        expect(unknown.textContent).toContain('How many are left cannot be read.');
    });

    it('says what would make seats and licenses known, and not that none is needed', () => {
        const text = 'Whether a seat is left: not known. UserLicense cannot be read here.';
        const unknown = [{ area: 'licenses', text }];
        const seats = [{ ...SEATS[0], remainingNow: null, remainingAfter: null, unknown: 'Seats: not known. Why.' }];

        expect(textOf(showLicenses({ seats: [], unknown }))).toBe(`Not known ${text}`);
        expect(find(showLicenses({ seats, unknown }), '[data-seat="Salesforce"]').textContent).toContain(
            'Seats: not known. Why.',
        );
    });

    it('says that no seat is taken, once there is a plan', () => {
        expect(textOf(showLicenses({ seats: [] }))).toBe('This restore takes no seat of any license.');
        expect(textOf(showLicenses({ seats: [], isPlanned: undefined }))).toBe('');
        expect(textOf(showLicenses({ mayRestore: false }))).toContain('Reinstate Operator');
    });

    it('is accessible', async () => {
        await expect(showLicenses()).toBeAccessible();
    });
});
