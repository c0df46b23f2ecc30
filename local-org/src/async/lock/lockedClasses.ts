import type { Store } from '../../store/Store.ts';
import type { DeployedApex } from './DeployedApex.ts';
import { pendingJobs, type PendingJob } from './pendingJobs.ts';

/** A class that a deployment changes while a job needs it. */
export interface LockedClass {
  /** In lower case. */
  readonly changed: string;
  readonly job: PendingJob;
}

/**
 * The classes that cannot be deployed, because a job of theirs, or of a class that refers to them, waits or runs. Sources:
 * Apex Developer Guide, "Apex Scheduler" (neither the class nor any class that it references can be updated); Metadata API
 * Developer Guide, "ApexClass" (no updates while there are active jobs for the class, unless the Deployment Settings allow it).
 * That the lock of batches, future methods and queueables goes as far is *unverified*.
 */
export function lockedClasses(
  store: Pick<Store, 'rawQuery'>,
  before: DeployedApex,
  after: DeployedApex,
): LockedClass[] {
  return pendingJobs(store).flatMap((job) =>
    [...before.closureOf(job.className)]
      .filter((name) => before.differs(name, after))
      .sort()
      .map((changed) => ({ changed, job })),
  );
}

/** As Salesforce says it, and what to do. `name` in the spelling of the project. */
export function lockText({ changed, job }: LockedClass, name: string): string {
  const isScheduled = job.type === 'ScheduledApex';
  const text = isScheduled
    ? 'This schedulable class has jobs pending or in progress'
    : 'This Apex class has batch or future jobs pending or in progress';
  const what = job.name === null ? `a ${job.type} job` : `the scheduled job "${job.name}"`;
  const isOwn = changed === job.className.toLowerCase();
  const why = isOwn ? `${what} of it waits` : `${what} of ${job.className}, which refers to ${name}, waits`;
  return `${text}: ${why}. End it by "local-org jobs --abort ${job.id}" and schedule it again after the start, or start with --abort-jobs, or with --keep-jobs as where the Deployment Settings allow it.`;
}
