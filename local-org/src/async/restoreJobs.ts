import type { Org } from '../org/Org.ts';
import type { AsyncWork } from './AsyncWork.ts';
import { BatchWork } from './BatchWork.ts';
import { FinalizerWork } from './FinalizerWork.ts';
import { FutureWork } from './FutureJob.ts';
import { isAborted } from './JobQueue.ts';
import { ACTIVE_STATUSES } from './jobRows.ts';
import type { KeptJob } from './kept/JobTable.ts';
import { QueueableWork } from './QueueableJob.ts';
import { ScheduledWork } from './ScheduledWork.ts';

const NEVER_RAN = 'The local org was stopped before this job ran';

/**
 * Puts back into the queue what an earlier run of this database left waiting. A job that was running is rolled back with its
 * transaction and runs again, as after a downtime of Salesforce (Apex Developer Guide, "Apex Scheduler", "Using Batch Apex",
 * "Future Methods"). What could not be kept says so: its rows are Aborted, schedules are gone with a line in the log.
 */
export function restoreJobs(org: Org): void {
  const restored = new Set<string>();
  for (const job of org.jobs.kept.all()) {
    const work = isAborted(org, job) ? null : revive(job, org);
    if (work) {
      org.jobs.put(work);
      restored.add(work.id);
    } else {
      abandon(org, job);
    }
  }
  endLost(org, restored);
}

function revive(job: KeptJob, org: Org): AsyncWork | null {
  const { content, kind, signature } = job;
  if (content === null) return null;
  // The clock of the org may have been moved forward in the earlier run; now it shows the real time again.
  const back = Math.max(0, job.keptAt - org.clock.now());
  const dueAt = job.dueAt - back;
  switch (kind) {
    case 'queueable':
      return QueueableWork.revive(content, dueAt, signature);
    case 'finalizer':
      return FinalizerWork.revive(content);
    case 'future':
      return FutureWork.revive(content, dueAt);
    case 'batch':
      return BatchWork.revive(content, dueAt);
    case 'schedule':
      return reviveSchedule(content, job.dueAt, back, org);
  }
}

function reviveSchedule(content: string, dueAt: number, back: number, org: Org): ScheduledWork | null {
  const kept = ScheduledWork.revive(content, dueAt);
  const work = back > 0 ? (kept.nextAfter(org.clock.now()) ?? kept) : kept;
  org.store.updateRow('CronTrigger', work.id, { State: 'WAITING', NextFireTime: work.dueAt });
  return work;
}

function abandon(org: Org, job: KeptJob): void {
  org.jobs.kept.remove(job.id);
  if (job.reason === null || isAborted(org, job)) return;
  if (job.kind === 'schedule') {
    endSchedule(org, job.id, job.reason);
    return;
  }
  if (job.kind !== 'finalizer') abortRow(org, job.id, `${NEVER_RAN}, and ${job.reason}.`);
}

/** Rows that wait for work that nobody kept: of a database that an older local org wrote. */
function endLost(org: Org, restored: ReadonlySet<string>): void {
  for (const row of org.store.findRows('CronTrigger')) {
    const id = row.Id as string;
    if (row.State !== 'DELETED' && !restored.has(id)) endSchedule(org, id, 'it was not kept');
  }
  for (const status of ACTIVE_STATUSES) {
    for (const row of org.store.findRows('AsyncApexJob', { Status: status })) {
      const id = row.Id as string;
      if (!restored.has(id) && !restored.has(row.CronTriggerId as string)) abortRow(org, id, `${NEVER_RAN}.`);
    }
  }
}

function abortRow(org: Org, id: string, reason: string): void {
  org.store.updateRow('AsyncApexJob', id, {
    Status: 'Aborted',
    ExtendedStatus: reason,
    CompletedDate: org.clock.now(),
  });
  org.log(`A job of the earlier run was aborted: ${reason}`);
}

function endSchedule(org: Org, id: string, reason: string): void {
  const detailId = org.store.getRow('CronTrigger', id)?.CronJobDetailId as string;
  const name = org.store.getRow('CronJobDetail', detailId)?.Name as string;
  org.store.deleteRow('CronTrigger', id);
  org.store.deleteRow('CronJobDetail', detailId);
  for (const row of org.store.findRows('AsyncApexJob', { CronTriggerId: id })) {
    if (row.Status === 'Queued') org.store.updateRow('AsyncApexJob', row.Id as string, { Status: 'Aborted' });
  }
  org.log(`The scheduled job "${name}" ended with the earlier run, because ${reason}: schedule it again.`);
}
