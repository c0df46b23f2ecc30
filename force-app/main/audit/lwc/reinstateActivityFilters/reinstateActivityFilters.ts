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

/** A filter as it is shown: a list where it has options, otherwise a field of its type. */
interface Field {
    name: keyof ActivityFilter;
    label: string;
    value: string;
    options?: Option[];
    type?: 'search' | 'date';
}

const SEARCH_DELAY_MS = 300;

/** Comboboxes show nothing for an empty value, so "all" has one. */
const ALL = 'all';

function withAll(options: Option[]): Option[] {
    return [{ value: ALL, label: labels.all }, ...options];
}

function optionsOf(words: Record<string, string>): Option[] {
    return withAll(Object.entries(words).map(([value, label]) => ({ value, label })));
}

function fieldOf(event: Event): keyof ActivityFilter {
    return (event.currentTarget as HTMLElement).dataset.field as keyof ActivityFilter;
}

const STATUS_OPTIONS = optionsOf(statusLabels);
const KIND_OPTIONS = optionsOf(kindLabels);

/** The filters of the activity: fields, and what is on as removable pills. Fires `filterchange` with the new filter. */
export default class ReinstateActivityFilters extends LightningElement {
    labels = labels;

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

    get fields(): Field[] {
        const { status, kind, userTerm, operatorId, fromDay, toDay } = this.filter;
        const operators = withAll(this.operators.map(({ id, label }) => ({ value: id, label })));
        return [
            { name: 'status', label: labels.statusFilter, value: status || ALL, options: STATUS_OPTIONS },
            { name: 'kind', label: labels.kindFilter, value: kind || ALL, options: KIND_OPTIONS },
            { name: 'userTerm', label: labels.userFilter, value: userTerm, type: 'search' },
            { name: 'operatorId', label: labels.operatorFilter, value: operatorId || ALL, options: operators },
            { name: 'fromDay', label: labels.fromFilter, value: fromDay, type: 'date' },
            { name: 'toDay', label: labels.toFilter, value: toDay, type: 'date' },
        ];
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
        this.change({ [fieldOf(event)]: event.detail.value === ALL ? '' : event.detail.value });
    }

    /** A day holds at once; what is typed holds when the typing has paused. */
    handleInput(event: CustomEvent<{ value: string | null }>): void {
        const name = fieldOf(event);
        const value = event.detail.value ?? '';
        if (name === 'userTerm') {
            this.typedTerm = value;
            this.search.schedule();
        } else {
            this.change({ [name]: value });
        }
    }

    handleRemove(event: Event): void {
        this.search.cancel();
        this.change({ [fieldOf(event)]: '' });
    }

    handleClear(): void {
        this.search.cancel();
        this.change(NO_FILTER);
    }

    private change(part: Partial<ActivityFilter>): void {
        this.dispatchEvent(new CustomEvent('filterchange', { detail: { ...this.filter, ...part } }));
    }
}
