import findHeldByInactive from '@salesforce/apex/SeatController.findHeldByInactive';
import planRelease from '@salesforce/apex/SeatController.planRelease';
import release from '@salesforce/apex/SeatController.release';
import ReinstateReleaseModal from 'c/reinstateReleaseModal';
import { buttonsNamed, change, find, press, settled, show, textOf } from '../../../../../test/jest-page/page';

jest.mock('@salesforce/apex/SeatController.findHeldByInactive', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SeatController.planRelease', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SeatController.release', () => ({ default: jest.fn() }), { virtual: true });

const ADA = {
    id: '005000000000001AAA',
    label: 'Ada Lovelace',
    detail: 'ada@reinstate.test · Sales',
    isHighRisk: false,
};
const BOB = { id: '005000000000002AAA', label: 'Bob Babbage', detail: 'bob@reinstate.test · Sales', isHighRisk: false };
const ask = findHeldByInactive as unknown as jest.Mock;
const plan = planRelease as unknown as jest.Mock;
const execute = release as unknown as jest.Mock;

interface ModalElement extends HTMLElement {
    close: jest.Mock;
    disableClose: boolean;
}

interface NamedInput extends HTMLElement {
    label: string;
}

function done(userId: string): Reinstate.UserOutcome {
    return { userId, success: true, items: [{ key: userId, label: 'acme', result: 'done' }] };
}

async function showModal(): Promise<ModalElement> {
    const modal = show<ModalElement>('c-reinstate-release-modal', ReinstateReleaseModal, {
        label: 'Release seats of acme',
        licenseId: '050000000000001AAA',
        packageName: 'acme',
    });
    await settled();
    return modal;
}

describe('c-reinstate-release-modal', () => {
    beforeEach(() => {
        ask.mockReset().mockResolvedValue([ADA, BOB]);
        plan.mockReset().mockResolvedValue({
            key: 'release-1',
            licenseName: 'acme',
            users: [
                { userId: ADA.id, name: ADA.label },
                { userId: BOB.id, name: BOB.label },
            ],
        });
        execute
            .mockReset()
            .mockResolvedValue({ key: 'release-1', status: 'Executed', users: [done(ADA.id), done(BOB.id)] });
    });

    it('lists the names first and takes nothing away', async () => {
        const modal = await showModal();

        expect(ask.mock.lastCall).toEqual([{ packageLicenseId: '050000000000001AAA' }]);
        expect(find<NamedInput>(modal, `[data-user-id="${ADA.id}"]`).label).toBe('Ada Lovelace');
        expect(textOf(modal)).toContain('bob@reinstate.test · Sales');
        expect(plan).not.toHaveBeenCalled();
    });

    it('releases those who were chosen, and closes with how many', async () => {
        const modal = await showModal();
        change(find(modal, `[data-user-id="${BOB.id}"]`), { checked: false });
        await settled();
        execute.mockResolvedValue({ key: 'release-1', status: 'Executed', users: [done(ADA.id)] });

        press(modal, 'Release 1 Seat');
        await settled();

        expect(plan.mock.lastCall).toEqual([{ packageLicenseId: '050000000000001AAA', userIds: [ADA.id] }]);
        expect(execute.mock.lastCall).toEqual([{ key: 'release-1' }]);
        expect(textOf(modal)).toContain('1 seat was released.');
        press(modal, 'Close');
        expect(modal.close).toHaveBeenCalledWith('1 seat was released.');
    });

    it('chooses all and none', async () => {
        const modal = await showModal();
        change(find(modal, '[data-all]'), { checked: false });
        await settled();
        expect((buttonsNamed(modal, 'Release 0 Seats') as HTMLButtonElement[])[0]?.disabled).toBe(true);

        change(find(modal, '[data-all]'), { checked: true });
        await settled();
        expect(buttonsNamed(modal, 'Release 2 Seats')).toHaveLength(1);
    });

    it('names who kept the seat, and why', async () => {
        plan.mockResolvedValue({
            key: 'release-1',
            licenseName: 'acme',
            users: [
                { userId: ADA.id, name: ADA.label, refusal: 'The user is active, so the seat stays.' },
                { userId: BOB.id, name: BOB.label },
            ],
        });
        execute.mockResolvedValue({
            key: 'release-1',
            status: 'Failed',
            users: [
                { userId: ADA.id, success: false, items: [{ key: 'a', label: 'acme', result: 'refused' }] },
                {
                    userId: BOB.id,
                    success: false,
                    items: [
                        {
                            key: 'b',
                            label: 'acme',
                            result: 'failed',
                            statusCode: 'UNABLE_TO_LOCK_ROW',
                            cure: 'Try again.',
                        },
                    ],
                },
            ],
        });
        const modal = await showModal();

        press(modal, 'Release 2 Seats');
        await settled();

        expect(textOf(modal)).toContain('0 seats were released.');
        expect(textOf(find(modal, '[data-not-released]'))).toContain(
            'Ada Lovelace: The user is active, so the seat stays.',
        );
        expect(textOf(find(modal, '[data-not-released]'))).toContain('Bob Babbage: UNABLE_TO_LOCK_ROW Try again.');
    });

    it('cannot be closed while it works', async () => {
        plan.mockReturnValue(new Promise(() => {}));
        const modal = await showModal();

        press(modal, 'Release 2 Seats');
        await settled();

        expect(modal.disableClose).toBe(true);
        expect(textOf(modal)).toContain('Releasing…');
    });

    it('says why nothing was released', async () => {
        plan.mockRejectedValue({ body: { message: 'You need the custom permission Reinstate Reclaim.' } });
        const modal = await showModal();

        press(modal, 'Release 2 Seats');
        await settled();

        expect(textOf(modal)).toContain(
            'The seats could not be released You need the custom permission Reinstate Reclaim.',
        );
        press(modal, 'Close');
        expect(modal.close).toHaveBeenCalledWith(undefined);
    });

    it('says that nobody holds a seat', async () => {
        ask.mockResolvedValue([]);
        const modal = await showModal();

        expect(textOf(modal)).toContain('No inactive user holds a seat of acme.');
        expect(buttonsNamed(modal, 'Close')).toHaveLength(1);
    });

    it('says that there are more than are listed', async () => {
        ask.mockResolvedValue(Array.from({ length: 200 }, (_, index) => ({ ...ADA, id: `005${index}` })));

        expect(textOf(await showModal())).toContain('Only the first 200 are listed.');
    });

    it('is accessible', async () => {
        await expect(await showModal()).toBeAccessible();
    });
});
