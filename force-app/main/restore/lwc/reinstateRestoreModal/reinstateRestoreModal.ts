import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import planRestore from '@salesforce/apex/RestoreController.plan';
import executeRestore from '@salesforce/apex/RestoreController.execute';
import verifyRestore from '@salesforce/apex/RestoreController.verify';
import { errorMessages, isUnanswered } from 'c/reinstateErrors';
import { fill } from 'c/reinstateText';
import { pause } from 'c/reinstateTiming';
import { labels } from 'c/reinstateRestoreLabels';

/** What the `restored` event of the dialog carries; without verification the checks could not be read. */
export interface RestoredDetail {
    userId: string;
    verification: Reinstate.RestoreVerificationView | null;
}

type Phase = 'planning' | 'ready' | 'executing' | 'verifying' | 'finished' | 'failed';

/** Waits between re-reads of checks that are not answered yet: mail and split steps take moments. */
const RECHECK_DELAYS_MS = [1500, 3000];

/**
 * The dialog of one restore: what it will do, doing it, and what stands afterwards. The plan is
 * stored by Apex and executed by its key, so that nothing is done but what was shown here.
 */
export default class ReinstateRestoreModal extends LightningModal {
    labels = labels;

    @api userId = '';

    @api userName = '';

    phase: Phase = 'planning';
    messages: string[] = [];
    failureHeading = '';
    plan: Reinstate.RestorePlanView | undefined;
    outcome: Reinstate.RestoreOutcomeView | undefined;
    verification: Reinstate.RestoreVerificationView | undefined;
    planHasChanged = false;
    sendsMail: boolean | null = null;
    keepsFrozen = false;
    reason = '';
    ticket = '';

    private plannedOptions = '';

    /** The button that had the focus goes away with the confirmation; what is left gets it afterwards. */
    private awaitsFocus = false;

    connectedCallback(): void {
        this.loadPlan();
    }

    renderedCallback(): void {
        if (this.awaitsFocus && !this.isWorking) {
            this.awaitsFocus = false;
            this.template?.querySelector<HTMLElement>('[data-close]')?.focus();
        }
    }

    get isPlanning(): boolean {
        return this.phase === 'planning' && !this.plan;
    }

    get isReplanning(): boolean {
        return this.phase === 'planning' && this.plan !== undefined;
    }

    get showsPlan(): boolean {
        return this.userPlan !== undefined && (this.phase === 'ready' || this.isReplanning);
    }

    get isWorking(): boolean {
        return this.phase === 'executing' || this.phase === 'verifying';
    }

    get hasFailed(): boolean {
        return this.phase === 'failed';
    }

    get isFinished(): boolean {
        return this.phase === 'finished';
    }

    get userPlan(): Reinstate.UserRestorePlan | undefined {
        return this.plan?.users[0];
    }

    get seatChanges(): Reinstate.SeatChange[] {
        return this.plan?.seats ?? [];
    }

    get canExecute(): boolean {
        return this.showsPlan && this.userPlan?.canExecute === true;
    }

    get canBeFrozen(): boolean {
        return this.keepsFrozen || this.userPlan?.items.some((item) => item.kind === 'unfreeze') === true;
    }

    get mailLabel(): string {
        return fill(labels.mailTo, this.userPlan?.email ?? this.userPlan?.username ?? '');
    }

    get mailChecked(): boolean {
        return this.sendsMail ?? this.userPlan?.sendsMail ?? false;
    }

    get confirmLabel(): string {
        return fill(labels.restoreUser, this.userName);
    }

    get closeLabel(): string {
        return this.canExecute ? labels.cancel : labels.close;
    }

    get progressText(): string {
        switch (this.phase) {
            case 'executing':
                return fill(labels.executing, this.userName);
            case 'verifying':
                return labels.verifying;
            case 'finished':
                return this.resultText;
            default:
                return '';
        }
    }

    get resultText(): string {
        if (!this.verification) {
            return this.outcome ? labels.resultUnchecked : fill(labels.resultUnknown, this.userName);
        }
        if (!this.isBack) {
            return fill(labels.resultNotBack, this.userName);
        }
        const texts: Record<Reinstate.RestoreVerificationView['status'], string> = {
            Verified: fill(labels.resultVerified, this.userName),
            Pending: fill(labels.resultPending, this.userName),
            Attention: fill(labels.resultAttention, this.userName),
        };
        return texts[this.verification.status];
    }

    get checks(): Reinstate.RestoreCheck[] {
        return this.verification?.users.find((user) => user.userId === this.userId)?.checks ?? [];
    }

    /** Whether the user is active now; what was read back counts more than what the restore reported. */
    get isBack(): boolean {
        const active = this.checks.find((check) => check.name === 'active');
        return active ? active.answer === 'yes' : this.outcome !== undefined;
    }

    get hasChecks(): boolean {
        return this.checks.length > 0;
    }

    get canCheckAgain(): boolean {
        return this.isFinished && this.verification?.status !== 'Verified';
    }

