import { LightningElement, api } from 'lwc';
import { labels } from 'c/reinstateRestoreLabels';

/** The consequences of a restore: the seat, what comes back, what does not and why, what is by hand. */
export default class ReinstatePlan extends LightningElement {
    labels = labels;

    @api plan!: Reinstate.UserRestorePlan;

    @api seats: Reinstate.SeatChange[] = [];

    get isBlocked(): boolean {
        return !this.plan.canExecute && !this.plan.alreadyActive;
    }

    get comesBack(): Reinstate.PlanItem[] {
        return this.itemsWith('comesBack', 'extended');
    }

    get doesNot(): Reinstate.PlanItem[] {
        return this.itemsWith('cannot', 'notChosen');
    }

    get alreadyThere(): Reinstate.PlanItem[] {
        return this.itemsWith('alreadyThere');
    }

    get hasByHand(): boolean {
        return this.plan.byHand.length > 0;
    }

    private itemsWith(...effects: Reinstate.PlanItem['effect'][]): Reinstate.PlanItem[] {
        return this.plan.items.filter((item) => effects.includes(item.effect));
    }
}
