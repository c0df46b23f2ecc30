import { LightningElement, api } from 'lwc';
import formFactor from '@salesforce/client/formFactor';
import findInactiveUsers from '@salesforce/apex/RestoreConsoleController.findInactiveUsers';
import RestoreModal from 'c/reinstateRestoreModal';
import type { RestoredDetail } from 'c/reinstateRestoreModal';
import ChecksModal from 'c/reinstateChecksModal';
import { errorMessages } from 'c/reinstateErrors';
import { fill, timestamp } from 'c/reinstateText';
import { delayed } from 'c/reinstateTiming';
import { labels } from 'c/reinstateConsoleLabels';
import { DEFAULT_SORT, PAGE_SIZE, matches, toUserRow } from 'c/reinstateUserRow';
import type { Restored, SeatsLeft, UserRow } from 'c/reinstateUserRow';

const SEARCH_DELAY_MS = 300;

/** Below this width a table of six columns cannot be read: phones, and small tablets held upright. */
const PHONE_WIDTH = '(max-width: 767px)';

const SORT_OPTIONS = [
    { value: 'lastChange', label: labels.sortLastChange },
    { value: 'lastLogin', label: labels.sortLastLogin },
    { value: 'name', label: labels.sortName },
];

interface UserListElement extends HTMLElement {
    focusUser(userId: string): void;
}

/**
 * Inactive users: search, order, loading on demand and the way to restore one. Fires `seatschange`
 * with the seats after a restore, and `userrestored` with the user's Id.
 */
export default class ReinstateInactiveUsers extends LightningElement {
    labels = labels;
    sortOptions = SORT_OPTIONS;

    @api rights: Reinstate.ConsoleRights | undefined;

    @api seats: Reinstate.SeatMeter[] = [];

    /** The first page as it came with the console, without search; the component asks for what follows. */
    @api
    get firstPage(): Reinstate.InactiveUserPage | undefined {
        return this.currentPage;
    }

    set firstPage(page: Reinstate.InactiveUserPage | undefined) {
        this.currentPage = page;
        this.rows = page?.rows ?? [];
        this.searchTerm = '';
        this.sortBy = DEFAULT_SORT;
        this.latestRequest += 1;
    }

    currentPage: Reinstate.InactiveUserPage | undefined;
    rows: Reinstate.InactiveUserRow[] = [];
    searchTerm = '';
    sortBy: Reinstate.InactiveUserQuery['sortBy'] = DEFAULT_SORT;
    isSearching = false;
    isLoadingMore = false;
    messages: string[] = [];
    isPhone = formFactor === 'Small';
    restored: Record<string, Restored> = {};

    private latestRequest = 0;
    private readonly search = delayed(() => this.loadFirstPage(), SEARCH_DELAY_MS);
    private phoneWidth: MediaQueryList | undefined;
    private endWatch: IntersectionObserver | undefined;

    connectedCallback(): void {
        if (typeof window.matchMedia === 'function') {
            this.phoneWidth = window.matchMedia(PHONE_WIDTH);
            this.phoneWidth.addEventListener('change', this.handleWidthChange);
            this.handleWidthChange();
        }
    }

    disconnectedCallback(): void {
        this.search.cancel();
        this.phoneWidth?.removeEventListener('change', this.handleWidthChange);
        this.endWatch?.disconnect();
    }

    renderedCallback(): void {
        this.watchEndOfList();
    }

    get users(): UserRow[] {
        const seatsLeft: SeatsLeft = new Map(this.seats.map((seat) => [seat.licenseId, seat.remaining]));
        const mayRestore = this.rights?.canRestore === true;
        return this.rowsInSight.map((row) => toUserRow(row, seatsLeft, mayRestore, this.restored[row.userId]));
    }

    /** Users restored in this session stay in sight, although they are no longer inactive. */
    get rowsInSight(): Reinstate.InactiveUserRow[] {
        const listed = new Set(this.rows.map((row) => row.userId));
        const kept = Object.values(this.restored)
            .map((restored) => restored.row)
            .filter((row) => !listed.has(row.userId) && matches(row, this.searchTerm));
        return [...kept, ...this.rows];
    }

    get hasUsers(): boolean {
        return this.rowsInSight.length > 0;
    }

    get hasError(): boolean {
        return this.messages.length > 0;
    }

    get isFiltered(): boolean {
        return this.searchTerm.trim() !== '';
    }

    get noMatchText(): string {
        return fill(labels.noMatchText, this.searchTerm.trim());
    }

    get hasMore(): boolean {
        return this.currentPage?.nextCursor != null;
    }

