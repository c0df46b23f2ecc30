import { LightningElement, api } from 'lwc';
import findRecords from '@salesforce/apex/RestoreActivityController.findRecords';
import { errorMessages } from 'c/reinstateErrors';
import { labels, statusLabels } from 'c/reinstateActivityLabels';

const PAGE_SIZE = 25;

const ALL = 'all';

/** Every restore that was planned, done or refused, newest first, with what was checked afterwards. */
export default class ReinstateActivity extends LightningElement {
    labels = labels;
    statusOptions = [
        { value: ALL, label: labels.allStatuses },
        ...Object.entries(statusLabels).map(([value, label]) => ({ value, label })),
    ];

    status = ALL;
    rows: Reinstate.RestoreActivityRow[] = [];
    nextCursor: string | null = null;
    isLoading = true;
    isLoadingMore = false;
    messages: string[] = [];

    private latestRequest = 0;

    connectedCallback(): void {
        this.refresh();
    }

    /** Reads the newest records again; what is on display stays until they are there. */
    @api
    async refresh(): Promise<void> {
        this.isLoading = this.rows.length === 0;
        const page = await this.ask(null);
        if (page) {
            this.rows = page.rows;
            this.nextCursor = page.nextCursor ?? null;
        }
    }

    get hasError(): boolean {
        return this.messages.length > 0;
    }

    get hasRows(): boolean {
        return this.rows.length > 0;
    }

    get hasMore(): boolean {
        return Boolean(this.nextCursor);
    }

    get isFiltered(): boolean {
        return this.status !== ALL;
    }

    handleStatus(event: CustomEvent<{ value: string }>): void {
        this.status = event.detail.value;
        this.rows = [];
        this.refresh();
    }

    handleAllStatuses(): void {
        this.status = ALL;
        this.refresh();
    }

    handleRetry(): void {
        this.refresh();
    }

    async handleLoadMore(): Promise<void> {
        this.isLoadingMore = true;
        const page = await this.ask(this.nextCursor);
        if (page) {
            this.rows = [...this.rows, ...page.rows];
            this.nextCursor = page.nextCursor ?? null;
        }
    }

    /** One request; undefined when it failed or when a newer request has overtaken it. */
    private async ask(cursor: string | null): Promise<Reinstate.RestoreActivityPage | undefined> {
        this.latestRequest += 1;
        const request = this.latestRequest;
        this.messages = [];
        try {
            const status = this.status === ALL ? null : this.status;
            const page = await findRecords({ query: { cursor, pageSize: PAGE_SIZE, status } });
            return request === this.latestRequest ? (page as Reinstate.RestoreActivityPage) : undefined;
        } catch (error) {
            if (request === this.latestRequest) {
                this.messages = errorMessages(error);
            }
            return undefined;
        } finally {
            if (request === this.latestRequest) {
                this.isLoading = false;
                this.isLoadingMore = false;
            }
        }
    }
}
