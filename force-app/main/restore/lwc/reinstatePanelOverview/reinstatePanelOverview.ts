import { LightningElement, api } from 'lwc';
import { count, fill, timestamp } from 'c/reinstateText';
import { labels as dialogLabels } from 'c/reinstateRestoreLabels';
import { labels } from 'c/reinstatePanelLabels';
import type { PlanChoices } from 'c/reinstatePlanChoices';
import type { RestoreWork } from 'c/reinstateRestoreWork';

interface Notice {
    icon: string;
    variant: string;
    heading: string;
    lines: string[];
}

/**
 * Who the user is, whether the restore can be done and what it would do, in short, and the choices
 * that are not about single items. Fires `choose`, `showaccess`, `undo` and `checkagain`.
 */
export default class ReinstatePanelOverview extends LightningElement {
    labels = labels;
    dialogLabels = dialogLabels;

    @api row!: Reinstate.InactiveUserRow;

    @api plan: Reinstate.UserRestorePlan | undefined;

    @api policy: Reinstate.RestorePolicyView | undefined;

    @api seats: Reinstate.SeatChange[] = [];

    @api choices!: PlanChoices;

    @api work: RestoreWork | undefined;

    @api mayRestore = false;

    @api isDone = false;

    /** Moves the focus to what has to be typed before the restore may go on. */
    @api
    focusMissing(): void {
        const isReasonMissing = this.isReasonRequired && this.choices.reason.trim() === '';
        const field = isReasonMissing ? 'reason' : 'ticket';
        this.template?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
    }

    isByHandOpen = false;

    get isOpenPlan(): boolean {
        return this.plan !== undefined && !this.isDone;
    }

    get hasNoRight(): boolean {
        return !this.mayRestore;
    }

    get canChoose(): boolean {
        return this.isOpenPlan && this.plan?.canExecute === true;
    }

    get isAlreadyActive(): boolean {
        return this.isOpenPlan && this.plan?.alreadyActive === true;
    }

    /** What stands in the way, or what is special about this restore, each with its sentences. */
    get notices(): Notice[] {
        const { plan, policy } = this;
        if (!plan || !this.isOpenPlan || plan.alreadyActive) {
            return [];
        }
        const notices = [
            {
                icon: 'utility:ban',
                variant: 'error',
                heading: dialogLabels.blocked,
                lines: plan.canExecute ? [] : plan.refusals,
            },
            { icon: 'utility:warning', variant: 'warning', heading: labels.highRisk, lines: policy?.highRisk ?? [] },
            { icon: 'utility:edit_form', variant: '', heading: labels.missing, lines: policy?.missing ?? [] },
        ];
        return notices.filter((notice) => notice.lines.length > 0);
    }

    get setupUrl(): string | null {
        return this.isOpenPlan && !this.plan?.canExecute ? (this.plan?.setupUrl ?? null) : null;
    }

    /** Nothing stands in the way any more, also no reason or ticket that is missing, and all is known. */
    get isReady(): boolean {
        return (this.policy?.missing.length ?? 0) === 0 && this.unknown.length === 0;
    }

    /** What nobody can know of the user, of all parts of the panel. */
    get unknown(): Reinstate.UnknownFact[] {
        return this.plan?.unknown ?? [];
    }

    get unknownColumns(): string[] {
        return this.row.unknown ?? [];
    }

    get readyText(): string {
        return this.isReady ? labels.ready : labels.consequences;
    }

    get readyIcon(): string {
        return this.isReady ? 'utility:success' : 'utility:info';
    }

    get readyVariant(): string | undefined {
        return this.isReady ? 'success' : undefined;
    }

    /** The consequences in one line each: seats, items, mail. */
    get consequences(): string[] {
        const taken = this.seats
            .filter((seat) => seat.needed > 0 && seat.remainingNow != null && seat.remainingAfter != null)
            .map(seatLine);
        const items = this.accessItems;
        const counts: [number, string, string][] = [
            [numberOf(items, 'comesBack', 'extended'), labels.returnsOne, labels.returnsMany],
            [numberOf(items, 'notChosen'), labels.notChosenOne, labels.notChosenMany],
            [numberOf(items, 'cannot'), labels.cannotOne, labels.cannotMany],
        ];
        return [
            ...(taken.length > 0 || this.mayTakeSeat ? taken : [labels.noSeatTaken]),
            counts
                .filter(([quantity]) => quantity > 0)
                .map(([quantity, one, many]) => count(quantity, one, many))
                .join(', ') || labels.nothingChanges,
        ];
    }

    /** A seat may be taken of which nobody knows the number. */
    private get mayTakeSeat(): boolean {
        const isUncounted = this.seats.some((seat) => seat.needed > 0 && seat.unknown);
        return isUncounted || this.unknown.some((fact) => fact.area === 'licenses');
    }

