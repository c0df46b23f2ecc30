import { LightningElement, api } from 'lwc';
import openSettings from '@salesforce/apex/RestoreSettingsController.open';
import { NewestAnswer } from 'c/reinstateNewestAnswer';
import { fill } from 'c/reinstateText';
import { labels } from 'c/reinstateSettingsLabels';
import { storageText } from 'c/reinstateStorage';

/**
 * Settings of Reinstate, and the state of everything that runs by itself. Fires `settingssaved` with the settings after a
 * change.
 */
export default class ReinstateSettings extends LightningElement {
    labels = labels;
    state: Reinstate.SettingsState | undefined;
    messages: string[] = [];

    private readonly reading = new NewestAnswer<Reinstate.SettingsState>({
        answered: (state) => {
            this.state = state;
        },
        failed: (messages) => {
            this.messages = messages;
        },
    });

    connectedCallback(): void {
        this.refresh();
    }

    disconnectedCallback(): void {
        this.reading.drop();
    }

    /** Reads everything again; what is on display stays until it is there. */
    @api
    async refresh(): Promise<void> {
        this.messages = [];
        await this.reading.ask(() => openSettings());
    }

    get isLoading(): boolean {
        return this.state === undefined && !this.hasFailed;
    }

    get hasFailed(): boolean {
        return this.messages.length > 0;
    }

    get isReadOnly(): boolean {
        return this.state?.canConfigure === false;
    }

    get storageText(): string {
        const { snapshotCount = 0, storageKilobytes = 0 } = this.state ?? {};
        return fill(labels.storage, snapshotCount, storageText(storageKilobytes));
    }

    handleRetry(): void {
        this.refresh();
    }

    /** A part was saved, switched or started, and the answer holds everything as it is now. */
    handleState(event: CustomEvent<Reinstate.SettingsState>): void {
        this.reading.drop();
        this.state = event.detail;
        this.dispatchEvent(new CustomEvent('settingssaved', { detail: event.detail.settings }));
    }
}
