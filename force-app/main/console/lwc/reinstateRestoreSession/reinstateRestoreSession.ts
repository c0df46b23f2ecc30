import { errorMessages } from 'c/reinstateErrors';
import { asksPerson, planOnePress } from 'c/reinstateOnePress';
import type { AccessChoice } from 'c/reinstatePlanChoices';
import { NEW_WORK, checkAgain, isBack, isBusy, restore, undo } from 'c/reinstateRestoreWork';
import type { Report, RestoreWork } from 'c/reinstateRestoreWork';
import { delayed } from 'c/reinstateTiming';
import type { DelayedCall } from 'c/reinstateTiming';
import { matches } from 'c/reinstateUserRow';
import type { SessionUser } from 'c/reinstateUserRow';

/** So long after a restore the way back stands out. After that it is still there, but quietly. */
const FRESH_MS = 30_000;

/** The users with whom this session did something, by Id. Never changed in place. */
export type SessionUsers = Readonly<Record<string, SessionUser>>;

/** A step of the work with one user. */
export interface Step {
    row: Reinstate.InactiveUserRow;
    before: RestoreWork | undefined;
    work: RestoreWork;
}

/** What this session does and did: its users stay in sight, although some are no longer inactive. */
export class RestoreSession {
    private users: SessionUsers = {};
    /** Counts what was begun with each user. */
    private readonly turns = new Map<string, number>();
    private readonly freshness = new Map<string, DelayedCall>();
    private readonly tell: (users: SessionUsers, step?: Step) => void;

    /** Is told the users after each change, and the step when there was one. */
    constructor(tell: (users: SessionUsers, step?: Step) => void) {
        this.tell = tell;
    }

    /** Restores a user as the settings say. Hands the plan back, and does nothing, where a person has to look first. */
    async restoreAtOnce(
        row: Reinstate.InactiveUserRow,
        accessChoice: AccessChoice,
    ): Promise<Reinstate.RestorePlanView | null> {
        if (this.isBusyWith(row.userId)) {
            return null;
        }
        const report = this.reportOn(row);
        report(NEW_WORK);
        let plan: Reinstate.RestorePlanView;
        try {
            plan = await planOnePress(row.userId, accessChoice);
        } catch (error) {
            report({ phase: 'failed', messages: errorMessages(error) });
            return null;
        }
        if (asksPerson(plan)) {
            this.forget(row.userId);
            return plan;
        }
        await restore(plan, row.userId, report);
        return null;
    }

    /** Carries out a plan that somebody has looked at. */
    async restore(row: Reinstate.InactiveUserRow, plan: Reinstate.RestorePlanView): Promise<void> {
        if (!this.isBusyWith(row.userId)) {
            await restore(plan, row.userId, this.reportOn(row));
        }
    }

    async undo(userId: string): Promise<void> {
        const user = this.users[userId];
        if (user?.work.plan && !isBusy(user.work)) {
            await undo(user.work.plan.key, userId, this.reportOn(user.row));
        }
    }

    async checkAgain(userId: string): Promise<void> {
        const user = this.users[userId];
        if (user && !isBusy(user.work)) {
            await checkAgain(user.work, userId, this.reportOn(user.row));
        }
    }

    /** Somebody is about to press Undo: it stands out until they have left. */
    holdUndo(userId: string): void {
        this.freshness.get(userId)?.cancel();
    }

    /** Nobody is at Undo: it stands out for its time, counted from now. */
    releaseUndo(userId: string): void {
        const timer = this.freshness.get(userId) ?? delayed(() => this.calmUndo(userId), FRESH_MS);
        this.freshness.set(userId, timer);
        timer.schedule();
    }

    /** From now on the way back is there quietly. */
    calmUndo(userId: string): void {
        this.holdUndo(userId);
        const user = this.users[userId];
        if (user?.work.isFresh) {
            this.users = { ...this.users, [userId]: { ...user, work: { ...user.work, isFresh: false } } };
            this.tell(this.users);
        }
    }

    /** No timer goes off any more. */
    stop(): void {
        this.freshness.forEach((timer) => timer.cancel());
    }

    private isBusyWith(userId: string): boolean {
        return isBusy(this.users[userId]?.work);
    }

    /** Takes down what is reported of work that begins now. What was begun before with the user has no say any more. */
    private reportOn(row: Reinstate.InactiveUserRow): Report {
        const turn = (this.turns.get(row.userId) ?? 0) + 1;
        this.turns.set(row.userId, turn);
        return (change) => {
            const isCurrent = this.turns.get(row.userId) === turn;
            if (isCurrent && Object.keys(change).length > 0) {
                this.change(row, change);
            }
            return isCurrent;
        };
    }

    private change(row: Reinstate.InactiveUserRow, change: Partial<RestoreWork>): void {
        const before = this.users[row.userId]?.work;
        const work = { ...(before ?? NEW_WORK), ...change };
        const isNew = isBack(work) && !isBack(before);
        const user = { row, work: { ...work, isFresh: isNew || (work.isFresh && isBack(work)) } };
        this.users = { ...this.users, [row.userId]: user };
        this.tell(this.users, { row, before, work: user.work });
        if (isNew) {
            this.releaseUndo(row.userId);
        }
    }

    private forget(userId: string): void {
        const { [userId]: forgotten, ...others } = this.users;
        if (forgotten) {
            this.users = others;
            this.tell(others);
        }
    }
}

/** The rows of the list with the users of this session before them who are not in it, but fit the search. */
export function withSession(
    rows: Reinstate.InactiveUserRow[],
    users: SessionUsers,
    searchTerm: string,
): Reinstate.InactiveUserRow[] {
    const listed = new Set(rows.map((row) => row.userId));
    const kept = Object.values(users)
        .map(({ row }) => row)
        .filter((row) => !listed.has(row.userId) && matches(row, searchTerm));
    return [...kept, ...rows];
}

/** Who came back last and may still be taken back by the toast; undefined when nobody. */
export function freshest(users: SessionUsers): SessionUser | undefined {
    return Object.values(users)
        .filter(({ work }) => work.isFresh && work.phase === 'restored')
        .sort((one, other) => (other.work.at ?? 0) - (one.work.at ?? 0))[0];
}
