import { LightningElement, api } from 'lwc';
import findRecords from '@salesforce/apex/RestoreActivityController.findRecords';
import findOperators from '@salesforce/apex/RestoreActivityController.findOperators';
import exportCsv from '@salesforce/apex/RestoreActivityController.exportCsv';
import { errorMessages } from 'c/reinstateErrors';
import { count, fill } from 'c/reinstateText';
import { download } from 'c/reinstateDownload';
import { NO_FILTER, isImpossible, pillsOf, toQuery } from 'c/reinstateActivityFilter';
import type { ActivityFilter } from 'c/reinstateActivityFilter';
import { labels } from 'c/reinstateActivityLabels';

const PAGE_SIZE = 25;

/** Everything that was asked of Reinstate, newest first: found by filters, looked into, exported, and taken back. */
export default class ReinstateActivity extends LightningElement {
    labels = labels;

    filter: ActivityFilter = NO_FILTER;
    operators: Reinstate.RestoreChoice[] = [];
    rows: Reinstate.RestoreActivityRow[] = [];
    nextCursor: string | null = null;
    isLoading = true;
    isLoadingMore = false;
    isExporting = false;
    failureHeading = '';
    messages: string[] = [];
    announcement = '';

    private latestRequest = 0;

    connectedCallback(): void {
        this.refresh();
    }

    disconnectedCallback(): void {
        this.latestRequest += 1;
    }

    /** Reads the newest records again; what is on display stays until they are there. */
    @api
    async refresh(): Promise<void> {
        this.isLoading = this.rows.length === 0;
        this.readOperators();
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
        return pillsOf(this.filter, this.operators).length > 0;
    }

    get shownText(): string {
        if (!this.hasRows) {
            return '';
        }
        return this.hasMore
            ? fill(labels.shownMore, this.rows.length)
            : count(this.rows.length, labels.shownOne, labels.shownMany);
    }

    get exportLabel(): string {
        return this.isExporting ? labels.exporting : labels.exportCsv;
    }

    get cannotExport(): boolean {
        return this.isExporting || isImpossible(this.filter);
    }

    handleFilter(event: CustomEvent<ActivityFilter>): void {
        this.filter = event.detail;
        this.announcement = '';
        if (!isImpossible(this.filter)) {
            this.rows = [];
            this.nextCursor = null;
            this.refresh();
        }
    }

    handleClear(): void {
        this.filter = NO_FILTER;
        this.refresh();
    }

    handleRetry(): void {
        this.refresh();
    }

    /** A record was undone or checked again: its row and maybe a new one say so. */
    handleRecordChange(event: CustomEvent<string>): void {
        this.announcement = event.detail;
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

    async handleExport(): Promise<void> {
        this.isExporting = true;
        this.messages = [];
        try {
            const query = toQuery(this.filter, null, PAGE_SIZE);
            const file = (await exportCsv({ query })) as Reinstate.RestoreActivityExport;
            download(file.fileName, file.csv);
            this.announcement = fill(file.isCut ? labels.exportCut : labels.exported, file.rowCount);
        } catch (error) {
            this.failureHeading = labels.exportFailed;
            this.messages = errorMessages(error);
        }
        this.isExporting = false;
    }

    /** Without operators the filter offers all of them; nothing else depends on it. */
    private async readOperators(): Promise<void> {
        try {
            this.operators = ((await findOperators()) ?? []) as Reinstate.RestoreChoice[];
        } catch {
            this.operators = [];
        }
    }

    /** One page; undefined when it failed or when a newer request has overtaken it. */
    private async ask(cursor: string | null): Promise<Reinstate.RestoreActivityPage | undefined> {
        this.latestRequest += 1;
        const request = this.latestRequest;
        this.messages = [];
        try {
            const page = await this.readUntilRows(cursor, request);
            return request === this.latestRequest ? page : undefined;
        } catch (error) {
            if (request === this.latestRequest) {
                this.failureHeading = labels.loadFailed;
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

    /** A page may be empty although there are more: plans and unknown outcomes are told apart after reading. */
    private async readUntilRows(cursor: string | null, request: number): Promise<Reinstate.RestoreActivityPage> {
        const query = toQuery(this.filter, cursor, PAGE_SIZE);
        const page = (await findRecords({ query })) as Reinstate.RestoreActivityPage;
        const isDone = page.rows.length > 0 || !page.nextCursor || request !== this.latestRequest;
        return isDone ? page : this.readUntilRows(page.nextCursor ?? null, request);
    }
}
