import findInactiveUsers from '@salesforce/apex/RestoreConsoleController.findInactiveUsers';
import { errorMessages } from 'c/reinstateErrors';
import { DEFAULT_SORT, PAGE_SIZE } from 'c/reinstateUserRow';

type Sort = Reinstate.InactiveUserQuery['sortBy'];

/** What has been read of the list, and what is being read. Never changed in place. */
export interface PagesState {
    /** The page that was read last; undefined when none could be. */
    page: Reinstate.InactiveUserPage | undefined;
    /** The rows of all pages so far. */
    rows: Reinstate.InactiveUserRow[];
    isSearching: boolean;
    isLoadingMore: boolean;
    /** Why the last request failed; empty when it did not. */
    messages: string[];
}

export const NO_PAGES: PagesState = {
    page: undefined,
    rows: [],
    isSearching: false,
    isLoadingMore: false,
    messages: [],
};

/** Reads inactive users page by page, by the search and in the order that were chosen last, and tells what has come. */
export class UserPages {
    private state: PagesState = NO_PAGES;
    private searchTerm = '';
    private sortBy: Sort = DEFAULT_SORT;
    private latestRequest = 0;
    private readonly tell: (state: PagesState) => void;

    constructor(tell: (state: PagesState) => void) {
        this.tell = tell;
    }

    /** Starts over with a first page that somebody else has read, without search. */
    adopt(page: Reinstate.InactiveUserPage | undefined): void {
        this.latestRequest += 1;
        this.searchTerm = '';
        this.sortBy = DEFAULT_SORT;
        this.change({ ...NO_PAGES, page, rows: page?.rows ?? [] });
    }

    /** Reads the first page; what is on display stays until it is there. */
    async readFirst(searchTerm: string, sortBy: Sort): Promise<void> {
        this.searchTerm = searchTerm;
        this.sortBy = sortBy;
        this.change({ isSearching: true });
        await this.ask(null, (page) => ({ page, rows: page.rows }), { page: undefined, rows: [] });
    }

    /** Adds the next page, unless there is none or something is being read already. */
    async readNext(): Promise<void> {
        const { page, isLoadingMore, isSearching } = this.state;
        if (!page?.nextCursor || isLoadingMore || isSearching) {
            return;
        }
        this.change({ isLoadingMore: true });
        await this.ask(page.nextCursor, (next) => ({ page: next, rows: [...this.state.rows, ...next.rows] }), {});
    }

    /** One request. An answer that a newer one has overtaken changes nothing. */
    private async ask(
        cursor: string | null,
        taken: (page: Reinstate.InactiveUserPage) => Partial<PagesState>,
        failed: Partial<PagesState>,
    ): Promise<void> {
        this.latestRequest += 1;
        const request = this.latestRequest;
        this.change({ messages: [] });
        const searchTerm = this.searchTerm.trim() || null;
        let news: Partial<PagesState>;
        try {
            const query = { searchTerm, sortBy: this.sortBy, cursor, pageSize: PAGE_SIZE };
            const page = (await findInactiveUsers({ query })) as Reinstate.InactiveUserPage;
            news = request === this.latestRequest ? taken(page) : {};
        } catch (error) {
            news = { ...failed, messages: errorMessages(error) };
        }
        if (request === this.latestRequest) {
            this.change({ ...news, isSearching: false, isLoadingMore: false });
        }
    }

    private change(change: Partial<PagesState>): void {
        this.state = { ...this.state, ...change };
        this.tell(this.state);
    }
}
