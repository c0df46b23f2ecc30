import { LightningElement, api } from 'lwc';
import formFactor from '@salesforce/client/formFactor';
import type { AccessChoice } from 'c/reinstatePlanChoices';
import { isBack, isBusy } from 'c/reinstateRestoreWork';
import type { RestoreWork } from 'c/reinstateRestoreWork';
import { RestoreSession, freshest, withSession } from 'c/reinstateRestoreSession';
import type { SessionUsers, Step } from 'c/reinstateRestoreSession';
import { needsAttention, workText } from 'c/reinstateWorkText';
import type { PanelSubject } from 'c/reinstateUserPanel';
import { fill, timestamp } from 'c/reinstateText';
import { delayed } from 'c/reinstateTiming';
import { PhoneWidth } from 'c/reinstatePhoneWidth';
import { EndOfList } from 'c/reinstateEndOfList';
import { countText, placeText } from 'c/reinstateListText';
import { NO_PAGES, UserPages } from 'c/reinstateUserPages';
import type { PagesState } from 'c/reinstateUserPages';
import { labels } from 'c/reinstateConsoleLabels';
import { DEFAULT_SORT, needsLook, toUserRow } from 'c/reinstateUserRow';
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
        return this.list.page;
    }

    set firstPage(page: Reinstate.InactiveUserPage | undefined) {
        this.searchTerm = '';
        this.sortBy = DEFAULT_SORT;
        this.pages.adopt(page);
    }

    list: PagesState = NO_PAGES;
    searchTerm = '';
    sortBy: Reinstate.InactiveUserQuery['sortBy'] = DEFAULT_SORT;
    isPhone = formFactor === 'Small';
    session: SessionUsers = {};
    panelSubject: PanelSubject | undefined;
    announcement = '';
    alarm = '';

    private readonly pages = new UserPages((list) => {
        this.list = list;
    });
    private readonly work = new RestoreSession((users, step) => {
        this.session = users;
        if (step) {
            this.hear(step);
        }
    });
    private readonly search = delayed(() => this.readFirstPage(), SEARCH_DELAY_MS);
    private readonly phoneWidth = new PhoneWidth((isPhone) => {
        this.isPhone = isPhone;
    });
    // After a failure a person decides; asking again by itself would never end.
    private readonly endOfList = new EndOfList(() => !this.hasError && this.pages.readNext());
    private focusPlace: FocusPlace = 'name';
    private movesFocusToPanel = false;

    connectedCallback(): void {
        this.phoneWidth.start();
    }

    disconnectedCallback(): void {
        this.search.cancel();
        this.phoneWidth.stop();
        this.endOfList.stop();
        this.work.stop();
    }

    renderedCallback(): void {
        this.endOfList.watch(this.template?.querySelector('[data-end]'));
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

    get rowsInSight(): Reinstate.InactiveUserRow[] {
        return withSession(this.list.rows, this.session, this.searchTerm);
    }

    get panelPosition(): string {
        return placeText(this.list, this.rowsInSight, this.indexInPanel);
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

    /** Who came back a moment ago, unless the panel shows the same. */
    get toast(): SessionUser | undefined {
        const user = freshest(this.session);
        return user && user.row.userId !== this.panelSubject?.row.userId ? user : undefined;
    }

    get toastText(): string {
        return this.toast ? workText(this.toast.work, this.toast.row.name) : '';
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
        return this.list.messages.length > 0;
    }

    get isFiltered(): boolean {
        return this.searchTerm.trim() !== '';
    }

    get noMatchText(): string {
        return fill(labels.noMatchText, this.searchTerm.trim());
    }

    get hasMore(): boolean {
        return this.list.page?.nextCursor != null;
    }

    get statusText(): string {
        return this.list.isSearching ? labels.searching : countText(this.list, this.rowsInSight, this.session);
    }

    get trackedSince(): number | null {
        return timestamp(this.list.page?.trackedSince ?? null);
    }

    get trackedNote(): string {
        return this.list.page?.trackedNote ?? '';
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.searchTerm = event.detail.value;
        this.search.schedule();
    }

    handleClearSearch(): void {
        this.searchTerm = '';
        this.search.cancel();
        this.readFirstPage();
    }

    handleSort(event: CustomEvent<{ value: string }>): void {
        this.sortBy = event.detail.value as Reinstate.InactiveUserQuery['sortBy'];
        this.search.cancel();
        this.readFirstPage();
    }

    handleRetry(): void {
        this.readFirstPage();
    }

    handleLoadMore(): void {
        this.pages.readNext();
    }

    /** Restores a user who is ready at once; opens the panel where a person has to look first. */
    async handleRestore(event: CustomEvent<string>): Promise<void> {
        const row = this.rowOf(event.detail);
        if (!row) {
            return;
        }
        const asksFirst = this.confirmsBeforeRestore || needsLook(row, this.seatsLeft);
        const plan = asksFirst ? null : await this.work.restoreAtOnce(row, this.accessChoice);
        if (asksFirst || plan) {
            this.openPanel({ row, plan }, 'status');
        }
    }

    handleOpen(event: CustomEvent<string>): void {
        this.openFor(event.detail, 'name');
    }

    handleViewChecks(event: CustomEvent<string>): void {
        this.openFor(event.detail, 'status');
    }

    handleFreeSeat(event: CustomEvent<string>): void {
        this.openFor(event.detail, 'status', 'licenses');
    }

    handleUndo(event: CustomEvent<string>): void {
        this.work.undo(event.detail);
    }

    handleCheckAgain(event: CustomEvent<string>): void {
        this.work.checkAgain(event.detail);
    }

    handlePanelRestore(event: CustomEvent<Reinstate.RestorePlanView>): void {
        if (this.panelSubject) {
            this.work.restore(this.panelSubject.row, event.detail);
        }
    }

    /** The toast goes away with its button, so the focus goes on to the row, where the outcome will stand. */
    async handleToastUndo(event: CustomEvent<string>): Promise<void> {
        this.work.undo(event.detail);
        await Promise.resolve();
        this.focusUser(event.detail, 'status');
    }

    handleToastHold(event: CustomEvent<string>): void {
        this.work.holdUndo(event.detail);
    }

    handleToastRelease(event: CustomEvent<string>): void {
        this.work.releaseUndo(event.detail);
    }

    handleToastClose(event: CustomEvent<string>): void {
        this.work.calmUndo(event.detail);
        this.focusUser(event.detail, 'status');
    }

    handlePanelClose(): void {
        const userId = this.panelSubject?.row.userId;
        this.panelSubject = undefined;
        if (userId) {
            this.focusUser(userId, this.focusPlace);
        }
    }

    handlePrevious(): void {
        this.step(-1);
    }

    async handleNext(): Promise<void> {
        if (this.indexInPanel === this.rowsInSight.length - 1) {
            await this.pages.readNext();
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

    private focusUser(userId: string, place: FocusPlace): void {
        this.template?.querySelector<UserListElement>('[data-user-list]')?.focusUser(userId, place);
    }

    private step(step: number): void {
        const row = this.rowsInSight[this.indexInPanel + step];
        if (row) {
            this.panelSubject = { row, plan: null };
            this.focusPlace = 'name';
        }
    }

    private openFor(userId: string, focusPlace: FocusPlace, tab?: PanelSubject['tab']): void {
        const row = this.rowOf(userId);
        if (row) {
            this.openPanel({ row, plan: null, tab }, focusPlace);
        }
    }

    private openPanel(subject: PanelSubject, focusPlace: FocusPlace): void {
        this.panelSubject = subject;
        this.focusPlace = focusPlace;
        this.movesFocusToPanel = true;
    }

    private readFirstPage(): void {
        this.pages.readFirst(this.searchTerm, this.sortBy);
    }

    private hear({ row, before, work }: Step): void {
        this.announce(work, row.name);
        this.tellConsole(row.userId, before, work);
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
}
