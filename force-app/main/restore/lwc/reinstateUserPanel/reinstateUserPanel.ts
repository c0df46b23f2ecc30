import { LightningElement, api } from 'lwc';
import { errorMessages } from 'c/reinstateErrors';
import { isFreeArrow } from 'c/reinstateArrowKeys';
import { fill } from 'c/reinstateText';
import { delayed } from 'c/reinstateTiming';
import { PlanReader, effectsOf } from 'c/reinstatePlanReader';
import { firstChoices } from 'c/reinstatePlanChoices';
import type { AccessChoice, PlanChoices } from 'c/reinstatePlanChoices';
import { isBack, isBusy } from 'c/reinstateRestoreWork';
import type { RestoreWork } from 'c/reinstateRestoreWork';
import { labels as dialogLabels } from 'c/reinstateRestoreLabels';
import { labels } from 'c/reinstatePanelLabels';

/** Whom the panel shows. Another object starts the panel over, even for the same user. */
export interface PanelSubject {
    row: Reinstate.InactiveUserRow;
    /** A plan that was read already, with nothing chosen; null: the panel reads one. */
    plan: Reinstate.RestorePlanView | null;
    /** The tab to open with; without it the one that was open last. */
    tab?: 'overview' | 'licenses';
}

/** Detail of the `choose` event: what changed, and whether it is still being typed. */
export interface Chosen {
    change: Partial<PlanChoices>;
    isTyped?: boolean;
}

/** After typing has paused this long, the plan is read again. */
const TYPING_PAUSE_MS = 600;

interface OverviewElement extends HTMLElement {
    focusMissing(): void;
}

type Phase = 'planning' | 'ready' | 'failed' | 'none';

/**
 * The panel of one user beside the list: what a restore would do, each choice, doing it, taking it
 * back, and what happened before. The plan is stored by Apex and carried out by its key, so that
 * nothing is done but what was shown here. Fires `close`, `previous`, `next`, `restore` with the
 * plan, `undo` and `checkagain`; who listens reports back through `work`.
 */
export default class ReinstateUserPanel extends LightningElement {
    labels = labels;
    dialogLabels = dialogLabels;

    @api mayRestore = false;

    /** Place in the list, such as "3 of 50". */
    @api position = '';

    @api hasPrevious = false;

    @api hasNext = false;

    @api accessChoice: AccessChoice = 'all';

    /** On a phone the panel lies over everything, and the focus stays in it. */
    @api isModal = false;

    @api
    get subject(): PanelSubject | undefined {
        return this.currentSubject;
    }

    set subject(subject: PanelSubject | undefined) {
        this.currentSubject = subject;
        if (this.isConnected) {
            this.startOver();
        }
    }

    /** What this session does with the user. A user who was taken back is planned anew. */
    @api
    get work(): RestoreWork | undefined {
        return this.currentWork;
    }

    set work(work: RestoreWork | undefined) {
        const wasUndone = work?.phase === 'undone' && this.currentWork?.phase === 'undoing';
        this.currentWork = work;
        if (wasUndone && this.isConnected) {
            this.startOver();
        }
    }

    @api
    focus(): void {
        this.template?.querySelector<HTMLElement>('[data-title]')?.focus({ preventScroll: true });
    }

    phase: Phase = 'none';
    plan: Reinstate.RestorePlanView | undefined;
    choices: PlanChoices = firstChoices('all');
    messages: string[] = [];
    planHasChanged = false;
    activeTab = 'overview';
    currentSubject: PanelSubject | undefined;
    currentWork: RestoreWork | undefined;

    private plannedChoices: PlanChoices | undefined;
    private awaitsFocus = false;
    private awaitsMissing = false;
    private readonly reader = new PlanReader();
    private readonly readSoon = delayed(() => this.readPlan(), TYPING_PAUSE_MS);

    connectedCallback(): void {
        this.startOver();
    }

    disconnectedCallback(): void {
        this.readSoon.cancel();
        this.reader.drop();
    }

