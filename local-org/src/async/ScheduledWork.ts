import type { Org } from '../org/Org.ts';
import { SchedulableContextValue } from '../platform/org/Schedulable.ts';
import { attempt, errorText } from './attempt.ts';
import type { AsyncWork } from './AsyncWork.ts';
import { executeBatch } from './BatchJob.ts';
import type { BatchableObject } from './BatchWork.ts';
import { setJobStatus } from './jobRows.ts';
import { JobState } from './kept/JobState.ts';
import { timetableOf, type Timetable, type TimetableText } from './Timetable.ts';

/** An object of the project as it is called here: its mangled execute method. */
export interface SchedulableObject {
  readonly $type: { readonly name: string };
  execute$SchedulableContext(context: SchedulableContextValue): void;
}

interface Schedule {
  readonly cronTriggerId: string;
  readonly jobRowId: string;
  readonly className: string;
  readonly name: string;
  readonly userId: string;
  readonly zone: string;
  readonly timetable: TimetableText;
}

/** What a firing runs. */
export type ScheduledApex =
  | { readonly kind: 'schedulable'; readonly state: JobState<SchedulableObject> }
  | { readonly kind: 'batch'; readonly state: JobState<BatchableObject>; readonly scopeSize: number };

/** One firing; it queues the next one. */
export class ScheduledWork implements AsyncWork {
  readonly kind = 'schedule';
  readonly signature = null;
  readonly dueAt: number;
  private readonly schedule: Schedule;
  private readonly apex: ScheduledApex;
  private readonly timetable: Timetable;

  constructor(schedule: Schedule, apex: ScheduledApex, dueAt: number) {
    this.schedule = schedule;
    this.apex = apex;
    this.dueAt = dueAt;
    this.timetable = timetableOf(schedule.timetable);
  }

  /** @param content as `content` gave it. */
  static revive(content: string, dueAt: number): ScheduledWork {
    const { schedule, kind, state, scopeSize } = JSON.parse(content) as {
      schedule: Schedule;
      kind: ScheduledApex['kind'];
      state: string;
      scopeSize: number;
    };
    const apex: ScheduledApex =
      kind === 'batch' ? { kind, state: JobState.ofText(state), scopeSize } : { kind, state: JobState.ofText(state) };
    return new ScheduledWork(schedule, apex, dueAt);
  }

  get id(): string {
    return this.schedule.cronTriggerId;
  }

  content(): string {
    const { schedule, apex } = this;
    const scopeSize = apex.kind === 'batch' ? apex.scopeSize : 0;
    return JSON.stringify({ schedule, kind: apex.kind, state: apex.state.text(), scopeSize });
  }

  /** The same for the next time that is after a moment; null when there is none. */
  nextAfter(time: number): ScheduledWork | null {
    const next = this.timetable.nextAfter(time, this.schedule.zone);
    return next === null ? null : new ScheduledWork(this.schedule, this.apex, next);
  }

  /** Scheduled Apex has the limits of synchronous Apex (Apex Developer Guide, "Apex Scheduler"). */
  run(org: Org, isTest: boolean): void {
    const { cronTriggerId, name, userId } = this.schedule;
    org.store.updateRow('CronTrigger', cronTriggerId, { State: 'EXECUTING' });
    let next: ScheduledWork | null = null;
    const error = attempt(
      org,
      { userId, isAsync: false, isTest, quiddity: 'scheduled' },
      () => this.fire(),
      () => {
        next = this.prepareNext(org, isTest);
      },
    );
    if (error) org.log(`The scheduled job ${name} failed: ${errorText(error)}`);
    if (next) org.jobs.put(next);
    if (error && isTest) throw error;
  }

  private fire(): void {
    const { apex } = this;
    if (apex.kind === 'batch') executeBatch(apex.state.copy(), apex.scopeSize);
    else apex.state.copy().execute$SchedulableContext(new SchedulableContextValue(this.id));
  }

  /** What runs next; nothing when the job aborted itself. In a test a job runs once. */
  private prepareNext(org: Org, isTest: boolean): ScheduledWork | null {
    const { cronTriggerId, jobRowId } = this.schedule;
    const row = org.store.getRow('CronTrigger', cronTriggerId);
    const now = org.clock.now();
    const next = row && this.nextAfter(Math.max(now, isTest ? 0 : this.dueAt));
    if (row) {
      org.store.updateRow('CronTrigger', cronTriggerId, {
        State: next === null ? 'DELETED' : 'WAITING',
        PreviousFireTime: now,
        NextFireTime: next?.dueAt ?? null,
        TimesTriggered: Number(row.TimesTriggered ?? 0) + 1,
      });
      if (next === null) setJobStatus(org, jobRowId, 'Completed', { CompletedDate: now });
    }
    if (isTest) return null;
    if (next) org.jobs.keep(next);
    else org.jobs.kept.remove(this.id);
    return next;
  }
}
