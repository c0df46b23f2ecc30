import { LightningElement, api } from 'lwc';
import { count, fill, timestamp } from 'c/reinstateText';
import { labels, statusLabels } from 'c/reinstateActivityLabels';

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

/** One restore record: who, by whom, when and how it ended; its checks on demand. */
export default class ReinstateActivityRecord extends LightningElement {
    labels = labels;

    @api record!: Reinstate.RestoreActivityRow;

    isOpen = false;

    get look(): StatusLook {
        return this.failedChecks > 0 ? ATTENTION : LOOKS[this.record.status];
    }

    get failedChecks(): number {
        return this.checks.filter((check) => check.answer === 'no').length;
    }

    get failedText(): string {
        return this.failedChecks === 0 ? '' : count(this.failedChecks, labels.failedOne, labels.failedMany);
    }

    get statusText(): string {
        return statusLabels[this.record.status];
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

    get checks(): Reinstate.RestoreCheck[] {
        return this.record.checks ?? [];
    }

    get hasChecks(): boolean {
        return this.checks.length > 0;
    }

    get toggleLabel(): string {
        return this.isOpen ? labels.hideChecks : labels.showChecks;
    }

    get toggleDescription(): string {
        return fill(this.isOpen ? labels.hideChecksOf : labels.showChecksOf, this.record.userName ?? '');
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }
}
