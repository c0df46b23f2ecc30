import { currentOrg, currentTransaction } from '../org/current.ts';
import type { Org } from '../org/Org.ts';
import type { RowValues } from '../store/RowValues.ts';

export type JobType = 'Queueable' | 'Future' | 'BatchApex' | 'ScheduledApex';

/** Of jobs that wait or run. */
export const ACTIVE_STATUSES = ['Holding', 'Queued', 'Preparing', 'Processing'];

/** Length of AsyncApexJob.ExtendedStatus. */
const STATUS_LENGTH = 1000;

/** Writes the AsyncApexJob of a job that the running transaction asks for. Returns its Id. */
export function insertJobRow(type: JobType, className: string, more: RowValues = {}): string {
  const { store, clock } = currentOrg();
  return store.insertRow('AsyncApexJob', {
    JobType: type,
    Status: 'Queued',
    ApexClassId: classId(className),
    CreatedById: currentTransaction().userId,
    CreatedDate: clock.now(),
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0,
    ...more,
  });
}

/** An inner class belongs to the row of the class around it. */
function classId(className: string): string | null {
  const [outer = className] = className.split('.');
  const [row] = currentOrg().store.findRows('ApexClass', { Name: outer });
  return (row?.Id as string | undefined) ?? null;
}

export function setJobStatus(org: Org, id: string, status: string, more: RowValues = {}): void {
  org.store.updateRow('AsyncApexJob', id, { Status: status, ...more });
}

export function finishJobRow(org: Org, id: string, error: string | null, more: RowValues = {}): void {
  setJobStatus(org, id, error === null ? 'Completed' : 'Failed', {
    ExtendedStatus: error?.slice(0, STATUS_LENGTH) ?? null,
    NumberOfErrors: error === null ? 0 : 1,
    CompletedDate: org.clock.now(),
    ...more,
  });
}
