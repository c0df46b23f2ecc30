import type { MeasuredOrg } from './MeasuredOrg.ts';

type Orgs = readonly MeasuredOrg[];

const READ_RUNS = 20;
const SORTS = ['lastChange', 'lastLogin', 'name'] as const;
const SEARCHES = { many: 'ann', few: 'dalia', none: 'zzqqxx', 'two letters': 'an', 'one letter': 'a' };
const REASON = { reason: 'Measured by the test of growth' };

/** Names of a page's first and far measure, which are to cost the same. */
export const PAGES: readonly { readonly first: string; readonly far: string }[] = SORTS.map((sort) => ({
  first: `page 1, ${sort}`,
  far: `page 100, ${sort}`,
}));

/** What the console reads. By turns, so that a slow moment of the machine meets every org. */
export function measureReads(orgs: Orgs): void {
  const reads = orgs.map((org) => ({ org, read: readsOf(org) }));
  for (let run = 0; run < READ_RUNS; run++) {
    for (const index of reads[0]?.read.keys() ?? []) for (const { read } of reads) read[index]?.();
  }
}

function readsOf(org: MeasuredOrg): (() => unknown)[] {
  const [userId = ''] = org.inactiveUsers(1, false);
  const read =
    (name: string, method: string, params: Readonly<Record<string, unknown>> = {}) =>
    () =>
      org.call(method, params, name);
  const packages = org.call<{ licenseId: string; heldByInactive: number }[]>('SeatController.findPackageSeats', {});
  const held = packages.find(({ heldByInactive }) => heldByInactive > 0);
  const pages = SORTS.flatMap((sortBy, index) => {
    const cursor = org.farCursor(sortBy);
    const names = PAGES[index];
    return [
      () => org.page({ sortBy, pageSize: 50 }, names?.first),
      () => org.page({ sortBy, pageSize: 50, cursor }, names?.far),
    ];
  });
  return [
    read('open', 'RestoreConsoleController.open', { query: { pageSize: 50 } }),
    read('seats', 'RestoreConsoleController.getSeats'),
    ...Object.entries(SEARCHES).map(
      ([name, searchTerm]) =>
        () =>
          org.page({ searchTerm, pageSize: 50 }, `search: ${name}`),
    ),
    // Twice as often: the first page and page 100 are compared with each other.
    ...[...pages, ...pages],
    ...['profile', 'role', 'manager', 'copyFrom'].map((kind) =>
      read(`choices: ${kind}`, 'RestoreController.findChoices', { query: { kind, term: 'an', userId } }),
    ),
    read('history of a user', 'RestoreActivityController.findHistory', { userId }),
    read('package seats', 'SeatController.findPackageSeats'),
    read('holders of a package', 'SeatController.findHeldByInactive', { packageLicenseId: held?.licenseId }),
    read('settings', 'RestoreSettingsController.open'),
  ];
}

/** Plans that nobody executes, of users of whom little is known among others. */
export function measurePlans(orgs: Orgs): void {
  const users = orgs.map((org) => org.inactiveUsers(200, false));
  for (let run = 0; run < 4; run++) {
    orgs.forEach((org, index) => {
      org.call('RestoreController.plan', { userIds: users[index], options: REASON }, 'plan: 200 users');
      org.call('SnapshotController.takeNow', { userIds: users[index]?.slice(0, 20) }, 'snapshot: 20 users');
      const asked = { ...REASON, offersPeers: true };
      for (const userId of users[index]?.slice(run * 5, run * 5 + 5) ?? [])
        org.call('RestoreController.plan', { userIds: [userId], options: asked }, 'plan: 1 user, with peers');
    });
  }
}

/** Restores and takes them back, each time other users. */
export function measureRestores(orgs: Orgs, size: number, runs: number): void {
  const users = orgs.map((org) => org.inactiveUsers(size * runs, true));
  for (let run = 0; run < runs; run++) {
    orgs.forEach((org, index) => {
      restoreAndUndo(org, users[index]?.slice(run * size, (run + 1) * size) ?? []);
    });
  }
}

function restoreAndUndo(org: MeasuredOrg, userIds: readonly string[]): void {
  const name = (step: string): string => `${step}: ${userIds.length === 1 ? '1 user' : `${userIds.length} users`}`;
  const { key } = org.call<{ key: string }>('RestoreController.plan', { userIds, options: REASON }, name('plan'));
  const { status } = org.call<{ status: string }>('RestoreController.execute', { key }, name('execute'));
  if (!/Executed/.test(status)) throw new Error(`A restore ended as ${status}.`);
  org.settle();
  org.call('RestoreController.verify', { key }, name('verify'));
  const undo = org.call<{ key: string }>('UndoController.plan', { key, userIds: null }, name('undo, plan'));
  org.call('UndoController.execute', { key: undo.key }, name('undo, execute'));
  org.settle();
  org.call('UndoController.verify', { key: undo.key }, name('undo, verify'));
}

/** What the console shows of all that. The sample and the large org hold the same number of records by then. */
export function measureActivity(orgs: Orgs): void {
  for (let run = 0; run < READ_RUNS; run++) {
    for (const org of orgs) {
      const query = {};
      org.call('RestoreActivityController.findRecords', { query }, 'activity');
      org.call('RestoreActivityController.findRecords', { query: { userTerm: 'an' } }, 'activity, by user');
      org.call('RestoreActivityController.findOperators', {}, 'operators');
      if (run < 4) org.call('RestoreActivityController.exportCsv', { query }, 'activity as CSV');
    }
  }
}

/** Takes package seats from inactive users. */
export function measureReleases(orgs: Orgs): void {
  for (let run = 0; run < 5; run++) {
    for (const org of orgs) {
      const packages = org.call<{ licenseId: string; heldByInactive: number }[]>('SeatController.findPackageSeats', {});
      const packageLicenseId = packages.find(({ heldByInactive }) => heldByInactive > 0)?.licenseId;
      const holders = org.call<{ id: string }[]>('SeatController.findHeldByInactive', { packageLicenseId });
      const userIds = holders.slice(0, 1).map(({ id }) => id);
      const plan = { packageLicenseId, userIds };
      const { key } = org.call<{ key: string }>('SeatController.planRelease', plan, 'release of a seat, plan');
      org.call('SeatController.release', { key }, 'release of a seat');
      org.settle();
    }
  }
}
