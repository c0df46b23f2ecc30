import { matches, toUserRow } from 'c/reinstateUserRow';
import openJson from '../../reinstateConsole/__tests__/data/open.json';

const [ada, alan, edsger, robot] = (openJson as Reinstate.ConsoleState).page.rows;
const NO_SEATS_KNOWN = new Map<string, number>();

describe('c-reinstate-user-row', () => {
    it('shows who switched the user off and when', () => {
        expect(toUserRow(ada, NO_SEATS_KNOWN, true, undefined)).toMatchObject({
            deactivatedAt: Date.parse('2026-11-02T09:15:00.000Z'),
            deactivatedBy: 'by Grace Hopper',
            isFrozen: true,
            canRestore: true,
            reason: '',
        });
    });

    it('is honest where the audit trail does not reach', () => {
        expect(toUserRow(alan, NO_SEATS_KNOWN, true, undefined).deactivationText).toBe('Before tracking');
        expect(toUserRow(robot, NO_SEATS_KNOWN, true, undefined).deactivationText).toBe('Not known');
    });

    it('takes an absent field for an unknown one', () => {
        const { userId, name, username, lastChange, deactivationSource, verdict, isHighRisk } = robot;
        const bare = { userId, name, username, lastChange, deactivationSource, verdict, isHighRisk };

        expect(toUserRow(bare, NO_SEATS_KNOWN, true, undefined)).toMatchObject({
            profile: 'No profile',
            license: 'No license',
            seatsLeft: '',
            lastLogin: null,
            deactivatedAt: null,
            deactivatedBy: '',
            deactivationText: 'Not known',
            isFrozen: false,
        });
    });

    it('gives the reason and no way to restore for users that cannot be restored', () => {
        expect(toUserRow(robot, NO_SEATS_KNOWN, true, undefined)).toMatchObject({
            canRestore: false,
            reason: robot.verdictReason,
            profile: 'No profile',
            license: 'No license',
            seatsLeft: '',
        });
    });

    it('keeps the way to the dialog, which gives the reason, when no seat is left', () => {
        expect(toUserRow(edsger, NO_SEATS_KNOWN, true, undefined)).toMatchObject({
            canRestore: true,
            hasNoSeat: true,
            seatsLeft: 'No seat left, 3 more used than owned',
            reason: '',
        });
    });

    it('follows the seats when the last one is taken or one is freed', () => {
        const taken = new Map([[ada.licenseId ?? '', 0]]);
        const freed = new Map([[edsger.licenseId ?? '', 1]]);

        expect(toUserRow(ada, taken, true, undefined)).toMatchObject({
            hasNoSeat: true,
            seatsLeft: 'No seat left',
        });
        expect(toUserRow(edsger, freed, true, undefined)).toMatchObject({
            hasNoSeat: false,
            seatsLeft: '1 seat left',
            reason: '',
        });
    });

    it('offers nothing without the right to restore', () => {
        expect(toUserRow(ada, NO_SEATS_KNOWN, false, undefined).canRestore).toBe(false);
    });

    it('shows a restored user as back, thawed and without a button', () => {
        expect(toUserRow(ada, NO_SEATS_KNOWN, true, { row: ada, at: 5, verification: null })).toMatchObject({
            isRestored: true,
            restoredAt: 5,
            canRestore: false,
            isFrozen: false,
            hasChecks: false,
        });
    });

    it('finds a kept user by name, username, email and alias', () => {
        expect(['LOVE', 'ada.lovelace@', 'ada ', ''].map((term) => matches(ada, term))).toEqual([
            true,
            true,
            true,
            true,
        ]);
        expect(matches(ada, 'turing')).toBe(false);
    });
});
