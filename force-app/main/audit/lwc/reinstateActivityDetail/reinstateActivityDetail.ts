import { LightningElement, api } from 'lwc';
import getDetail from '@salesforce/apex/RestoreActivityController.getDetail';
import verifyRestore from '@salesforce/apex/RestoreController.verify';
import verifyUndo from '@salesforce/apex/UndoController.verify';
import canRestore from '@salesforce/customPermission/ReinstateRestore';
import { errorMessages } from 'c/reinstateErrors';
import { NewestAnswer } from 'c/reinstateNewestAnswer';
import { count, fill, timestamp } from 'c/reinstateText';
import { labels } from 'c/reinstateDetailLabels';

interface ShownItem {
    key: string;
    label: string;
    detail: string;
    had: string;
    has: string;
    willHave: string;
    outcome: string;
    code: string;
    message: string;
    note: string;
}

const EFFECTS: Record<Reinstate.PlanItem['effect'], string> = {
    comesBack: labels.effectPlanned,
    extended: labels.effectPlanned,
    goesAway: labels.effectPlanned,
    alreadyThere: labels.effectAlreadyThere,
    cannot: labels.effectCannot,
    notChosen: labels.effectNotChosen,
};

const RESULTS: Record<Reinstate.ItemOutcome['result'], string> = {
    done: labels.resultDone,
    alreadyThere: labels.resultAlreadyThere,
    refused: labels.resultRefused,
    failed: labels.resultFailed,
    pending: labels.resultPending,
};

function answer(value: boolean | null | undefined): string {
    if (value === null || value === undefined) {
        return '';
    }
    return value ? labels.yes : labels.no;
}

/** What was planned, or reads otherwise afterwards. */
function isChange({ before, after, planned }: Reinstate.StateLine): boolean {
    return Boolean(planned) || (Boolean(after) && after !== before);
}

function shownItem(item: Reinstate.PlanItem, outcome: Reinstate.ItemOutcome | undefined): ShownItem {
    return {
        key: item.key,
        label: item.label,
        detail: item.detail ?? '',
        had: answer(item.had),
        has: answer(item.has),
        willHave: answer(item.willHave),
        outcome: outcome ? RESULTS[outcome.result] : EFFECTS[item.effect],
        code: outcome?.statusCode ?? '',
        message: outcome?.message ?? '',
        note: outcome?.cure ?? item.reason ?? '',
    };
}

/** Everything that one record holds. Fires `checked` with a sentence after its checks were answered again. */
export default class ReinstateActivityDetail extends LightningElement {
    labels = labels;

    /** A row that was read anew brings a new detail with it. */
    @api
    get record(): Reinstate.RestoreActivityRow | undefined {
        return this.currentRecord;
    }

    set record(record: Reinstate.RestoreActivityRow | undefined) {
        this.currentRecord = record;
        if (this.isConnected) {
            this.load();
        }
    }

    currentRecord: Reinstate.RestoreActivityRow | undefined;
    detail: Reinstate.RestoreRecordDetail | undefined;
    isLoading = true;
    isChecking = false;
    showsUnchanged = false;
    failureHeading = '';
    messages: string[] = [];

    private hasAskedAgain = false;
    private readonly reading = new NewestAnswer<Reinstate.RestoreRecordDetail>({
        answered: (detail) => {
            this.detail = detail;
            this.isLoading = false;
            this.askAgainOnce();
        },
        failed: (messages) => {
            this.failureHeading = labels.failed;
            this.messages = messages;
            this.isLoading = false;
        },
    });

    connectedCallback(): void {
        this.load();
    }

    disconnectedCallback(): void {
        this.reading.drop();
    }

    get hasFailed(): boolean {
        return this.messages.length > 0;
    }

    get askedAt(): number | null {
        return timestamp(this.detail?.requestedAt);
    }

    get executedAt(): number | null {
        return timestamp(this.detail?.executedAt);
    }

    get verifiedAt(): number | null {
        return timestamp(this.detail?.verifiedAt);
    }

