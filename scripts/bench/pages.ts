import { call } from './call.ts';

const PAGES = 100;
export const SORTS = ['lastChange', 'lastLogin', 'name'] as const;

/** Milliseconds of each run. */
export interface PageTimes {
  readonly sort: (typeof SORTS)[number];
  readonly first: number[];
  /** Page 100, or the last one of an org that has fewer. */
  readonly far: number[];
}

interface Page {
  readonly nextCursor: string | null;
}

/** How long page 1 and page 100 of the console's list take, in each of its orders. */
export async function measurePages(url: string, runs: number): Promise<PageTimes[]> {
  const result: PageTimes[] = [];
  for (const sort of SORTS) {
    const read = (cursor: string | null) =>
      call<Page>(url, 'RestoreConsoleController.findInactiveUsers', { query: { sortBy: sort, pageSize: 50, cursor } });
    let cursor: string | null = null;
    for (let page = 1; page < PAGES; page++) {
      const { nextCursor }: Page = (await read(cursor)).value;
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    const first: number[] = [];
    const far: number[] = [];
    // By turns, so that a slow moment of the machine meets both.
    for (let run = 0; run < runs; run++) {
      first.push((await read(null)).milliseconds);
      far.push((await read(cursor)).milliseconds);
    }
    result.push({ sort, first, far });
  }
  return result;
}

/** Searches that find many users, one name, and nobody. */
export async function measureSearches(url: string, runs: number): Promise<Record<'many' | 'few' | 'none', number[]>> {
  const times = { many: [] as number[], few: [] as number[], none: [] as number[] };
  const terms = { many: 'ann', few: 'dalia', none: 'zzqqxx' };
  for (let run = 0; run < runs; run++) {
    for (const kind of ['many', 'few', 'none'] as const) {
      const query = { searchTerm: terms[kind], pageSize: 50 };
      times[kind].push((await call(url, 'RestoreConsoleController.findInactiveUsers', { query })).milliseconds);
    }
  }
  return times;
}
