import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import planUndo from '@salesforce/apex/UndoController.plan';
import executeUndo from '@salesforce/apex/UndoController.execute';
import verifyUndo from '@salesforce/apex/UndoController.verify';
import { errorMessages } from 'c/reinstateErrors';
import { sentencesOf } from 'c/reinstateOutcomeText';
import { fill } from 'c/reinstateText';
import { labels } from 'c/reinstateUndoLabels';

type Phase = 'planning' | 'ready' | 'executing' | 'verifying' | 'finished' | 'failed';

interface ItemGroup {
    effect: Reinstate.PlanItem['effect'];
    heading: string;
    items: Reinstate.PlanItem[];
}

const GROUPS: [Reinstate.PlanItem['effect'], string][] = [
    ['goesAway', labels.goesAway],
    ['comesBack', labels.comesBack],
    ['cannot', labels.cannot],
];

const RESULTS: Record<Reinstate.RestoreVerificationView['status'], string> = {
    Verified: labels.done,
    Pending: labels.pending,
    Attention: labels.attention,
};

/**
 * Takes one restore back: says first what cannot be taken back, then what changes, and does it only when told. Closes with
 * a sentence when something was done, otherwise with nothing.
 */
export default class ReinstateUndoModal extends LightningModal {
    labels = labels;

    /** Key of the run that restored the user. */
    @api restoreKey = '';

    @api userId = '';

    @api userName = '';

    phase: Phase = 'planning';
    plan: Reinstate.UndoPlanView | undefined;
    outcome: Reinstate.RestoreOutcomeView | undefined;
    checks: Reinstate.RestoreCheck[] = [];
    resultText = '';
    failureHeading = '';
    messages: string[] = [];

    private awaitsFocus = false;

    connectedCallback(): void {
        this.loadPlan();
    }

    renderedCallback(): void {
        if (this.awaitsFocus && this.phase === 'finished') {
            this.awaitsFocus = false;
            this.template?.querySelector<HTMLElement>('[data-close]')?.focus();
        }
    }

    get userPlan(): Reinstate.UserUndoPlan | undefined {
        return this.plan?.users.find((user) => user.userId === this.userId);
    }

    get isPlanning(): boolean {
        return this.phase === 'planning';
    }

    get isWorking(): boolean {
        return this.phase === 'executing' || this.phase === 'verifying';
    }

    get workText(): string {
        return this.phase === 'executing' ? labels.executing : labels.verifying;
    }

    get hasFailed(): boolean {
        return this.phase === 'failed';
    }

    get isFinished(): boolean {
        return this.phase === 'finished';
    }

    get showsPlan(): boolean {
        return this.phase === 'ready' && this.userPlan !== undefined;
    }

    get stays(): (Reinstate.ManualItem & { key: number })[] {
        return (this.userPlan?.cannotTakeBack ?? []).map((item, key) => ({ ...item, key }));
    }

    get hasStays(): boolean {
        return this.stays.length > 0;
    }

    get hasRefusals(): boolean {
        return (this.userPlan?.refusals.length ?? 0) > 0;
    }

    get groups(): ItemGroup[] {
        const items = this.userPlan?.items ?? [];
        return GROUPS.map(([effect, heading]) => ({
            effect,
            heading,
            items: items.filter((item) => item.effect === effect),
        })).filter((group) => group.items.length > 0);
    }

    get hasNothingToDo(): boolean {
        return !this.hasRefusals && !this.canConfirm && this.groups.length === 0;
    }

    get canConfirm(): boolean {
        return this.showsPlan && Boolean(this.userPlan?.canExecute);
    }

    get confirmLabel(): string {
        return fill(labels.confirm, this.userName);
    }

    get closeLabel(): string {
        return this.phase === 'ready' && this.canConfirm ? labels.cancel : labels.close;
    }

    get hasChecks(): boolean {
        return this.checks.length > 0;
    }

    handleRetry(): void {
        if (this.outcome === undefined) {
            this.loadPlan();
        } else if (this.plan) {
            this.readBack(this.plan.key);
        }
    }

    handleClose(): void {
        this.close(this.outcome ? this.resultText || labels.unchecked : undefined);
    }

    async handleConfirm(): Promise<void> {
        const key = this.plan?.key;
        if (!key) {
            return;
        }
        this.phase = 'executing';
        this.disableClose = true;
        try {
            const outcome = (await executeUndo({ key })) as Reinstate.RestoreOutcomeView;
            if (outcome.status === 'Failed') {
                this.fail(labels.failed, sentencesOf(outcome));
                return;
            }
            this.outcome = outcome;
            await this.readBack(key);
        } catch (error) {
            this.fail(labels.failed, errorMessages(error));
        }
    }

    private async loadPlan(): Promise<void> {
        this.phase = 'planning';
        try {
            const userIds = [this.userId];
            this.plan = (await planUndo({ key: this.restoreKey, userIds })) as Reinstate.UndoPlanView;
            this.phase = 'ready';
        } catch (error) {
            this.fail(labels.planFailed, errorMessages(error));
        }
    }

    private async readBack(key: string): Promise<void> {
        this.phase = 'verifying';
        try {
            const view = (await verifyUndo({ key })) as Reinstate.RestoreVerificationView;
            this.checks = view.users.find((user) => user.userId === this.userId)?.checks ?? [];
            this.resultText = fill(RESULTS[view.status], this.userName);
            this.phase = 'finished';
            this.disableClose = false;
            this.awaitsFocus = true;
        } catch (error) {
            this.fail(labels.unchecked, errorMessages(error));
        }
    }

    private fail(heading: string, messages: string[]): void {
        this.failureHeading = heading;
        this.messages = messages;
        this.phase = 'failed';
        this.disableClose = false;
    }
}
