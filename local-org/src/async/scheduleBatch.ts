import { currentOrg } from '../org/current.ts';
import { throwApex } from '../runtime/ApexException.ts';
import { executeBatch, type BatchableObject } from './BatchJob.ts';
import { copyState } from './copyState.ts';
import { addSchedule, type Timetable } from './ScheduledJob.ts';

const MINUTE = 60_000;

/** System.scheduleBatch: one run after so many minutes. Returns the Id of the CronTrigger. */
export function scheduleBatch(batch: BatchableObject, name: string, minutes: number, scopeSize: number): string {
  if (!(minutes > 0)) throwApex('System.IllegalArgumentException', 'A batch is scheduled at least one minute ahead.');
  const stored = copyState(batch);
  return addSchedule(name, once(currentOrg().clock.now() + minutes * MINUTE), batch.$type.name, 'batch', () => {
    executeBatch(stored, scopeSize);
  });
}

function once(at: number): Timetable {
  const moment = new Date(at);
  const text = [
    moment.getUTCSeconds(),
    moment.getUTCMinutes(),
    moment.getUTCHours(),
    moment.getUTCDate(),
    moment.getUTCMonth() + 1,
    '?',
    moment.getUTCFullYear(),
  ].join(' ');
  return { text, nextAfter: (time) => (at > time ? at : null) };
}
