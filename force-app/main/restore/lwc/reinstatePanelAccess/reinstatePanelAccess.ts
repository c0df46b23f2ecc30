import { LightningElement, api } from 'lwc';
import { count, fill, timestamp } from 'c/reinstateText';
import { countsOf, toAccessRow } from 'c/reinstateAccessRow';
import type { AccessRow, ColumnCount } from 'c/reinstateAccessRow';
import { withDoor, withTick } from 'c/reinstatePlanChoices';
import type { AccessChoice, Choice, PlanChoices } from 'c/reinstatePlanChoices';
import { labels as dialogLabels } from 'c/reinstateRestoreLabels';
import { labels } from 'c/reinstatePanelLabels';

const DOORS = [
    { value: 'all', label: labels.doorAll },
    { value: 'least', label: labels.doorLeast },
    { value: 'pick', label: labels.doorPick },
];

const HISTORY: Record<Reinstate.UserRestorePlan['historySource'], string> = {
    snapshot: fill(labels.historyFrom, labels.historySnapshot),
    baseline: fill(labels.historyFrom, labels.historyBaseline),
    auditTrail: fill(labels.historyFrom, labels.historyAuditTrail),
    none: labels.historyNone,
};

interface Column {
    name: 'had' | 'has' | 'willHave';
    label: string;
    count: string;
}

function inWords({ yes, unknown }: ColumnCount): string {
    return unknown > 0 ? fill(labels.columnCountAtLeast, yes) : count(yes, labels.columnCountOne, labels.columnCount);
}

/** Had, has, will have: every item of a plan with its reason and a tick where a person decides. Fires `choose`. */
export default class ReinstatePanelAccess extends LightningElement {
    labels = labels;
    dialogLabels = dialogLabels;
    doors = DOORS;

    @api plan: Reinstate.UserRestorePlan | undefined;

    @api choices!: PlanChoices;

    /** Shows what was done; nothing can be chosen any more. */
    @api isDone = false;

    @api mayRestore = false;

    showsUnchanged = false;

    get hasNoRight(): boolean {
        return !this.mayRestore;
    }

    get canChoose(): boolean {
        return !this.isDone && this.plan?.canExecute === true;
    }

    get changed(): AccessRow[] {
        return this.rows.filter((row) => row.effect !== 'alreadyThere');
    }

    get unchanged(): AccessRow[] {
        return this.rows.filter((row) => row.effect === 'alreadyThere');
    }

    get shown(): AccessRow[] {
        return this.showsUnchanged ? [...this.changed, ...this.unchanged] : this.changed;
    }

    get hasRows(): boolean {
        return this.shown.length > 0;
    }

    /** The headings with the number of items below each, those folded away included. */
    get columns(): Column[] {
        const isPlan = !this.isDone;
        const counts = countsOf(this.items, this.choices);
        return [
            { name: 'had', label: labels.columnHad, count: inWords(counts.had) },
            { name: 'has', label: isPlan ? labels.columnHas : labels.columnBefore, count: inWords(counts.has) },
            {
                name: 'willHave',
                label: isPlan ? labels.columnWillHave : labels.columnPlanned,
                count: inWords(counts.willHave),
            },
        ];
    }

    get hasUnchanged(): boolean {
        return this.unchanged.length > 0;
    }

    get unchangedLabel(): string {
        return count(this.unchanged.length, labels.unchangedOne, labels.unchangedMany);
    }

    get unchangedIcon(): string {
        return this.showsUnchanged ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get unchangedExpanded(): string {
        return String(this.showsUnchanged);
    }

    /** Where the list comes from, unless the plan says so itself. */
    get historyText(): string {
        const { historySource, accessNote } = this.plan ?? {};
        return historySource && (historySource === 'none' || !accessNote) ? HISTORY[historySource] : '';
    }

    get hasNoPeerOffer(): boolean {
        return this.choices.offersPeers && !this.items.some((item) => item.source === 'peers');
    }

    get historyAt(): number | null {
        return timestamp(this.plan?.historyAt);
    }

    handleDoor(event: CustomEvent<{ value: AccessChoice }>): void {
        this.choose(withDoor(this.choices, this.items, event.detail.value));
    }

    handleTick(event: CustomEvent<{ checked: boolean }> & { target: HTMLElement }): void {
        const { key } = event.target.dataset;
        if (key) {
            this.choose(withTick(this.choices, this.items, key, event.detail.checked));
        }
    }

    handlePeers(event: CustomEvent<{ checked: boolean }>): void {
        this.choose({ offersPeers: event.detail.checked });
    }

    handleCopyFrom(event: CustomEvent<Choice | null>): void {
        this.choose({ copyFrom: event.detail });
    }

    handleUnchanged(): void {
        this.showsUnchanged = !this.showsUnchanged;
    }

    private get items(): Reinstate.PlanItem[] {
        return this.plan?.items ?? [];
    }

    private get rows(): AccessRow[] {
        return this.items.map((item) => {
            const row = toAccessRow(item, this.choices);
            return this.canChoose ? row : { ...row, canTick: false };
        });
    }

    private choose(change: Partial<PlanChoices>): void {
        this.dispatchEvent(new CustomEvent('choose', { detail: { change } }));
    }
}