    renderedCallback(): void {
        if (this.awaitsMissing) {
            this.awaitsMissing = false;
            this.focusMissing();
        }
        if (this.awaitsFocus && !this.showsConfirm) {
            this.awaitsFocus = false;
            this.focus();
        }
    }

    get row(): Reinstate.InactiveUserRow | undefined {
        return this.currentSubject?.row;
    }

    get name(): string {
        return this.row?.name ?? '';
    }

    get modal(): string {
        return String(this.isModal);
    }

    get closeLabel(): string {
        return fill(labels.close, this.name);
    }

    get hasNoPrevious(): boolean {
        return !this.hasPrevious;
    }

    get hasNoNext(): boolean {
        return !this.hasNext;
    }

    get userPlan(): Reinstate.UserRestorePlan | undefined {
        return this.shownPlan?.users[0];
    }

    get unknown(): Reinstate.UnknownFact[] {
        return this.userPlan?.unknown ?? [];
    }

    /** The plan that is carried out counts more than the one that would be next. */
    get shownPlan(): Reinstate.RestorePlanView | undefined {
        return this.isDone ? (this.currentWork?.plan ?? undefined) : this.plan;
    }

    get seats(): Reinstate.SeatChange[] {
        return this.shownPlan?.seats ?? [];
    }

    get policy(): Reinstate.RestorePolicyView | undefined {
        return this.shownPlan?.policy;
    }

    /** Nothing can be chosen any more: the restore is under way, or through. */
    get isDone(): boolean {
        return isBusy(this.currentWork) || isBack(this.currentWork);
    }

    get isPlanning(): boolean {
        return this.phase === 'planning' && !this.plan && !this.isDone;
    }

    get isReplanning(): boolean {
        return this.phase === 'planning' && this.plan !== undefined;
    }

    get hasFailed(): boolean {
        return this.phase === 'failed' && !this.isDone;
    }

    /** Changes with the user on display, so that it is read out then. */
    get spokenPlace(): string {
        return this.position && fill(labels.positionSpoken, this.name, this.position);
    }

    get planningText(): string {
        return fill(dialogLabels.planning, this.name);
    }

    get replanningText(): string {
        if (this.isReplanning) {
            return labels.replanning;
        }
        return this.phase === 'ready' && !this.isDone ? labels.planRead : '';
    }

    /** Who can never be restored has no button; who cannot be restored now has a disabled one beside the reason. */
    get showsConfirm(): boolean {
        const { userPlan } = this;
        const isFinal = this.row?.verdict === 'cannotRestore' || userPlan?.alreadyActive === true;
        return userPlan !== undefined && !this.isDone && this.phase !== 'failed' && (userPlan.canExecute || !isFinal);
    }

    get cannotConfirm(): boolean {
        return this.userPlan?.canExecute !== true;
    }

    get lacksSeat(): boolean {
        return this.cannotConfirm && this.seats.some((seat) => seat.isShort && seat.kind === 'userLicense');
    }

    get footerText(): string {
        return this.cannotConfirm && !this.isReplanning ? labels.blockedHere : this.replanningText;
    }

    get confirmLabel(): string {
        return fill(dialogLabels.restoreUser, this.name);
    }

    handleChoose(event: CustomEvent<Chosen>): void {
        const choices = { ...this.choices, ...event.detail.change };
        // A field that is left says its value once more.
        if (JSON.stringify(choices) === JSON.stringify(this.choices)) {
            return;
        }
        this.choices = choices;
        this.planHasChanged = false;
        if (event.detail.isTyped) {
            this.readSoon.schedule();
        } else {
            this.readSoon.cancel();
            this.readPlan();
        }
    }

    handleRetry(): void {
        this.reader.drop();
        this.readPlan();
    }

    handleShowAccess(): void {
        this.activeTab = 'access';
    }

    handleFreeSeat(): void {
        this.activeTab = 'licenses';
    }

    handleTab(event: CustomEvent<void> & { target: { value: string } }): void {
        this.activeTab = event.target.value;
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }

    handlePrevious(): void {
        this.dispatchEvent(new CustomEvent('previous'));
    }