    get email(): string {
        return this.plan?.email ?? this.row.email ?? this.missing('email');
    }

    get profile(): string {
        return this.plan?.profileName ?? this.row.profileName ?? this.missing('profileName');
    }

    get role(): string {
        return this.plan?.roleName ?? this.missing('roleName', this.plan?.roleId);
    }

    get manager(): string {
        const { managerName, managerIsInactive } = this.plan ?? {};
        if (!managerName) {
            return this.missing('managerName', this.plan?.managerId);
        }
        return managerIsInactive ? fill(labels.managerInactive, managerName) : managerName;
    }

    get lastLogin(): number | null {
        return timestamp(this.row.lastLogin);
    }

    get noLogin(): string {
        return this.row.unknown?.includes('lastLogin') ? labels.notKnown : labels.never;
    }

    get deactivatedAt(): number | null {
        return timestamp(this.row.deactivatedAt);
    }

    get noDeactivation(): string {
        return this.row.deactivationSource === 'beforeTracking' ? labels.beforeTracking : labels.notKnown;
    }

    get deactivatedBy(): string {
        return this.row.deactivatedBy ? fill(labels.by, this.row.deactivatedBy) : '';
    }

    /** What stands in place of a name: there is none, or it cannot be known. */
    private missing(name: string, id?: string | null): string {
        return id || this.row.unknown?.includes(name) ? labels.notKnown : labels.none;
    }

    get mailLabel(): string {
        return fill(dialogLabels.mailTo, this.plan?.email ?? this.row.username);
    }

    get mailChecked(): boolean {
        return this.choices.sendsMail ?? this.plan?.sendsMail ?? false;
    }

    get canBeFrozen(): boolean {
        return this.choices.keepsFrozen || this.plan?.items.some((item) => item.kind === 'unfreeze') === true;
    }

    get isReasonRequired(): boolean {
        const { reasonRequired, riskIsUnknown, highRisk } = this.policy ?? {};
        return reasonRequired === true || riskIsUnknown === true || (highRisk?.length ?? 0) > 0;
    }

    get isTicketRequired(): boolean {
        return this.policy?.ticketRequired === true;
    }

    get reasonLabel(): string {
        return this.isReasonRequired ? labels.reason : dialogLabels.reason;
    }

    get ticketLabel(): string {
        return this.isTicketRequired ? labels.ticket : dialogLabels.ticket;
    }

    get ticketHint(): string {
        return this.policy?.ticketPattern ? fill(labels.ticketHint, this.policy.ticketPattern) : '';
    }

    get hasByHand(): boolean {
        return this.byHand.length > 0;
    }

    get byHand(): Reinstate.ManualItem[] {
        return this.plan?.byHand ?? [];
    }

    get byHandLabel(): string {
        return count(this.byHand.length, labels.byHandOne, labels.byHandMany);
    }

    get byHandIcon(): string {
        return this.isByHandOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get byHandExpanded(): string {
        return String(this.isByHandOpen);
    }

    handleMail(event: CustomEvent<{ checked: boolean }>): void {
        this.choose({ sendsMail: event.detail.checked });
    }

    handleKeepFrozen(event: CustomEvent<{ checked: boolean }>): void {
        this.choose({ keepsFrozen: event.detail.checked });
    }

    handleReason(event: CustomEvent<{ value: string }>): void {
        this.choose({ reason: event.detail.value }, true);
    }

    handleTicket(event: CustomEvent<{ value: string }>): void {
        this.choose({ ticket: event.detail.value }, true);
    }

    handleChanges(event: CustomEvent<Partial<PlanChoices>>): void {
        this.choose(event.detail);
    }

    handleByHand(): void {
        this.isByHandOpen = !this.isByHandOpen;
    }

    handleShowAccess(): void {
        this.dispatchEvent(new CustomEvent('showaccess'));
    }

    handleWork(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent(event.type));
    }

    private get accessItems(): Reinstate.PlanItem[] {
        return (this.plan?.items ?? []).filter((item) => !['activate', 'passwordMail'].includes(item.kind));
    }

    private choose(change: Partial<PlanChoices>, isTyped = false): void {
        this.dispatchEvent(new CustomEvent('choose', { detail: { change, isTyped } }));
    }
}

/** A user who can be restored is short of other licenses only than that of the profile. */
function seatLine({ name, remainingNow, remainingAfter, isShort }: Reinstate.SeatChange): string {
    return isShort
        ? fill(labels.seatWithout, name, remainingNow as number)
        : fill(dialogLabels.seatChange, name, remainingNow as number, remainingAfter as number);
}

function numberOf(items: Reinstate.PlanItem[], ...effects: Reinstate.PlanItem['effect'][]): number {
    return items.filter((item) => effects.includes(item.effect)).length;
}
