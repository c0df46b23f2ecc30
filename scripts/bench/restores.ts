import { call } from './call.ts';

/** Milliseconds of each step of one restore, as the page measures them over loopback. */
export interface RestoreTimes {
  readonly plan: number;
  readonly execute: number;
  readonly verify: number;
  readonly restore: number;
}

interface Page {
  readonly rows: readonly { readonly userId: string; readonly verdict: string }[];
  readonly nextCursor: string | null;
}

/** High-risk access comes back with a reason only. */
const OPTIONS = { reason: 'Measured by npm run bench' };

/** The console works in chunks of this many users (design: one record of 20 users). */
const CHUNK = 20;

/** Restores one user so many times, each time another one. */
export async function measureSingle(url: string, runs: number): Promise<RestoreTimes[]> {
  const users = await readyUsers(url, runs + 1);
  const times: RestoreTimes[] = [];
  for (const user of users) times.push(await restore(url, [user]));
  // The first one pays for code that V8 has not compiled yet.
  return times.slice(1);
}

/** Restores so many users at once, in chunks of 20, so many times: the times of the chunks of each. */
export async function measureRuns(url: string, size: number, runs: number): Promise<RestoreTimes[][]> {
  const users = await readyUsers(url, runs * size);
  const times: RestoreTimes[][] = [];
  for (let run = 0; run < runs; run++) {
    const chunks: RestoreTimes[] = [];
    for (let first = run * size; first < (run + 1) * size; first += CHUNK) {
      chunks.push(await restore(url, users.slice(first, Math.min(first + CHUNK, (run + 1) * size))));
    }
    times.push(chunks);
  }
  return times;
}

/** The first users of the list that can be restored. Throws when there are fewer than wanted. */
async function readyUsers(url: string, wanted: number): Promise<string[]> {
  const users: string[] = [];
  let cursor: string | null = null;
  do {
    const query = { pageSize: 200, cursor };
    const page = await readPage(url, query);
    users.push(...page.rows.filter((row) => row.verdict === 'ready').map((row) => row.userId));
    cursor = page.nextCursor;
  } while (users.length < wanted && cursor !== null);
  if (users.length < wanted) throw new Error(`Only ${users.length} users can be restored; ${wanted} are needed.`);
  return users.slice(0, wanted);
}

async function readPage(url: string, query: object): Promise<Page> {
  return (await call<Page>(url, 'RestoreConsoleController.findInactiveUsers', { query })).value;
}

async function restore(url: string, userIds: readonly string[]): Promise<RestoreTimes> {
  const plan = await call<{ key: string }>(url, 'RestoreController.plan', { userIds, options: OPTIONS });
  const execute = await call<{ status: string }>(url, 'RestoreController.execute', { key: plan.value.key });
  if (!/Executed/.test(execute.value.status)) throw new Error(`A restore ended as ${JSON.stringify(execute.value)}.`);
  const verify = await call(url, 'RestoreController.verify', { key: plan.value.key });
  return {
    plan: plan.milliseconds,
    execute: execute.milliseconds,
    verify: verify.milliseconds,
    restore: plan.milliseconds + execute.milliseconds + verify.milliseconds,
  };
}
