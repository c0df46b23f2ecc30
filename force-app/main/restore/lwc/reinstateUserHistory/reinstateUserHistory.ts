import { LightningElement, api } from 'lwc';
import findHistory from '@salesforce/apex/RestoreActivityController.findHistory';
import { NewestAnswer } from 'c/reinstateNewestAnswer';
import { fill, timestamp } from 'c/reinstateText';
import { isBusy } from 'c/reinstateRestoreWork';
import type { RestoreWork } from 'c/reinstateRestoreWork';
import { labels } from 'c/reinstatePanelLabels';

const ICONS: Record<Reinstate.UserHistoryEntry['kind'], string> = {
    snapshot: 'utility:photo',
    restore: 'utility:user',
    undo: 'utility:undo',
    auditTrail: 'utility:setup',
    notKnown: 'utility:question',
};

interface ShownEntry {
    key: string;
    icon: string;
    title: string;
    happenedAt: number | null;
    by: string;
    detail: string;
}

/** What happened to a user, newest first: snapshots, restores, undos and the setup audit trail. */
export default class ReinstateUserHistory extends LightningElement {
    labels = labels;

    @api
    get userId(): string {
        return this.currentUserId;
    }

    set userId(userId: string) {
        const isOther = userId !== this.currentUserId;
        this.currentUserId = userId;
        if (isOther && this.isConnected) {
            this.load();
        }
    }

    /** What this session does with the user; the history is read again when something has ended. */
    @api
    get work(): RestoreWork | undefined {
        return this.currentWork;
    }

    set work(work: RestoreWork | undefined) {
        const hasEnded = isBusy(this.currentWork) && !isBusy(work);
        this.currentWork = work;
        if (hasEnded && this.isConnected) {
            this.load();
        }
    }

    currentUserId = '';
    currentWork: RestoreWork | undefined;
    entries: Reinstate.UserHistoryEntry[] = [];
    isLoading = false;
    messages: string[] = [];

    private readonly reading = new NewestAnswer<Reinstate.UserHistoryEntry[]>({
        answered: (entries) => {
            this.entries = entries;
            this.isLoading = false;
        },
        failed: (messages) => {
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

    get hasEntries(): boolean {
        return this.entries.length > 0;
    }

    get shown(): ShownEntry[] {
        return this.entries.map((entry, index) => ({
            key: `${entry.recordId ?? ''} ${entry.happenedAt} ${index}`,
            icon: ICONS[entry.kind] ?? 'utility:clock',
            title: entry.title,
            happenedAt: timestamp(entry.happenedAt),
            by: entry.byName ? fill(labels.by, entry.byName) : '',
            detail: entry.detail ?? '',
        }));
    }

    handleRetry(): void {
        this.load();
    }

    private async load(): Promise<void> {
        if (!this.currentUserId) {
            return;
        }
        this.isLoading = true;
        this.messages = [];
        this.entries = [];
        await this.reading.ask(() => findHistory({ userId: this.currentUserId }));
    }
}
