import { currentOrg, currentTransaction } from '../org/current.ts';
import type { Org } from '../org/Org.ts';
import { throwApex } from '../runtime/ApexException.ts';
import { userTimeZone } from '../values/userContext.ts';
import { insertJobRow } from './jobRows.ts';
import { JobState } from './kept/JobState.ts';
import { ScheduledWork, type SchedulableObject, type ScheduledApex } from './ScheduledWork.ts';
import { timetableOf, type TimetableText } from './Timetable.ts';

/** Apex Developer Guide, "Apex Scheduler". */
const MOST_JOBS = 100;

/** System.schedule. Returns the Id of the CronTrigger. */
export function schedule(name: string, expression: string, object: SchedulableObject): string {
  const timetable = { cron: expression };
  timetableOf(timetable);
  return addSchedule(name, timetable, object.$type.name, { kind: 'schedulable', state: JobState.of(object) });
}

/** Salesforce's CronJobDetail.JobType: 7 is scheduled Apex, 9 a batch job (Object Reference, CronJobDetail). */
const JOB_TYPES = { schedulable: '7', batch: '9' };

/** Writes the rows of a job and queues its first run. Throws System.AsyncException when it cannot be scheduled. */
export function addSchedule(
  name: string,
  timetableText: TimetableText,
  className: string,
  apex: ScheduledApex,
): string {
  const org = currentOrg();
  const { userId, isTest, quiddity } = currentTransaction();
  const zone = userTimeZone();
  checkName(org, name);
  const timetable = timetableOf(timetableText);
  const next = timetable.nextAfter(org.clock.now(), zone);
  if (next === null) {
    throwApex('System.AsyncException', `Based on configured schedule, the given trigger '${name}' will never fire.`);
  }
  const detail = org.store.insertRow('CronJobDetail', { Name: name, JobType: JOB_TYPES[apex.kind] });
  const cronTriggerId = org.store.insertRow('CronTrigger', {
    CronJobDetailId: detail,
    CronExpression: timetable.text,
    State: 'WAITING',
    StartTime: org.clock.now(),
    NextFireTime: next,
    TimesTriggered: 0,
    TimeZoneSidKey: zone,
    OwnerId: userId,
    CreatedById: userId,
    LastModifiedById: userId,
    CreatedDate: org.clock.now(),
  });
  const jobRowId = insertJobRow('ScheduledApex', className, { CronTriggerId: cronTriggerId });
  // In a test what a scheduled job schedules stays scheduled: it would run for ever.
  if (isTest && quiddity === 'scheduled') return cronTriggerId;
  const schedule = { cronTriggerId, jobRowId, className, name, userId, zone, timetable: timetableText };
  org.jobs.add(new ScheduledWork(schedule, apex, next));
  return cronTriggerId;
}

function checkName(org: Org, name: string): void {
  const active = org.store.findRows('CronTrigger').filter((row) => row.State !== 'DELETED');
  const details = new Set(active.map((row) => row.CronJobDetailId));
  if (org.store.findRows('CronJobDetail', { Name: name }).some((row) => details.has(row.Id ?? null))) {
    throwApex('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
  }
  if (active.length >= MOST_JOBS) {
    throwApex('System.AsyncException', `You have exceeded the maximum number (${MOST_JOBS}) of Apex scheduled jobs.`);
  }
}
