import { LightningElement, api } from 'lwc';
import formFactor from '@salesforce/client/formFactor';
import findInactiveUsers from '@salesforce/apex/RestoreConsoleController.findInactiveUsers';
import { errorMessages } from 'c/reinstateErrors';
import type { AccessChoice } from 'c/reinstatePlanChoices';
import { NEW_WORK, checkAgain, isBack, isBusy, restore, undo } from 'c/reinstateRestoreWork';
import type { Report, RestoreWork } from 'c/reinstateRestoreWork';
import { needsAttention, workText } from 'c/reinstateWorkText';
import type { PanelSubject } from 'c/reinstateUserPanel';
import { fill, timestamp } from 'c/reinstateText';
import { delayed } from 'c/reinstateTiming';
import { asksPerson, planOnePress } from 'c/reinstateOnePress';
import { PhoneWidth } from 'c/reinstatePhoneWidth';
import { labels } from 'c/reinstateConsoleLabels';
import { labels as panelLabels } from 'c/reinstatePanelLabels';
import { DEFAULT_SORT, PAGE_SIZE, matches, needsLook, toUserRow } from 'c/reinstateUserRow';
import type { FocusPlace, SeatsLeft, SessionUser, UserRow } from 'c/reinstateUserRow';

const SEARCH_DELAY_MS = 300;

const SORT_OPTIONS = [
    { value: 'lastChange', label: labels.sortLastChange },
    { value: 'lastLogin', label: labels.sortLastLogin },
    { value: 'name', label: labels.sortName },
];

interface UserListElement extends HTMLElement {
    focusUser(userId: string, place: FocusPlace): void;
}

interface PanelElement extends HTMLElement {
    focus(): void;
}

/**
 * Inactive users: search, order, loading on demand, restoring one in its row or in the panel beside the
 * list, and taking it back. Fires `seatschange` with the seats after it, and `userrestored` or
 * `userundone` with the user's Id.
 */
export default class ReinstateInactiveUsers extends LightningElement {
    labels = labels;
    sortOptions = SORT_OPTIONS;

    @api rights: Reinstate.ConsoleRights | undefined;

    @api seats: Reinstate.SeatMeter[] = [];

    /** True: nobody is restored by one click, the panel always asks first. */
    @api confirmsBeforeRestore = false;

    /** What comes back unless somebody chooses otherwise. */
    @api accessChoice: AccessChoice = 'all';

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
    session: Record<string, SessionUser> = {};
    panelSubject: PanelSubject | undefined;
    announcement = '';
    alarm = '';

    private latestRequest = 0;
    private readonly search = delayed(() => this.loadFirstPage(), SEARCH_DELAY_MS);
    private readonly phoneWidth = new PhoneWidth((isPhone) => {
        this.isPhone = isPhone;
    });
    private focusPlace: FocusPlace = 'name';
    private movesFocusToPanel = false;
    private endWatch: IntersectionObserver | undefined;

    connectedCallback(): void {
        this.phoneWidth.start();
    }

    disconnectedCallback(): void {
        this.search.cancel();
        this.phoneWidth.stop();
        this.endWatch?.disconnect();
    }

    renderedCallback(): void {
        this.watchEndOfList();
        if (this.movesFocusToPanel) {
            this.movesFocusToPanel = false;
            this.template?.querySelector<PanelElement>('c-reinstate-user-panel')?.focus();
        }
    }

    get users(): UserRow[] {
        const { seatsLeft } = this;
        const mayRestore = this.mayRestore;
        const openId = this.panelSubject?.row.userId;
        return this.rowsInSight.map((row) =>
            toUserRow(row, seatsLeft, mayRestore, this.session[row.userId]?.work, row.userId === openId),
        );
    }

    get mayRestore(): boolean {
        return this.rights?.canRestore === true;
    }

    /** Users of this session stay in sight, although some are no longer inactive. */
    get rowsInSight(): Reinstate.InactiveUserRow[] {
        const listed = new Set(this.rows.map((row) => row.userId));
        const kept = Object.values(this.session)
            .map(({ row }) => row)
            .filter((row) => !listed.has(row.userId) && matches(row, this.searchTerm));
        return [...kept, ...this.rows];
    }

    get panelPosition(): string {
        return this.indexInPanel < 0 ? '' : fill(panelLabels.position, this.indexInPanel + 1, this.rowsInSight.length);
    }

    get hasPrevious(): boolean {
        return this.indexInPanel > 0;
    }

    get hasNext(): boolean {
        return this.indexInPanel < this.rowsInSight.length - 1 || this.hasMore;
    }

    get panelWork(): RestoreWork | undefined {
        return this.panelSubject && this.session[this.panelSubject.row.userId]?.work;
    }

    get listClass(): string {
        return this.panelSubject && !this.isPhone ? 'beside' : '';
    }

