import planUndo from '@salesforce/apex/UndoController.plan';
import executeUndo from '@salesforce/apex/UndoController.execute';
import verifyUndo from '@salesforce/apex/UndoController.verify';
import executeRestore from '@salesforce/apex/RestoreController.execute';
import verifyRestore from '@salesforce/apex/RestoreController.verify';
import { errorMessages, isUnanswered } from 'c/reinstateErrors';
import { sentencesOf } from 'c/reinstateOutcomeText';
import { pause } from 'c/reinstateTiming';

type Phase =
    'planning' | 'executing' | 'verifying' | 'restored' | 'unknown' | 'failed' | 'undoing' | 'undone' | 'undoFailed';

/** What this session did, or does, with one user. */
export interface RestoreWork {
    phase: Phase;
    /** When the user came back, or was taken back; null before. */
    at: number | null;
    /** The plan that is carried out, as it was shown. */
    plan: Reinstate.RestorePlanView | null;
    outcome: Reinstate.RestoreOutcomeView | null;
    /** Of the restore, or of the undo once there is one; null while nothing was read back. */
    verification: Reinstate.RestoreVerificationView | null;
    /** What stays although the restore was taken back. */
    cannotTakeBack: Reinstate.ManualItem[];
    /** Full sentences on what did not work. */
    messages: string[];
    /** The user came back a moment ago: the way back stands out. */
    isFresh: boolean;
}

/**
 * Is told each step, so that the row and the panel show the same.
 * @returns false when something else was begun with the user, so that this work is of no interest any more
 */
export type Report = (change: Partial<RestoreWork>) => boolean;

export const NEW_WORK: RestoreWork = {
    phase: 'planning',
    at: null,
    plan: null,
    outcome: null,
    verification: null,
    cannotTakeBack: [],
    messages: [],
    isFresh: false,
};

/** Waits between re-reads of checks that are not answered yet: mail and split steps take moments. */
const RECHECK_DELAYS_MS = [1500, 3000, 6000, 12_000];

const BUSY: readonly Phase[] = ['planning', 'executing', 'verifying', 'undoing'];

const BACK: readonly Phase[] = ['restored', 'undoing', 'undoFailed'];

/** Whether something is under way, so that nothing else may start with this user. */
export function isBusy(work: RestoreWork | undefined): boolean {
    return work !== undefined && BUSY.includes(work.phase);
}

/** Whether the user is active by what this session did, also while the checks are answered once more. */
export function isBack(work: RestoreWork | undefined): boolean {
    return work !== undefined && (BACK.includes(work.phase) || (work.phase === 'verifying' && work.at !== null));
}

/** The checks of a user, as they were last read; empty before. */
export function checksOf(work: RestoreWork | undefined, userId: string): Reinstate.RestoreCheck[] {
    return work?.verification?.users.find((user) => user.userId === userId)?.checks ?? [];
}

/** Carries out a stored plan, reads back what stands, and waits a little for answers that are not there yet. */
export async function restore(plan: Reinstate.RestorePlanView, userId: string, report: Report): Promise<void> {
    report({ ...NEW_WORK, phase: 'executing', plan });
    let outcome: Reinstate.RestoreOutcomeView;
    try {
        outcome = (await executeRestore({ key: plan.key })) as Reinstate.RestoreOutcomeView;
    } catch (error) {
        report({ phase: isUnanswered(error) ? 'unknown' : 'failed', messages: errorMessages(error) });
        return;
    }
    if (outcome.status === 'Failed') {
        report({ phase: 'failed', outcome, messages: sentencesOf(outcome) });
        return;
    }
    report({ phase: 'verifying', outcome });
    const at = Date.now();
    await readRestored(plan.key, userId, { phase: 'restored', at }, report, RECHECK_DELAYS_MS);
}

/** Reads the checks of a restore once more, also of one whose answer never came. */
export async function checkAgain(work: RestoreWork, userId: string, report: Report): Promise<void> {
    if (work.plan) {
        report({ phase: 'verifying' });
        const { phase, at } = work;
        await readRestored(work.plan.key, userId, { phase, at: at ?? Date.now() }, report, []);
    }
}

/** Puts a user back as it was before the restore with that key, and reads back what stands. */
export async function undo(key: string, userId: string, report: Report): Promise<void> {
    report({ phase: 'undoing', messages: [] });
    try {
        const plan = (await planUndo({ key, userIds: [userId] })) as Reinstate.UndoPlanView;
        const userPlan = plan.users.find((user) => user.userId === userId);
        if (!userPlan?.canExecute) {
            const refusals = userPlan?.refusals ?? [];
            report({ phase: 'undoFailed', messages: refusals.length > 0 ? refusals : errorMessages(undefined) });
            return;
        }
        const outcome = (await executeUndo({ key: plan.key })) as Reinstate.RestoreOutcomeView;
        if (outcome.status === 'Failed') {
            report({ phase: 'undoFailed', messages: sentencesOf(outcome) });
            return;
        }
        report({ outcome, cannotTakeBack: userPlan.cannotTakeBack });
        await readUndone(plan.key, Date.now(), report, RECHECK_DELAYS_MS);
    } catch (error) {
        report({ phase: 'undoFailed', messages: errorMessages(error) });
    }
}

/** Without an answer what was known before stays: the restore reported what it did, or nothing is known. */
async function readRestored(
    key: string,
    userId: string,
    known: Pick<RestoreWork, 'phase'> & { at: number },
    report: Report,
    [delay, ...laterDelays]: readonly number[],
): Promise<void> {
    try {
        const verification = (await verifyRestore({ key })) as Reinstate.RestoreVerificationView;
        const phase = phaseOf(verification, userId);
        report({ phase, at: known.at, verification, messages: [] });
        if (await isAskedAgain(verification, delay, report)) {
            await readRestored(key, userId, { phase, at: known.at }, report, laterDelays);
        }
    } catch (error) {
        report({ ...known, messages: errorMessages(error) });
    }
}

async function readUndone(
    key: string,
    at: number,
    report: Report,
    [delay, ...laterDelays]: readonly number[],
): Promise<void> {
    try {
        const verification = (await verifyUndo({ key })) as Reinstate.RestoreVerificationView;
        report({ phase: 'undone', at, verification });
        if (await isAskedAgain(verification, delay, report)) {
            await readUndone(key, at, report, laterDelays);
        }
    } catch (error) {
        report({ phase: 'undone', at, verification: null, messages: errorMessages(error) });
    }
}

/** Waits where an answer is "not yet". False when there is nothing to wait for, or something else was begun meanwhile. */
async function isAskedAgain(
    { status }: Reinstate.RestoreVerificationView,
    delay: number | undefined,
    report: Report,
): Promise<boolean> {
    if (status !== 'Pending' || delay === undefined) {
        return false;
    }
    await pause(delay);
    return report({});
}

/** What was read back counts more than what the restore reported. */
function phaseOf(verification: Reinstate.RestoreVerificationView, userId: string): Phase {
    const checks = verification.users.find((user) => user.userId === userId)?.checks ?? [];
    const active = checks.find((check) => check.name === 'active');
    return active && active.answer !== 'yes' ? 'failed' : 'restored';
}
