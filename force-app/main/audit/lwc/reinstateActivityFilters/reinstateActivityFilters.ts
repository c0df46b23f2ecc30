import { LightningElement, api } from 'lwc';
import { fill } from 'c/reinstateText';
import { delayed } from 'c/reinstateTiming';
import { kindLabels, labels, statusLabels } from 'c/reinstateActivityLabels';
import { NO_FILTER, isImpossible, pillsOf } from 'c/reinstateActivityFilter';
import type { ActivityFilter, FilterPill } from 'c/reinstateActivityFilter';

interface Option {
    value: string;
    label: string;
}

const SEARCH_DELAY_MS = 300;

/** Comboboxes show nothing for an empty value, so "all" has one. */
const ALL = 'all';

function optionsOf(words: Record<string, string>): Option[] {
    return [{ value: ALL, label: labels.all }, ...Object.entries(words).map(([value, label]) => ({ value, label }))];
}

/** The filters of the activity: fields, and what is on as removable pills. Fires `filterchange` with the new filter. */
export default class ReinstateActivityFilters extends LightningElement {
    labels = labels;
    statusOptions = optionsOf(statusLabels);
    kindOptions = optionsOf(kindLabels);

    @api filter: ActivityFilter = NO_FILTER;

    @api operators: Reinstate.RestoreChoice[] = [];

    /** Fields are folded away on phones until somebody asks for them. */
    isOpen = false;

    private typedTerm = '';
    private readonly search = delayed(() => this.change({ userTerm: this.typedTerm }), SEARCH_DELAY_MS);

    disconnectedCallback(): void {
        this.search.cancel();
    }

    get fieldsClass(): string {
        return this.isOpen ? 'fields fields_open' : 'fields';
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get toggleLabel(): string {
        return this.hasPills ? fill(labels.filtersActive, this.pills.length) : labels.filters;
    }

    get statusValue(): string {
        return this.filter.status || ALL;
    }

    get kindValue(): string {
        return this.filter.kind || ALL;
    }

    get operatorValue(): string {
        return this.filter.operatorId || ALL;
    }

    get operatorOptions(): Option[] {
        return [{ value: ALL, label: labels.all }, ...this.operators.map(({ id, label }) => ({ value: id, label }))];
    }

    get pills(): FilterPill[] {
        return pillsOf(this.filter, this.operators);
    }

    get hasPills(): boolean {
        return this.pills.length > 0;
    }

    get isBadSpan(): boolean {
        return isImpossible(this.filter);
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handleChoice(event: CustomEvent<{ value: string }>): void {
        const field = (event.currentTarget as HTMLElement).dataset.field as keyof ActivityFilter;
        this.change({ [field]: event.detail.value === ALL ? '' : event.detail.value });
    }

    handleDay(event: CustomEvent<{ value: string | null }>): void {
        const field = (event.currentTarget as HTMLElement).dataset.field as keyof ActivityFilter;
        this.change({ [field]: event.detail.value ?? '' });
    }

    handleTerm(event: CustomEvent<{ value: string }>): void {
        this.typedTerm = event.detail.value;
        this.search.schedule();
    }

    handleRemove(event: Event): void {
        const field = (event.currentTarget as HTMLElement).dataset.field as keyof ActivityFilter;
        this.search.cancel();
        this.change({ [field]: '' });
    }

    handleClear(): void {
        this.search.cancel();
        this.change(NO_FILTER);
    }

    private change(part: Partial<ActivityFilter>): void {
        this.dispatchEvent(new CustomEvent('filterchange', { detail: { ...this.filter, ...part } }));
    }
}
