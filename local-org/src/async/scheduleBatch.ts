import { currentOrg } from '../org/current.ts';
import { throwApex } from '../runtime/ApexException.ts';
import type { BatchableObject } from './BatchWork.ts';
import { JobState } from './kept/JobState.ts';
import { addSchedule } from './ScheduledJob.ts';

const MINUTE = 60_000;

/** System.scheduleBatch: one run after so many minutes. Returns the Id of the CronTrigger. */
export function scheduleBatch(batch: BatchableObject, name: string, minutes: number, scopeSize: number): string {
  if (!(minutes > 0)) throwApex('System.IllegalArgumentException', 'A batch is scheduled at least one minute ahead.');
  const state = JobState.of(batch);
  const timetable = { once: currentOrg().clock.now() + minutes * MINUTE };
  return addSchedule(name, timetable, batch.$type.name, { kind: 'batch', state, scopeSize });
}