    handleNext(): void {
        this.dispatchEvent(new CustomEvent('next'));
    }

    handleUndo(): void {
        this.dispatchEvent(new CustomEvent('undo', { detail: this.row?.userId }));
    }

    handleCheckAgain(): void {
        this.dispatchEvent(new CustomEvent('checkagain', { detail: this.row?.userId }));
    }

    handleKeydown(event: KeyboardEvent): void {
        if (event.key === 'Escape') {
            event.stopPropagation();
            this.handleClose();
        } else if (isFreeArrow(event)) {
            event.preventDefault();
            this.step(event.key === 'ArrowDown' ? 'next' : 'previous');
        }
    }

    /** Behind the last control of a panel that covers the page comes its first one again. */
    handleEndFocus(): void {
        if (this.isModal) {
            this.template?.querySelector<HTMLElement>('[data-close]')?.focus();
        }
    }

    async handleConfirm(): Promise<void> {
        if (this.isDone || (this.isStale && !(await this.planStillHolds()))) {
            return;
        }
        const { plan } = this;
        if (!plan || !this.showsConfirm || this.cannotConfirm) {
            return;
        }
        if (plan.policy?.missing.length > 0) {
            this.showMissing();
            return;
        }
        this.awaitsFocus = true;
        this.activeTab = 'overview';
        this.reader.keep();
        this.dispatchEvent(new CustomEvent<Reinstate.RestorePlanView>('restore', { detail: plan }));
    }

    /** To another user by keyboard. What has the focus may go away with this one, so it goes to the name. */
    private step(direction: 'next' | 'previous'): void {
        if (direction === 'next' ? this.hasNext : this.hasPrevious) {
            this.focus();
            this.dispatchEvent(new CustomEvent(direction));
        }
    }

    private get isStale(): boolean {
        return this.plannedChoices !== this.choices;
    }

    /** Goes to what has to be typed; a tab that is not in sight can take the focus only once it is. */
    private showMissing(): void {
        this.awaitsMissing = this.activeTab !== 'overview';
        this.activeTab = 'overview';
        if (!this.awaitsMissing) {
            this.focusMissing();
        }
    }

    private focusMissing(): void {
        this.template?.querySelector<OverviewElement>('c-reinstate-panel-overview')?.focusMissing();
    }

    private startOver(): void {
        this.readSoon.cancel();
        this.reader.drop();
        this.choices = firstChoices(this.accessChoice);
        this.plan = undefined;
        this.messages = [];
        this.planHasChanged = false;
        this.phase = 'none';
        const { plan, tab } = this.currentSubject ?? {};
        this.activeTab = tab ?? this.activeTab;
        if (!this.mayRestore || this.isDone || !this.currentSubject) {
            return;
        }
        if (plan && !this.currentWork) {
            this.reader.adopt(plan);
            this.show(plan, this.choices);
        } else {
            this.readPlan();
        }
    }

    private async readPlan(): Promise<void> {
        const { choices, row } = this;
        if (!row) {
            return;
        }
        this.phase = 'planning';
        try {
            const plan = await this.reader.read(row.userId, choices);
            if (plan) {
                this.show(plan, choices);
            }
        } catch (error) {
            this.messages = errorMessages(error);
            this.phase = 'failed';
        }
    }

    private show(plan: Reinstate.RestorePlanView, choices: PlanChoices): void {
        this.plan = plan;
        this.plannedChoices = choices;
        this.messages = [];
        this.phase = plan.users[0] ? 'ready' : 'failed';
        if (this.phase === 'failed') {
            this.messages = errorMessages(undefined);
        }
    }

    /** Stores a plan with the words typed since; false when it differs from the one on display. */
    private async planStillHolds(): Promise<boolean> {
        this.readSoon.cancel();
        const shown = effectsOf(this.plan);
        await this.readPlan();
        const isRead = this.phase === 'ready' && !this.isStale;
        this.planHasChanged = isRead && effectsOf(this.plan) !== shown;
        return isRead && !this.planHasChanged;
    }
}
