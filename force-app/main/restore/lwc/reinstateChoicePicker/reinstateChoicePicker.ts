import { LightningElement, api } from 'lwc';
import findChoices from '@salesforce/apex/RestoreController.findChoices';
import { errorMessages } from 'c/reinstateErrors';
import { count, fill } from 'c/reinstateText';
import { delayed } from 'c/reinstateTiming';
import { labels } from 'c/reinstatePanelLabels';
import type { Choice } from 'c/reinstatePlanChoices';

const SEARCH_DELAY_MS = 300;

interface Option extends Choice {
    domId: string;
    isActive: string;
    look: string;
    /** What assistive technology reads: everything that the option shows. */
    spoken: string;
}

/**
 * A search field that offers what Apex finds: a profile, a role or a user. Follows the pattern of an
 * editable combobox with a list: arrows move, Enter picks, Escape closes the list. Fires `pick` with
 * the choice, or null when it is removed.
 */
export default class ReinstateChoicePicker extends LightningElement {
    labels = labels;

    @api kind: Reinstate.ChoiceQuery['kind'] = 'profile';

    @api label = '';

    /** What holds while nothing is chosen. */
    @api hint = '';

    @api userId = '';

    @api choice: Choice | null = null;

    term = '';
    found: Choice[] = [];
    isOpen = false;
    isSearching = false;
    messages: string[] = [];

    activeIndex = -1;

    private awaitsFocus = false;
    private latestRequest = 0;
    private readonly search = delayed(() => this.ask(), SEARCH_DELAY_MS);

    disconnectedCallback(): void {
        this.search.cancel();
        this.latestRequest += 1;
    }

    /** The field gives way to the choice and the other way round; the focus follows. */
    renderedCallback(): void {
        if (this.awaitsFocus) {
            this.awaitsFocus = false;
            this.template?.querySelector<HTMLElement>('input, lightning-button-icon')?.focus();
        }
    }

    get options(): Option[] {
        return this.found.map((choice, index) => ({
            ...choice,
            domId: `option-${index}`,
            spoken: [choice.label, choice.isHighRisk && labels.highRiskMark, choice.detail].filter(Boolean).join(', '),
            isActive: String(index === this.activeIndex),
            look: `slds-media slds-media_center slds-listbox__option slds-listbox__option_plain slds-media_small${
                index === this.activeIndex ? ' slds-has-focus' : ''
            }`,
        }));
    }

    get expanded(): string {
        return String(this.hasOptions);
    }

    get triggerClass(): string {
        return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${this.hasOptions ? ' slds-is-open' : ''}`;
    }

    get activeOption(): string | undefined {
        return this.options[this.activeIndex]?.domId;
    }

    get statusText(): string {
        if (this.isSearching) {
            return labels.pickerSearching;
        }
        if (!this.isOpen || this.messages.length > 0) {
            return '';
        }
        return this.found.length === 0
            ? fill(labels.pickerNone, this.term.trim())
            : count(this.found.length, labels.pickerFound, labels.pickerFound);
    }

    get hasOptions(): boolean {
        return this.isOpen && this.found.length > 0;
    }

    get removeLabel(): string {
        return fill(labels.pickerRemove, this.choice?.label ?? '');
    }

    handleClick(): void {
        if (!this.isOpen) {
            this.ask();
        }
    }

    handleInput(event: InputEvent & { target: HTMLInputElement }): void {
        this.term = event.target.value;
        this.search.schedule();
    }

    handleBlur(): void {
        this.closeList();
    }

    handleKeydown(event: KeyboardEvent): void {
        if (event.key === 'Escape' && this.isOpen) {
            // The list closes, not the panel around it.
            event.stopPropagation();
            this.closeList();
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            this.move(event.key === 'ArrowDown' ? 1 : -1);
        } else if (event.key === 'Enter' && this.isOpen) {
            event.preventDefault();
            this.pick(this.found[this.activeIndex]);
        }
    }

    /** Keeps the focus in the field, so that its blur does not take the list away before the click. */
    handleMousedown(event: MouseEvent): void {
        event.preventDefault();
    }

    handleOption(event: MouseEvent & { currentTarget: HTMLElement }): void {
        this.pick(this.found[Number(event.currentTarget.dataset.index)]);
    }

    handleRemove(): void {
        this.awaitsFocus = true;
        this.dispatchEvent(new CustomEvent('pick', { detail: null }));
    }

    private pick(choice: Choice | undefined): void {
        if (!choice) {
            return;
        }
        this.term = '';
        this.closeList();
        this.awaitsFocus = true;
        this.dispatchEvent(new CustomEvent('pick', { detail: choice }));
    }

    private move(step: number): void {
        if (!this.isOpen) {
            this.ask();
            return;
        }
        if (this.found.length > 0) {
            const start = this.activeIndex < 0 && step < 0 ? 0 : this.activeIndex;
            this.activeIndex = (start + step + this.found.length) % this.found.length;
        }
    }

    private closeList(): void {
        this.search.cancel();
        this.latestRequest += 1;
        this.isOpen = false;
        this.isSearching = false;
        this.activeIndex = -1;
    }

    private async ask(): Promise<void> {
        this.latestRequest += 1;
        const request = this.latestRequest;
        this.isSearching = true;
        this.messages = [];
        try {
            const found = await findChoices({
                query: { kind: this.kind, term: this.term.trim() || null, userId: this.userId || null },
            });
            if (request === this.latestRequest) {
                this.found = found as Choice[];
                this.activeIndex = -1;
            }
        } catch (error) {
            if (request === this.latestRequest) {
                this.found = [];
                this.messages = errorMessages(error);
            }
        }
        if (request === this.latestRequest) {
            this.isOpen = true;
            this.isSearching = false;
        }
    }
}