    /** Users that are restored meanwhile were counted when the page was read, and no longer count. */
    get countText(): string {
        if (!this.currentPage) {
            return '';
        }
        const { totalCount, totalIsCapped } = this.currentPage;
        const back = this.rows.filter((row) => this.restored[row.userId]).length;
        const label = totalIsCapped ? labels.shownOfAtLeast : labels.shownOf;
        return fill(label, this.rows.length - back, totalCount - back);
    }

    get statusText(): string {
        return this.isSearching ? labels.searching : this.countText;
    }

    get trackedSince(): number | null {
        return timestamp(this.currentPage?.trackedSince ?? null);
    }

    get trackedNote(): string {
        return this.currentPage?.trackedNote ?? '';
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.searchTerm = event.detail.value;
        this.search.schedule();
    }

    handleClearSearch(): void {
        this.searchTerm = '';
        this.search.cancel();
        this.loadFirstPage();
    }

    handleSort(event: CustomEvent<{ value: string }>): void {
        this.sortBy = event.detail.value as Reinstate.InactiveUserQuery['sortBy'];
        this.search.cancel();
        this.loadFirstPage();
    }

    handleRetry(): void {
        this.loadFirstPage();
    }

    async loadFirstPage(): Promise<void> {
        this.isSearching = true;
        const page = await this.ask(null);
        if (page || this.hasError) {
            this.currentPage = page;
            this.rows = page?.rows ?? [];
        }
    }

    async handleLoadMore(): Promise<void> {
        if (this.isLoadingMore || this.isSearching || !this.hasMore) {
            return;
        }
        this.isLoadingMore = true;
        const page = await this.ask(this.currentPage?.nextCursor ?? null);
        if (page) {
            this.currentPage = page;
            this.rows = [...this.rows, ...page.rows];
        }
    }

    async handleRestore(event: CustomEvent<string>): Promise<void> {
        const userId = event.detail;
        const row = this.rowsInSight.find((candidate) => candidate.userId === userId);
        if (!row) {
            return;
        }
        await RestoreModal.open({
            label: fill(labels.restoreUser, row.name),
            size: 'small',
            userId,
            userName: row.name,
            onrestored: (restoredEvent: CustomEvent<RestoredDetail>) => this.keepInSight(row, restoredEvent.detail),
        });
        this.template?.querySelector<UserListElement>('[data-user-list]')?.focusUser(userId);
    }

    async handleViewChecks(event: CustomEvent<string>): Promise<void> {
        const restored = this.restored[event.detail];
        const verification = restored?.verification?.users.find((user) => user.userId === event.detail);
        if (restored && verification) {
            await ChecksModal.open({
                label: fill(labels.checksOf, restored.row.name),
                size: 'small',
                checks: verification.checks,
            });
        }
    }

    private keepInSight(row: Reinstate.InactiveUserRow, detail: RestoredDetail): void {
        const known = this.restored[row.userId];
        this.restored = {
            ...this.restored,
            [row.userId]: { row, at: known?.at ?? Date.now(), verification: detail.verification },
        };
        if (!known) {
            this.dispatchEvent(new CustomEvent('userrestored', { detail: row.userId }));
        }
        if (detail.verification) {
            this.dispatchEvent(new CustomEvent('seatschange', { detail: detail.verification.seats }));
        }
    }

    /** One request; undefined when it failed or when a newer request has overtaken it. */
    private async ask(cursor: string | null): Promise<Reinstate.InactiveUserPage | undefined> {
        this.latestRequest += 1;
        const request = this.latestRequest;
        this.messages = [];
        try {
            const page = await findInactiveUsers({
                query: {
                    searchTerm: this.searchTerm.trim() || null,
                    sortBy: this.sortBy,
                    cursor,
                    pageSize: PAGE_SIZE,
                },
            });
            return request === this.latestRequest ? (page as Reinstate.InactiveUserPage) : undefined;
        } catch (error) {
            if (request === this.latestRequest) {
                this.messages = errorMessages(error);
            }
            return undefined;
        } finally {
            if (request === this.latestRequest) {
                this.isSearching = false;
                this.isLoadingMore = false;
            }
        }
    }

    private readonly handleWidthChange = (): void => {
        this.isPhone = formFactor === 'Small' || this.phoneWidth?.matches === true;
    };

    private watchEndOfList(): void {
        this.endWatch?.disconnect();
        const end = this.template?.querySelector('[data-end]');
        if (!end || typeof IntersectionObserver !== 'function') {
            return;
        }
        this.endWatch ??= new IntersectionObserver((entries) => {
            // After a failure a person decides; asking again by itself would never end.
            if (!this.hasError && entries.some((entry) => entry.isIntersecting)) {
                this.handleLoadMore();
            }
        });
        this.endWatch.observe(end);
    }
}
