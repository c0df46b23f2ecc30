import { matches, needsLook, toUserRow } from 'c/reinstateUserRow';
import { NEW_WORK } from 'c/reinstateRestoreWork';
import type { RestoreWork } from 'c/reinstateRestoreWork';
import openJson from '../../reinstateConsole/__tests__/data/open.json';

const [ada, alan, edsger, robot] = (openJson as Reinstate.ConsoleState).page.rows;
const NO_SEATS_KNOWN = new Map<string, number>();

describe('c-reinstate-user-row', () => {
    it('shows who switched the user off and when', () => {
        expect(toUserRow(ada, NO_SEATS_KNOWN, true, undefined, false)).toMatchObject({
            deactivatedAt: Date.parse('2026-11-02T09:15:00.000Z'),
            deactivatedBy: 'by Grace Hopper',
            isFrozen: true,
            canRestore: true,
            reason: '',
        });
    });

    it('is honest where the audit trail does not reach', () => {
        expect(toUserRow(alan, NO_SEATS_KNOWN, true, undefined, false).deactivationText).toBe('Before tracking');
        expect(toUserRow(robot, NO_SEATS_KNOWN, true, undefined, false).deactivationText).toBe('Not known');
    });

    it('takes an absent field for an unknown one', () => {
        const { userId, name, username, lastChange, deactivationSource, verdict, isHighRisk } = robot;
        const bare = { userId, name, username, lastChange, deactivationSource, verdict, isHighRisk };

        expect(toUserRow(bare, NO_SEATS_KNOWN, true, undefined, false)).toMatchObject({
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

    it('tells what cannot be known from what is empty, never or not frozen', () => {
        const bare = { ...robot, lastLogin: null, profileName: null, licenseName: null, isFrozen: null };
        const unknown = { ...bare, unknown: ['lastLogin', 'profileName', 'licenseName', 'isFrozen'] };

        expect(toUserRow({ ...bare, unknown: [] }, NO_SEATS_KNOWN, true, undefined, false)).toMatchObject({
            noLogin: 'Never',
            profile: 'No profile',
            license: 'No license',
            isFrozenUnknown: false,
        });
        expect(toUserRow(unknown, NO_SEATS_KNOWN, true, undefined, false)).toMatchObject({
            noLogin: 'Not known',
            profile: 'Not known',
            license: 'Not known',
            isFrozen: false,
            isFrozenUnknown: true,
        });
    });

    it('neither promises a seat nor calls harmless what is not known', () => {
        const row: Reinstate.InactiveUserRow = {
            ...ada,
            verdict: 'notKnown',
            isHighRisk: null,
            unknown: ['isHighRisk'],
        };

        expect(toUserRow(row, NO_SEATS_KNOWN, true, undefined, false)).toMatchObject({
            seatsLeft: 'Seats: not known',
            hasNoSeat: false,
            isHighRisk: false,
            isRiskUnknown: true,
            canRestore: true,
        });
        const harmless: Reinstate.InactiveUserRow = { ...ada, verdict: 'ready', isHighRisk: false };
        expect(needsLook(harmless, NO_SEATS_KNOWN)).toBe(false);
        expect(needsLook({ ...harmless, isHighRisk: null }, NO_SEATS_KNOWN)).toBe(true);
        expect(needsLook({ ...harmless, verdict: 'notKnown' }, NO_SEATS_KNOWN)).toBe(true);
    });

    it('gives the reason and no way to restore for users that cannot be restored', () => {
        expect(toUserRow(robot, NO_SEATS_KNOWN, true, undefined, false)).toMatchObject({
            canRestore: false,
            reason: robot.verdictReason,
            profile: 'No profile',
            license: 'No license',
            seatsLeft: '',
        });
    });

    it('has a disabled button, the reason and a way to free a seat when none is left', () => {
        expect(toUserRow(edsger, NO_SEATS_KNOWN, true, undefined, false)).toMatchObject({
            canRestore: true,
            hasNoSeat: true,
            seatsLeft: 'No seat left, 3 more used than owned',
            reason: 'No seat of Salesforce Platform is left.',
            freeSeatLabel: 'Free a seat for Edsger Dijkstra',
        });
        expect(toUserRow(edsger, NO_SEATS_KNOWN, false, undefined, false)).toMatchObject({
            reason: '',
            freeSeatLabel: '',
        });
    });

    it('follows the seats when the last one is taken or one is freed', () => {
        const taken = new Map([[ada.licenseId ?? '', 0]]);
        const freed = new Map([[edsger.licenseId ?? '', 1]]);

        expect(toUserRow(ada, taken, true, undefined, false)).toMatchObject({
            hasNoSeat: true,
            seatsLeft: 'No seat left',
        });
        expect(toUserRow(edsger, freed, true, undefined, false)).toMatchObject({
            hasNoSeat: false,
            seatsLeft: '1 seat left',
            reason: '',
        });
    });

    it('offers nothing without the right to restore', () => {
        expect(toUserRow(ada, NO_SEATS_KNOWN, false, undefined, false).canRestore).toBe(false);
    });

    it('shows a restored user as back, thawed and without a button', () => {
        const work: RestoreWork = { ...NEW_WORK, phase: 'restored', at: 5 };

        expect(toUserRow(ada, NO_SEATS_KNOWN, true, work, false)).toMatchObject({
            canRestore: false,
            isFrozen: false,
            work: { phase: 'restored', at: 5, canUndo: true, undoLabel: 'Undo restore of Ada Lovelace' },
        });
    });

    it.each(['planning', 'executing', 'verifying', 'undoing', 'unknown'] as const)(
        'has no button to restore while the work is %s',
        (phase) => {
            expect(toUserRow(ada, NO_SEATS_KNOWN, true, { ...NEW_WORK, phase }, false).canRestore).toBe(false);
        },
    );

    it.each(['failed', 'undone'] as const)('can be restored again after the work is %s', (phase) => {
        expect(toUserRow(ada, NO_SEATS_KNOWN, true, { ...NEW_WORK, phase }, false).canRestore).toBe(true);
    });

    it('marks the user whom the panel shows', () => {
        expect(toUserRow(ada, NO_SEATS_KNOWN, true, undefined, true)).toMatchObject({
            current: 'true',
            look: expect.stringContaining('slds-is-selected'),
        });
        expect(toUserRow(ada, NO_SEATS_KNOWN, true, undefined, false).current).toBeNull();
    });

    it('asks for a look where a user is high-risk, cannot be restored or has no seat', () => {
        expect([ada, alan, edsger, robot].map((row) => needsLook(row, NO_SEATS_KNOWN))).toEqual([
            true,
            false,
            true,
            true,
        ]);
        expect(needsLook(alan, new Map([[alan.licenseId ?? '', 0]]))).toBe(true);
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
