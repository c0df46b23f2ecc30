import { LightningElement, api } from 'lwc';
import { fill } from 'c/reinstateText';
import { labels } from 'c/reinstatePanelLabels';
import type { Choice, PlanChoices } from 'c/reinstatePlanChoices';

type Kind = 'profile' | 'role' | 'manager';

/** What can be emptied, and the choice that empties it. */
const CLEARING = { role: 'clearsRole', manager: 'clearsManager' } as const;

/** One thing of the user that can be changed, as the panel shows it. */
interface Field {
    kind: Kind;
    label: string;
    hint: string;
    choice: Choice | null;
    /** Why what was chosen cannot be done; empty when it can. */
    problem: string;
    /** The choice that empties it; none where there is nothing to empty. */
    clearing: 'clearsRole' | 'clearsManager' | undefined;
    clearLabel: string;
    isCleared: boolean;
}

/** Another profile, role or manager for the user, folded away until somebody wants one. Fires `choose`. */
export default class ReinstatePlanChanges extends LightningElement {
    labels = labels;

    @api plan!: Reinstate.UserRestorePlan;

    /** Names of the columns of the user that cannot be known. */
    @api unknown: string[] = [];

    @api choices!: PlanChoices;

    isUnfolded = false;

    get isOpen(): boolean {
        return this.isUnfolded || this.fields.some(({ choice, isCleared }) => choice !== null || isCleared);
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get icon(): string {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get fields(): Field[] {
        const { profileName, roleName, roleId, managerName, managerId } = this.plan;
        return [
            {
                ...this.field('profile', labels.changeProfile),
                hint: this.hintOf('profileName', profileName),
            },
            {
                ...this.field('role', labels.changeRole, roleId),
                hint: this.hintOf('roleName', roleName, roleId),
                clearLabel: labels.clearRole,
            },
            {
                ...this.field('manager', labels.changeManager, managerId),
                hint: this.hintOf('managerName', managerName, managerId),
                clearLabel: labels.clearManager,
            },
        ];
    }

    handleToggle(): void {
        this.isUnfolded = !this.isOpen;
    }

    handlePick(event: CustomEvent<Choice | null> & { currentTarget: HTMLElement }): void {
        const kind = event.currentTarget.dataset.picker as Kind;
        this.choose({ [kind]: event.detail, ...(kind === 'profile' ? {} : { [CLEARING[kind]]: false }) });
    }

    handleClear(event: CustomEvent<{ checked: boolean }> & { currentTarget: HTMLElement }): void {
        const clearing = event.currentTarget.dataset.field;
        const kind = clearing === CLEARING.role ? 'role' : 'manager';
        this.choose({ [CLEARING[kind]]: event.detail.checked, [kind]: null });
    }

    /** What is chosen for one thing of the user, which has this value now. */
    private field(kind: Kind, label: string, value?: string | null): Omit<Field, 'hint'> {
        const choice = this.choices[kind];
        const isCleared = kind !== 'profile' && this.choices[CLEARING[kind]];
        const canBeCleared = isCleared || (Boolean(value) && !choice);
        return {
            kind,
            label,
            choice,
            problem: choice || isCleared ? this.problemOf(kind) : '',
            clearing: kind !== 'profile' && canBeCleared ? CLEARING[kind] : undefined,
            clearLabel: '',
            isCleared,
        };
    }

    private problemOf(kind: Kind): string {
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
