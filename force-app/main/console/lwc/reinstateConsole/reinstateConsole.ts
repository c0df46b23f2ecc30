import { LightningElement } from 'lwc';
import openConsole from '@salesforce/apex/RestoreConsoleController.open';
import canView from '@salesforce/customPermission/ReinstateView';
import { errorMessages, isAccessMissing } from 'c/reinstateErrors';
import { fill } from 'c/reinstateText';
import { labels } from 'c/reinstateConsoleLabels';
import { FIRST_QUERY } from 'c/reinstateUserRow';

type Phase = 'loading' | 'ready' | 'failed' | 'notSetUp';

interface RefreshedElement extends HTMLElement {
    refresh(): void;
}

/** The tab of the product: its header, the seats left, inactive users and the activity. */
export default class ReinstateConsole extends LightningElement {
    labels = labels;
    phase: Phase = 'loading';
    isRefreshing = false;
    messages: string[] = [];
    rights: Reinstate.ConsoleRights | undefined;
    seats: Reinstate.SeatMeter[] = [];
    confirmsBeforeRestore = false;
    accessChoice: Reinstate.ConsoleState['defaultAccessChoice'] = 'all';
    warnings: Reinstate.ConsoleWarning[] = [];
    firstPage: Reinstate.InactiveUserPage | undefined;
    totalCount = 0;
    totalIsCapped = false;

    connectedCallback(): void {
        if (canView) {
            this.load();
        } else {
            this.phase = 'notSetUp';
        }
    }

    get isLoading(): boolean {
        return this.phase === 'loading';
    }

    get isReady(): boolean {
        return this.phase === 'ready';
    }

    get hasFailed(): boolean {
        return this.phase === 'failed';
    }

    get subtitle(): string {
        if (!this.isReady) {
            return labels.tagline;
        }
        if (this.totalIsCapped) {
            return fill(labels.usersAtLeast, this.totalCount);
        }
        return this.totalCount === 1 ? labels.usersOne : fill(labels.usersMany, this.totalCount);
    }

    get hasNoRestoreRight(): boolean {
        return this.rights?.canRestore === false;
    }

    get missingSteps(): string[] {
        return this.rights?.canRestore ? this.rights.missingStepPermissions : [];
    }

    get hasMissingSteps(): boolean {
        return this.missingSteps.length > 0;
    }

    /** Also asks when the page was loaded without the permission: it may have been given meanwhile. */
    async load(): Promise<void> {
        this.isRefreshing = this.isReady;
        this.phase = this.isReady ? 'ready' : 'loading';
        try {
            const state = (await openConsole({ query: FIRST_QUERY })) as Reinstate.ConsoleState;
            this.rights = state.rights;
            this.seats = state.seats;
            this.confirmsBeforeRestore = state.confirmsBeforeRestore;
            this.accessChoice = state.defaultAccessChoice ?? 'all';
            this.warnings = state.warnings ?? [];
            this.firstPage = state.page;
            this.totalCount = state.page.totalCount;
            this.totalIsCapped = state.page.totalIsCapped;
            this.phase = 'ready';
        } catch (error) {
            this.messages = errorMessages(error);
            this.phase = isAccessMissing(error) ? 'notSetUp' : 'failed';
        } finally {
            this.isRefreshing = false;
        }
    }

    handleRetry(): void {
        this.load();
    }

    handleSeatsChange(event: CustomEvent<Reinstate.SeatMeter[]>): void {
        this.seats = event.detail;
    }

    handleUserRestored(): void {
        this.totalCount = Math.max(0, this.totalCount - 1);
    }

    handleUserUndone(): void {
        this.totalCount += 1;
    }

    handleActivityActive(): void {
        this.template?.querySelector<RefreshedElement>('c-reinstate-activity')?.refresh();
    }

    handleSettingsActive(): void {
        this.template?.querySelector<RefreshedElement>('c-reinstate-settings')?.refresh();
    }

    /** The list restores by the settings, so it has to know them; it keeps what it shows. */
    handleSettingsSaved(event: CustomEvent<Reinstate.RestoreSettingsView>): void {
        this.confirmsBeforeRestore = event.detail.confirmBeforeRestore;
        this.accessChoice = event.detail.defaultAccessChoice;
    }
}