    get carriedOutBy(): string {
        return this.executedAt ? (this.detail?.row.operatorName ?? '') : '';
    }

    get isForged(): boolean {
        return this.detail?.isIntact === false;
    }

    get hasRefusals(): boolean {
        return (this.detail?.refusals.length ?? 0) > 0;
    }

    /** What stayed as it was is folded away until somebody asks for it. */
    get states(): Reinstate.StateLine[] {
        const lines = this.detail?.states ?? [];
        return (this.showsUnchanged ? lines : lines.filter(isChange)).map((line) => ({
            label: line.label,
            before: line.before ?? this.missing,
            planned: line.planned ?? labels.unchanged,
            after: line.after ?? this.missing,
        }));
    }

    get hasStates(): boolean {
        return (this.detail?.states.length ?? 0) > 0;
    }

    /** Settings are changed at once; nothing is planned, and what has no value is empty. */
    get showsPlanned(): boolean {
        return this.detail?.row.kind !== 'Settings';
    }

    get missing(): string {
        return this.showsPlanned ? labels.unknown : labels.empty;
    }

    get unchangedCount(): number {
        return (this.detail?.states ?? []).filter((line) => !isChange(line)).length;
    }

    get hasUnchanged(): boolean {
        return this.unchangedCount > 0;
    }

    get unchangedLabel(): string {
        return this.showsUnchanged
            ? labels.hideUnchanged
            : count(this.unchangedCount, labels.showUnchangedOne, labels.showUnchangedMany);
    }

    get items(): ShownItem[] {
        const outcomes = new Map((this.detail?.outcomes ?? []).map((outcome) => [outcome.key, outcome]));
        return (this.detail?.items ?? []).map((item) => shownItem(item, outcomes.get(item.key)));
    }

    get hasItems(): boolean {
        return this.items.length > 0;
    }

    get hasChecks(): boolean {
        return (this.detail?.checks.length ?? 0) > 0;
    }

    get showsChecks(): boolean {
        return this.hasChecks || Boolean(this.detail?.canCheckAgain);
    }

    get canCheckAgain(): boolean {
        return Boolean(this.detail?.canCheckAgain && canRestore);
    }

    get checkLabel(): string {
        return this.isChecking ? labels.checking : labels.checkAgain;
    }

    get checkDescription(): string {
        return fill(labels.checkAgainOf, this.detail?.row.userName ?? '');
    }

    get byHand(): (Reinstate.ManualItem & { key: number })[] {
        return (this.detail?.byHand ?? []).map((item, key) => ({ ...item, key }));
    }

    get hasByHand(): boolean {
        return this.byHand.length > 0;
    }

    get byHandHeading(): string {
        return this.detail?.row.kind === 'Undo' ? labels.stays : labels.byHand;
    }

    handleUnchanged(): void {
        this.showsUnchanged = !this.showsUnchanged;
    }

    handleRetry(): void {
        this.load();
    }

    async handleCheckAgain(): Promise<void> {
        const row = this.detail?.row;
        if (!row) {
            return;
        }
        this.isChecking = true;
        this.messages = [];
        try {
            await (row.kind === 'Undo' ? verifyUndo : verifyRestore)({ key: row.key });
            this.dispatchEvent(new CustomEvent('checked', { detail: labels.checked }));
        } catch (error) {
            this.failureHeading = labels.checkFailed;
            this.messages = errorMessages(error);
        }
        this.isChecking = false;
    }

    private async load(): Promise<void> {
        const recordId = this.currentRecord?.recordId;
        if (!recordId) {
            return;
        }
        this.isLoading = this.detail === undefined;
        this.messages = [];
        await this.reading.ask(() => getDetail({ recordId }));
    }

    /** What was not there yet may be there by now. After that a person asks. */
    private askAgainOnce(): void {
        const isOpen = this.detail?.checks.some((check) => check.answer === 'notYet') === true;
        if (isOpen && this.canCheckAgain && !this.hasAskedAgain) {
            this.hasAskedAgain = true;
            this.handleCheckAgain();
        }
    }
}
