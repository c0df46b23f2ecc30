/** Milliseconds of one restore of one user, step by step, as the page measures them over loopback. */
export interface RestoreTimes {
  readonly open: number;
  readonly search: number;
  readonly plan: number;
  readonly execute: number;
  readonly verify: number;
  readonly restore: number;
}

interface Row {
  readonly userId: string;
  readonly verdict: string;
}

/** Restores a number of users through the Apex controllers, one after the other. */
export async function measureRestores(url: string, runs: number): Promise<RestoreTimes[]> {
  const first = await call<{ page: { rows: Row[] } }>(url, 'RestoreConsoleController.open', {
    query: { pageSize: 200 },
  });
  const ready = first.value.page.rows.filter((row) => row.verdict === 'ready').slice(0, runs + 1);
  if (ready.length <= runs) throw new Error(`Only ${ready.length} users can be restored; ${runs + 1} are needed.`);
  const times: RestoreTimes[] = [];
  for (const row of ready) times.push(await measureOne(url, row.userId));
  // The first one pays for code that V8 has not compiled yet.
  return times.slice(1);
}

async function measureOne(url: string, userId: string): Promise<RestoreTimes> {
  const open = await call(url, 'RestoreConsoleController.open', { query: { pageSize: 50 } });
  const search = await call(url, 'RestoreConsoleController.findInactiveUsers', {
    query: { searchTerm: 'ann', pageSize: 50 },
  });
  const plan = await call<{ key: string }>(url, 'RestoreController.plan', { userIds: [userId], options: {} });
  const execute = await call<{ status: string }>(url, 'RestoreController.execute', { key: plan.value.key });
  if (!/Executed/.test(execute.value.status)) throw new Error(`A restore ended as ${JSON.stringify(execute.value)}.`);
  const verify = await call(url, 'RestoreController.verify', { key: plan.value.key });
  return {
    open: open.milliseconds,
    search: search.milliseconds,
    plan: plan.milliseconds,
    execute: execute.milliseconds,
    verify: verify.milliseconds,
    restore: plan.milliseconds + execute.milliseconds + verify.milliseconds,
  };
}

async function call<T>(url: string, method: string, params: object): Promise<{ value: T; milliseconds: number }> {
  const start = performance.now();
  const response = await fetch(`${url}/apex/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ params, cacheable: false }),
  });
  const body = (await response.json()) as { value: T; message?: string };
  if (!response.ok) throw new Error(`${method}: ${body.message}`);
  return { value: body.value, milliseconds: performance.now() - start };
}
