import planRestore from '@salesforce/apex/RestoreController.plan';
import { toOptions } from 'c/reinstatePlanChoices';
import type { PlanChoices } from 'c/reinstatePlanChoices';

/**
 * Asks for plans one after the other, so that each replaces the one before and none is left over,
 * and hands on only the answer to what was asked last.
 */
export class PlanReader {
    private newest = 0;
    private running: Promise<unknown> = Promise.resolve();
    private replacesKey: string | null = null;

    /**
     * Reads the plan of a user for these choices.
     * @returns undefined when something newer was asked meanwhile
     * @throws what Apex refused, unless something newer was asked meanwhile
     */
    async read(userId: string, choices: PlanChoices): Promise<Reinstate.RestorePlanView | undefined> {
        this.newest += 1;
        const turn = this.newest;
        await this.running;
        if (turn !== this.newest) {
            return undefined;
        }
        const asked = planRestore({ userIds: [userId], options: toOptions(choices, userId, this.replacesKey) });
        this.running = asked.then(ignore, ignore);
        try {
            const plan = (await asked) as Reinstate.RestorePlanView;
            this.replacesKey = plan.key;
            return turn === this.newest ? plan : undefined;
        } catch (error) {
            if (turn === this.newest) {
                throw error;
            }
            return undefined;
        }
    }

    /** From now on this plan, which somebody else asked for, is the one to replace. */
    adopt(plan: Reinstate.RestorePlanView): void {
        this.drop();
        this.replacesKey = plan.key;
    }

    /** The last plan is carried out: it stays, and the next one replaces nothing. */
    keep(): void {
        this.replacesKey = null;
    }

    /** No answer that is on its way is of interest any more, and nothing waits for it. */
    drop(): void {
        this.newest += 1;
        this.running = Promise.resolve();
    }
}

function ignore(): void {
    // Whoever asked has the answer; the next one only waits for its end.
}

/** What a plan would do, as text to compare; keys and times do not count. */
export function effectsOf(plan: Reinstate.RestorePlanView | undefined): string {
    const users = plan?.users.map((user) => [
        user.canExecute,
        user.refusals,
        user.items.map((item) => [item.key, item.effect]),
    ]);
    const seats = plan?.seats.map((seat) => [seat.name, seat.remainingAfter, seat.isShort]);
    return JSON.stringify([users, seats, plan?.policy.highRisk]);
}
