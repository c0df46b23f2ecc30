import { LightningElement, api } from 'lwc';
import { fill } from 'c/reinstateText';
import { labels } from 'c/reinstatePanelLabels';
import type { Choice, PlanChoices } from 'c/reinstatePlanChoices';

/** Another profile, role or manager for the user, folded away until somebody wants one. Fires `choose`. */
export default class ReinstatePlanChanges extends LightningElement {
    labels = labels;

    @api plan!: Reinstate.UserRestorePlan;

    /** Names of the columns of the user that cannot be known. */
    @api unknown: string[] = [];

    @api choices!: PlanChoices;

    isUnfolded = false;

    get isOpen(): boolean {
        const { profile, role, clearsRole, manager, clearsManager } = this.choices;
        return this.isUnfolded || Boolean(profile || role || clearsRole || manager || clearsManager);
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get icon(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get keepsProfile(): string {
        return this.hintOf('profileName', this.plan.profileName);
    }

    get keepsRole(): string {
        return this.hintOf('roleName', this.plan.roleName, this.plan.roleId);
    }

    get keepsManager(): string {
        return this.hintOf('managerName', this.plan.managerName, this.plan.managerId);
    }

    get showsClearRole(): boolean {
        return this.choices.clearsRole || (Boolean(this.plan.roleId) && !this.choices.role);
    }

    get showsClearManager(): boolean {
        return this.choices.clearsManager || (Boolean(this.plan.managerId) && !this.choices.manager);
    }

    get profileProblem(): string {
        return this.choices.profile ? this.problemOf('profile') : '';
    }

    get roleProblem(): string {
        return this.choices.role || this.choices.clearsRole ? this.problemOf('role') : '';
    }

    get managerProblem(): string {
        return this.choices.manager || this.choices.clearsManager ? this.problemOf('manager') : '';
    }

    handleToggle(): void {
        this.isUnfolded = !this.isOpen;
    }

    handleProfile(event: CustomEvent<Choice | null>): void {
        this.choose({ profile: event.detail });
    }

    handleRole(event: CustomEvent<Choice | null>): void {
        this.choose({ role: event.detail, clearsRole: false });
    }

    handleManager(event: CustomEvent<Choice | null>): void {
        this.choose({ manager: event.detail, clearsManager: false });
    }

    handleClearRole(event: CustomEvent<{ checked: boolean }>): void {
        this.choose({ clearsRole: event.detail.checked, role: null });
    }

    handleClearManager(event: CustomEvent<{ checked: boolean }>): void {
        this.choose({ clearsManager: event.detail.checked, manager: null });
    }

    /** Why what was chosen cannot be done; empty when it can. */
    private problemOf(kind: Reinstate.PlanItem['kind']): string {
        const item = this.plan.items.find((candidate) => candidate.kind === kind && candidate.effect === 'cannot');
        return item?.reason ?? '';
    }

    /** What stays while nothing is chosen: a name, nothing, or what cannot be known. */
    private hintOf(column: string, name?: string | null, id?: string | null): string {
        const isUnknown = !name && (Boolean(id) || this.unknown.includes(column));
        return name || isUnknown ? fill(labels.keeps, name ?? labels.notKnown) : labels.keepsNone;
    }

    private choose(detail: Partial<PlanChoices>): void {
        this.dispatchEvent(new CustomEvent('choose', { detail }));
    }
}
