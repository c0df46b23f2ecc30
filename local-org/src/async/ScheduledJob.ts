import { currentOrg, currentTransaction } from '../org/current.ts';
import type { Org } from '../org/Org.ts';
import { SchedulableContextValue } from '../platform/org/Schedulable.ts';
import { throwApex } from '../runtime/ApexException.ts';
import { userTimeZone } from '../values/userContext.ts';
import { attempt, errorText } from './attempt.ts';
import type { AsyncWork } from './AsyncWork.ts';
import { copyState } from './copyState.ts';
import { CronExpression } from './CronExpression.ts';
import { insertJobRow, setJobStatus } from './jobRows.ts';

/** An object of the project as it is called here: its mangled execute method. */
export interface SchedulableObject {
  readonly $type: { readonly name: string };
  execute$SchedulableContext(context: SchedulableContextValue): void;
}

/** Apex Developer Guide, "Apex Scheduler". */
const MOST_JOBS = 100;

/** When a job runs: again and again, or once. */
export interface Timetable {
  readonly text: string;
  nextAfter(time: number, zone: string): number | null;
}

interface Schedule {
  readonly cronTriggerId: string;
  readonly jobRowId: string;
  readonly name: string;
  readonly userId: string;
  readonly zone: string;
  readonly timetable: Timetable;
  /** Runs the stored work within the transaction of a firing. */
  readonly fire: (triggerId: string) => void;
}

/** System.schedule. Returns the Id of the CronTrigger. */
export function schedule(name: string, expression: string, object: SchedulableObject): string {
  const timetable = new CronExpression(expression);
  const stored = copyState(object);
  return addSchedule(name, timetable, object.$type.name, 'schedulable', (triggerId) => {
    copyState(stored).execute$SchedulableContext(new SchedulableContextValue(triggerId));
  });
}

/** Salesforce's CronJobDetail.JobType: 7 is scheduled Apex, 9 a batch job (Object Reference, CronJobDetail). */
const JOB_TYPES = { schedulable: '7', batch: '9' };

/** Writes the rows of a job and queues its first run. Throws System.AsyncException when it cannot be scheduled. */
export function addSchedule(
  name: string,
  timetable: Timetable,
  className: string,
  kind: keyof typeof JOB_TYPES,
  fire: (triggerId: string) => void,
): string {
  const org = currentOrg();
  const { userId, isTest, quiddity } = currentTransaction();
  const zone = userTimeZone();
  checkName(org, name);
  const next = timetable.nextAfter(org.clock.now(), zone);
  if (next === null) {
    throwApex('System.AsyncException', `Based on configured schedule, the given trigger '${name}' will never fire.`);
  }
  const detail = org.store.insertRow('CronJobDetail', { Name: name, JobType: JOB_TYPES[kind] });
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
  org.jobs.add(new ScheduledWork({ cronTriggerId, jobRowId, name, userId, zone, timetable, fire }, next));
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

/** One firing; it queues the next one. */
class ScheduledWork implements AsyncWork {
  readonly kind = 'schedule';
  readonly signature = null;
  readonly id: string;
  readonly dueAt: number;
  private readonly schedule: Schedule;

  constructor(schedule: Schedule, dueAt: number) {
    this.schedule = schedule;
    this.id = schedule.cronTriggerId;
    this.dueAt = dueAt;
  }

  /** Scheduled Apex has the limits of synchronous Apex (Apex Developer Guide, "Apex Scheduler"). */
  run(org: Org, isTest: boolean): void {
    const { cronTriggerId, name, userId, fire } = this.schedule;
    org.store.updateRow('CronTrigger', cronTriggerId, { State: 'EXECUTING' });
    const error = attempt(org, { userId, isAsync: false, isTest, quiddity: 'scheduled' }, () => {
      fire(cronTriggerId);
    });
    if (error) org.log(`The scheduled job ${name} failed: ${errorText(error)}`);
    this.prepareNext(org, isTest);
    if (error && isTest) throw error;
  }

  /** Not when the job aborted itself. In a test a job runs once. */
  private prepareNext(org: Org, isTest: boolean): void {
    const { cronTriggerId, jobRowId, zone, timetable } = this.schedule;
    const row = org.store.getRow('CronTrigger', cronTriggerId);
    if (!row) return;
    const now = org.clock.now();
    const next = timetable.nextAfter(Math.max(now, isTest ? 0 : this.dueAt), zone);
    org.store.updateRow('CronTrigger', cronTriggerId, {
      State: next === null ? 'DELETED' : 'WAITING',
      PreviousFireTime: now,
      NextFireTime: next,
      TimesTriggered: Number(row.TimesTriggered ?? 0) + 1,
    });
    if (next === null) setJobStatus(org, jobRowId, 'Completed', { CompletedDate: now });
    else if (!isTest) org.jobs.put(new ScheduledWork(this.schedule, next));
  }
}
