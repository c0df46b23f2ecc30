import { LightningElement, api } from 'lwc';
import canRestore from '@salesforce/customPermission/ReinstateRestore';
import { count, fill, timestamp } from 'c/reinstateText';
import ReinstateUndoModal from 'c/reinstateUndoModal';
import { labels as undoLabels } from 'c/reinstateUndoLabels';
import { kindLabels, labels, statusLabels } from 'c/reinstateActivityLabels';

interface StatusLook {
    icon: string;
    variant: string | undefined;
}

const LOOKS: Record<Reinstate.RestoreActivityRow['status'], StatusLook> = {
    Planned: { icon: 'utility:clock', variant: undefined },
    Executed: { icon: 'utility:check', variant: 'success' },
    PartlyExecuted: { icon: 'utility:warning', variant: 'warning' },
    Failed: { icon: 'utility:error', variant: 'error' },
    Verified: { icon: 'utility:success', variant: 'success' },
    Refused: { icon: 'utility:ban', variant: 'error' },
    OutcomeUnknown: { icon: 'utility:question', variant: 'warning' },
};

/** A restore that was read back and is not as planned. */
const ATTENTION: StatusLook = { icon: 'utility:warning', variant: 'warning' };

/**
 * One record: who, by whom, when and how it ended; everything else on demand. Fires `recordchange` with a sentence after
 * the record was undone or checked again.
 */
export default class ReinstateActivityRecord extends LightningElement {
    labels = labels;

    @api record!: Reinstate.RestoreActivityRow;

    isOpen = false;

    get look(): StatusLook {
        return this.failedChecks > 0 ? ATTENTION : LOOKS[this.record.status];
    }

    get failedChecks(): number {
        return (this.record.checks ?? []).filter((check) => check.answer === 'no').length;
    }

    get failedText(): string {
        return this.failedChecks === 0 ? '' : count(this.failedChecks, labels.failedOne, labels.failedMany);
    }

    get kindText(): string {
        return this.record.kind === 'Restore' ? '' : kindLabels[this.record.kind];
    }

    get statusText(): string {
        return statusLabels[this.record.status];
    }

    get name(): string {
        return this.record.userName ?? this.record.recordName;
    }

    get happenedAt(): number | null {
        return timestamp(this.record.happenedAt);
    }

    get operatorText(): string {
        return this.record.operatorName ? fill(labels.byOperator, this.record.operatorName) : '';
    }

    get reasonText(): string {
        return [this.record.ticket, this.record.reason].filter(Boolean).join(' · ');
    }

    get canUndo(): boolean {
        return this.record.canUndo && Boolean(canRestore);
    }

    get undoDescription(): string {
        return fill(labels.undoOf, this.name);
    }

    get toggleLabel(): string {
        return this.isOpen ? labels.hideDetails : labels.showDetails;
    }

    get toggleDescription(): string {
        return fill(this.isOpen ? labels.hideDetailsOf : labels.showDetailsOf, this.name);
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handleChecked(event: CustomEvent<string>): void {
        this.report(event.detail);
    }

    async handleUndo(): Promise<void> {
        const sentence = await ReinstateUndoModal.open({
            label: fill(undoLabels.heading, this.name),
            size: 'medium',
            restoreKey: this.record.key,
            userId: this.record.userId,
            userName: this.name,
        });
        if (typeof sentence === 'string') {
            this.report(sentence);
        }
    }

    private report(sentence: string): void {
        this.dispatchEvent(new CustomEvent('recordchange', { detail: sentence }));
    }
}
