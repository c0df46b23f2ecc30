import { LightningElement, api } from 'lwc';
import openSettings from '@salesforce/apex/RestoreSettingsController.open';
import importAuditTrail from '@salesforce/apex/RestoreSettingsController.importAuditTrail';
import { errorMessages } from 'c/reinstateErrors';
import { fill, timestamp } from 'c/reinstateText';
import { delayed } from 'c/reinstateTiming';
import { importLabels as labels } from 'c/reinstateSettingsLabels';

/** How long to wait before the progress is asked for again. */
const POLL_MS = 3000;

const TEXTS: Record<Reinstate.AuditImportState['status'], string> = {
    NotStarted: labels.notStarted,
    Running: labels.running,
    Stopped: labels.stopped,
    Incomplete: labels.incomplete,
    Finished: labels.finished,
};

const ACTIONS: Record<Reinstate.AuditImportState['status'], string> = {
    NotStarted: labels.start,
    Running: '',
    Stopped: labels.goOn,
    Incomplete: labels.again,
    Finished: labels.again,
};

/** Reading of the Setup Audit Trail: how far it has come, and its start. Fires `statechange` with each progress. */
export default class ReinstateAuditImport extends LightningElement {
    labels = labels;

    @api canConfigure = false;

    /** While it runs, the progress is asked for again and again. */
    @api
    get progress(): Reinstate.AuditImportState | undefined {
        return this.current;
    }

    set progress(progress: Reinstate.AuditImportState | undefined) {
        this.current = progress;
        this.watch();
    }

    current: Reinstate.AuditImportState | undefined;
    isStarting = false;
    messages: string[] = [];

    private readonly poll = delayed(() => this.ask(), POLL_MS);

    connectedCallback(): void {
        this.watch();
    }

    disconnectedCallback(): void {
        this.poll.cancel();
    }

    get status(): Reinstate.AuditImportState['status'] {
        return this.current?.status ?? 'NotStarted';
    }

    get statusText(): string {
        return TEXTS[this.status];
    }

    get hasProgress(): boolean {
        return this.status !== 'NotStarted';
    }

    get progressText(): string {
        return fill(labels.progress, this.current?.rowsRead ?? 0, this.current?.snapshots ?? 0);
    }

    get isRunning(): boolean {
        return this.status === 'Running';
    }

    get reachesBackTo(): number | null {
        return timestamp(this.current?.reachesBackTo);
    }

    get problem(): string {
        return this.current?.problem ?? '';
    }

    get actionLabel(): string {
        return this.canConfigure ? ACTIONS[this.status] : '';
    }

    get hasFailed(): boolean {
        return this.messages.length > 0;
    }

    async handleStart(): Promise<void> {
        this.isStarting = true;
        this.messages = [];
        try {
            this.report((await importAuditTrail()) as Reinstate.SettingsState);
        } catch (error) {
            this.messages = errorMessages(error);
        }
        this.isStarting = false;
    }

    private watch(): void {
        this.poll.cancel();
        if (this.isConnected && this.isRunning) {
            this.poll.schedule();
        }
    }

    /** A question that got no answer is asked again: the import goes on without anybody looking. */
    private async ask(): Promise<void> {
        try {
            this.report((await openSettings()) as Reinstate.SettingsState);
        } catch (error) {
            this.messages = errorMessages(error);
            this.watch();
        }
    }

    private report(state: Reinstate.SettingsState): void {
        this.messages = [];
        this.dispatchEvent(new CustomEvent('statechange', { detail: state }));
    }
}
