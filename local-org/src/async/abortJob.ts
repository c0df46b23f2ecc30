import { currentOrg } from '../org/current.ts';
import { throwApex } from '../runtime/ApexException.ts';
import { toId18 } from '../values/id.ts';
import { setJobStatus } from './jobRows.ts';

const ENDED = ['Completed', 'Failed', 'Aborted'];

/**
 * System.abortJob: a scheduled job by its CronTrigger, any other one by its AsyncApexJob. A batch that runs stops after the
 * part that runs. Throws System.AsyncException when there is nothing to abort.
 */
export function abortJob(idText: string): void {
  const id = toId18(idText);
  if (currentOrg().store.getRow('CronTrigger', id)) abortSchedule(id);
  else abortAsyncJob(id);
}

function abortSchedule(id: string): void {
  const { store, clock } = currentOrg();
  const detail = store.getRow('CronTrigger', id)?.CronJobDetailId as string;
  for (const row of store.findRows('AsyncApexJob', { CronTriggerId: id })) {
    setJobStatus(currentOrg(), row.Id as string, 'Aborted', { CompletedDate: clock.now() });
  }
  store.deleteRow('CronTrigger', id);
  store.deleteRow('CronJobDetail', detail);
}

function abortAsyncJob(id: string): void {
  const org = currentOrg();
  const row = org.store.getRow('AsyncApexJob', id);
  if (!row || ENDED.includes(row.Status as string)) {
    throwApex('System.AsyncException', `There is no job to abort with the Id ${id}.`);
  }
  if (row.CronTriggerId) {
    abortSchedule(row.CronTriggerId as string);
    return;
  }
  setJobStatus(org, id, 'Aborted', { CompletedDate: org.clock.now() });
}