    get troubledItems(): Reinstate.ItemOutcome[] {
        return (this.outcome?.users ?? [])
            .flatMap((user) => user.items)
            .filter((item) => item.result === 'failed' || item.result === 'refused');
    }

    handleMail(event: CustomEvent<{ checked: boolean }>): void {
        this.sendsMail = event.detail.checked;
        this.loadPlan();
    }

    handleKeepFrozen(event: CustomEvent<{ checked: boolean }>): void {
        this.keepsFrozen = event.detail.checked;
        this.loadPlan();
    }

    handleReason(event: CustomEvent<{ value: string }>): void {
        this.reason = event.detail.value;
    }

    handleTicket(event: CustomEvent<{ value: string }>): void {
        this.ticket = event.detail.value;
    }

    handleRetry(): void {
        this.loadPlan();
    }

    handleClose(): void {
        this.close(this.verification ? 'restored' : undefined);
    }

    async handleConfirm(): Promise<void> {
        if (!this.canExecute || this.isReplanning) {
            return;
        }
        if (this.plannedOptions !== JSON.stringify(this.options) && !(await this.planStillHolds())) {
            return;
        }
        await this.execute();
    }

    async handleCheckAgain(): Promise<void> {
        await this.verify();
    }

    private get options(): Reinstate.RestoreOptions {
        return {
            sendPasswordMail: this.sendsMail,
            keepFrozen: this.keepsFrozen,
            reason: this.reason.trim() || null,
            ticket: this.ticket.trim() || null,
            excludedItemKeys: [],
            includedItemKeys: [],
        };
    }

    private async loadPlan(): Promise<void> {
        this.phase = 'planning';
        this.planHasChanged = false;
        const { options } = this;
        try {
            const plan = await planRestore({ userIds: [this.userId], options });
            this.plan = plan as Reinstate.RestorePlanView;
            this.plannedOptions = JSON.stringify(options);
            this.phase = 'ready';
            if (!this.userPlan) {
                this.fail(labels.planFailed, undefined);
            }
        } catch (error) {
            this.fail(labels.planFailed, error);
        }
    }

    /** Stores a plan with the words typed since; false when it differs from the one on display. */
    private async planStillHolds(): Promise<boolean> {
        const shown = effectsOf(this.plan);
        await this.loadPlan();
        this.planHasChanged = this.phase === 'ready' && effectsOf(this.plan) !== shown;
        return this.phase === 'ready' && !this.planHasChanged && this.canExecute;
    }

    private async execute(): Promise<void> {
        this.phase = 'executing';
        this.awaitsFocus = true;
        this.disableClose = true;
        try {
            const outcome = await executeRestore({ key: this.plan?.key ?? '' });
            this.outcome = outcome as Reinstate.RestoreOutcomeView;
        } catch (error) {
            this.disableClose = false;
            this.fail(labels.executeFailed, error);
            if (isUnanswered(error)) {
                this.phase = 'finished';
            }
            return;
        }
        if (this.outcome.status === 'Failed') {
            this.disableClose = false;
            this.failureHeading = labels.executeFailed;
            this.messages = this.troubledItems.map(sentenceOf);
            if (this.messages.length === 0) {
                this.messages = errorMessages(undefined);
            }
            this.phase = 'failed';
            return;
        }
        await this.verify();
        await this.recheck(RECHECK_DELAYS_MS);
    }

    private async recheck([delay, ...laterDelays]: readonly number[]): Promise<void> {
        if (delay === undefined || this.verification?.status !== 'Pending') {
            return;
        }
        await pause(delay);
        await this.readChecks();
        await this.recheck(laterDelays);
    }

    private async verify(): Promise<void> {
        this.phase = 'verifying';
        this.disableClose = true;
        await this.readChecks();
        this.disableClose = false;
        this.phase = 'finished';
    }

    private async readChecks(): Promise<void> {
        try {
            const verification = await verifyRestore({ key: this.plan?.key ?? '' });
            this.verification = verification as Reinstate.RestoreVerificationView;
            this.messages = [];
        } catch (error) {
            this.messages = errorMessages(error);
        }
        if (!this.isBack) {
            return;
        }
        const detail: RestoredDetail = { userId: this.userId, verification: this.verification ?? null };
        this.dispatchEvent(new CustomEvent<RestoredDetail>('restored', { detail }));
    }

    private fail(heading: string, error: unknown): void {
        this.failureHeading = heading;
        this.messages = errorMessages(error);
        this.phase = 'failed';
    }
}

/** What a plan would do, as text to compare; its key and expiry do not count. */
function effectsOf(plan: Reinstate.RestorePlanView | undefined): string {
    return JSON.stringify([plan?.users, plan?.seats]);
}

function sentenceOf(item: Reinstate.ItemOutcome): string {
    return [`${item.label}: ${item.message ?? item.statusCode ?? ''}`, item.cure].filter(Boolean).join(' ');
}