    get panelClass(): string {
        return this.isPhone ? 'panel-over' : 'panel-beside';
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
        const back = this.rows.filter((row) => isBack(this.session[row.userId]?.work)).length;
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

    /** Restores a user who is ready at once; opens the panel where a person has to look first. */
    async handleRestore(event: CustomEvent<string>): Promise<void> {
        const row = this.rowOf(event.detail);
        if (!row || isBusy(this.session[row.userId]?.work)) {
            return;
        }
        if (this.confirmsBeforeRestore || needsLook(row, this.seatsLeft)) {
            this.openPanel(row, null, 'status');
            return;
        }
        const report = this.reportOn(row);
        report(NEW_WORK);
        let plan: Reinstate.RestorePlanView;
        try {
            plan = await planOnePress(row.userId, this.accessChoice);
        } catch (error) {
            report({ phase: 'failed', messages: errorMessages(error) });
            return;
        }
        if (asksPerson(plan)) {
            this.forget(row.userId);
            this.openPanel(row, plan, 'status');
            return;
        }
        await restore(plan, row.userId, report);
    }

    handleOpen(event: CustomEvent<string>): void {
        this.openFor(event.detail, 'name');
    }

    handleViewChecks(event: CustomEvent<string>): void {
        this.openFor(event.detail, 'status');
    }

    async handleUndo(event: CustomEvent<string>): Promise<void> {
        const user = this.session[event.detail];
        if (user?.work.plan && !isBusy(user.work)) {
            await undo(user.work.plan.key, event.detail, this.reportOn(user.row));
        }
    }

    async handleCheckAgain(event: CustomEvent<string>): Promise<void> {
        const user = this.session[event.detail];
        if (user && !isBusy(user.work)) {
            await checkAgain(user.work, event.detail, this.reportOn(user.row));
        }
    }

    async handlePanelRestore(event: CustomEvent<Reinstate.RestorePlanView>): Promise<void> {
        const row = this.panelSubject?.row;
        if (row && !isBusy(this.session[row.userId]?.work)) {
            await restore(event.detail, row.userId, this.reportOn(row));
        }
    }

    handlePanelClose(): void {
        const userId = this.panelSubject?.row.userId;
        this.panelSubject = undefined;
        if (userId) {
            this.template?.querySelector<UserListElement>('[data-user-list]')?.focusUser(userId, this.focusPlace);
        }
    }

    handlePrevious(): void {
        this.step(-1);
    }

    async handleNext(): Promise<void> {
        if (this.indexInPanel === this.rowsInSight.length - 1) {
            await this.handleLoadMore();
        }
        this.step(1);
    }

    private get seatsLeft(): SeatsLeft {
        return new Map(this.seats.map((seat) => [seat.licenseId, seat.remaining]));
    }

    private get indexInPanel(): number {
        return this.rowsInSight.findIndex((row) => row.userId === this.panelSubject?.row.userId);
    }

    private rowOf(userId: string): Reinstate.InactiveUserRow | undefined {
        return this.rowsInSight.find((row) => row.userId === userId);
    }

    private step(step: number): void {
        const row = this.rowsInSight[this.indexInPanel + step];
        if (row) {
            this.show(row, null);
            this.focusPlace = 'name';
        }
    }

    private openFor(userId: string, focusPlace: FocusPlace): void {
        const row = this.rowOf(userId);
        if (row) {
            this.openPanel(row, null, focusPlace);
        }
    }

    private openPanel(
        row: Reinstate.InactiveUserRow,
        plan: Reinstate.RestorePlanView | null,
        focusPlace: FocusPlace,
    ): void {
        this.show(row, plan);
        this.focusPlace = focusPlace;
        this.movesFocusToPanel = true;
    }

    private show(row: Reinstate.InactiveUserRow, plan: Reinstate.RestorePlanView | null): void {
        this.panelSubject = { row, plan };
    }

    private forget(userId: string): void {
        const { [userId]: forgotten, ...others } = this.session;
        this.session = forgotten ? others : this.session;
    }

    private reportOn(row: Reinstate.InactiveUserRow): Report {
        return (change) => {
            const before = this.session[row.userId]?.work;
            const work = { ...(before ?? NEW_WORK), ...change };
            this.session = { ...this.session, [row.userId]: { row, work } };
            this.announce(work, row.name);
            this.tellConsole(row.userId, before, work);
        };
    }

    private announce(work: RestoreWork, name: string): void {
        const text = [workText(work, name), ...work.messages].join(' ');
        this.alarm = needsAttention(work) && !isBusy(work) ? text : '';
        this.announcement = this.alarm ? '' : text;
    }

    private tellConsole(userId: string, before: RestoreWork | undefined, work: RestoreWork): void {
        if (isBack(work) && !isBack(before)) {
            this.dispatchEvent(new CustomEvent('userrestored', { detail: userId }));
        }
        if (work.phase === 'undone' && before?.phase !== 'undone') {
            this.dispatchEvent(new CustomEvent('userundone', { detail: userId }));
        }
        if (work.verification && work.verification !== before?.verification) {
            this.dispatchEvent(new CustomEvent('seatschange', { detail: work.verification.seats }));
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
