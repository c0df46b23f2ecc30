import type { Store } from '../store/Store.ts';

/**
 * Jobs live in memory. What an earlier run of this database left waiting will never run: its rows say so.
 * Returns the names of the scheduled jobs that are gone.
 */
export function forgetOldJobs(store: Store): string[] {
  for (const status of ['Holding', 'Queued', 'Preparing', 'Processing']) {
    for (const row of store.findRows('AsyncApexJob', { Status: status })) {
      store.updateRow('AsyncApexJob', row.Id as string, {
        Status: 'Aborted',
        ExtendedStatus: 'The local org was stopped before this job ran.',
      });
    }
  }
  const names = store.findRows('CronJobDetail').map((row) => row.Name as string);
  for (const object of ['CronTrigger', 'CronJobDetail']) {
    for (const row of store.findRows(object)) store.deleteRow(object, row.Id as string);
  }
  return names;
}
