import { currentOrg, currentTransaction } from '../org/current.ts';
import type { Org } from '../org/Org.ts';
import type { QueueableRun } from '../org/Transaction.ts';
import { QueueableContextValue } from '../platform/org/Queueable.ts';
import { throwApex } from '../runtime/ApexException.ts';
import type { AsyncWork } from './AsyncWork.ts';
import { attempt, errorText } from './attempt.ts';
import { FinalizerWork, type FinalizerObject } from './FinalizerWork.ts';
import { finishJobRow, insertJobRow, setJobStatus } from './jobRows.ts';
import { JobState } from './kept/JobState.ts';

/** An object of the project as it is called here: its mangled execute methods. */
export interface QueueableObject {
  readonly $type: { readonly name: string };
  execute$QueueableContext(context: QueueableContextValue): void;
}

export interface QueueableOptions {
  /** 0 to 10. */
  readonly delayMinutes: number;
  /** Null: that of the job that enqueues, else none. */
  readonly maximumDepth: number | null;
  readonly signature: string | null;
}

/** Apex Developer Guide, "Transaction Finalizers": a failed job is enqueued again five times in a row at most. */
const MOST_FAILURES = 5;
const MINUTE = 60_000;
const MAXIMUM_DELAY = 10;

/**
 * System.enqueueJob: stores the object and runs it after the commit. Returns the Id of the AsyncApexJob.
 * In a test a job that enqueues another one is refused (Apex Developer Guide, "Queueable Apex").
 */
export function enqueueQueueable(object: QueueableObject, options: QueueableOptions): string {
  const org = currentOrg();
  const transaction = currentTransaction();
  const { queueable } = transaction;
  if (!(options.delayMinutes >= 0 && options.delayMinutes <= MAXIMUM_DELAY)) {
    throwApex('System.IllegalArgumentException', `Delay must be between 0 and ${MAXIMUM_DELAY} minutes`);
  }
  const maximumDepth = options.maximumDepth ?? queueable?.maximumDepth ?? null;
  const depth = (queueable?.depth ?? 0) + 1;
  const isTooDeep = maximumDepth !== null && depth > maximumDepth;
  if (isTooDeep || (transaction.isTest && queueable) || (queueable?.failures ?? 0) > MOST_FAILURES) {
    throwApex('System.AsyncException', 'Maximum stack depth has been reached.');
  }
  if (options.signature !== null && org.jobs.planned().some((work) => work.signature === options.signature)) {
    throwApex('System.DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
  }
  transaction.limits.count('QueueableJobs');
  const state = JobState.of(object);
  const className = object.$type.name;
  const jobId = insertJobRow('Queueable', className);
  const run = {
    jobId,
    depth,
    maximumDepth,
    delayMinutes: options.delayMinutes,
    failures: queueable?.failures ?? 0,
  };
  const dueAt = org.clock.now() + options.delayMinutes * MINUTE;
  org.jobs.add(
    new QueueableWork({ className, state, run, userId: transaction.userId, dueAt, signature: options.signature }),
  );
  return jobId;
}

interface QueuedJob {
  readonly className: string;
  readonly state: JobState<QueueableObject>;
  readonly run: Omit<QueueableRun, 'finalizer'>;
  readonly userId: string;
  readonly dueAt: number;
  readonly signature: string | null;
}

export class QueueableWork implements AsyncWork {
  readonly kind = 'queueable';
  private readonly job: QueuedJob;

  constructor(job: QueuedJob) {
    this.job = job;
  }

  /** @param content as `content` gave it. */
  static revive(content: string, dueAt: number, signature: string | null): QueueableWork {
    const { state, ...job } = JSON.parse(content) as Omit<QueuedJob, 'state'> & { state: string };
    return new QueueableWork({ ...job, dueAt, signature, state: JobState.ofText(state) });
  }

  get id(): string {
    return this.job.run.jobId;
  }

  get dueAt(): number {
    return this.job.dueAt;
  }

  get signature(): string | null {
    return this.job.signature;
  }

  content(): string {
    const { className, run, userId, state } = this.job;
    return JSON.stringify({ className, run, userId, state: state.text() });
  }

  run(org: Org, isTest: boolean): void {
    const { className, run, userId, state } = this.job;
    setJobStatus(org, this.id, 'Processing');
    let finalizer: FinalizerWork | null = null;
    const error = attempt(
      org,
      { userId, isAsync: true, isTest, quiddity: 'queueable' },
      (transaction) => {
        transaction.queueable = { ...run, failures: 0, finalizer: null };
        try {
          state.copy().execute$QueueableContext(new QueueableContextValue(this.id));
        } finally {
          const attached = transaction.queueable.finalizer as FinalizerObject | null;
          // Its state at the end of the job counts, also of a job that failed.
          if (attached) finalizer = new FinalizerWork({ className, run, userId, object: JobState.of(attached) });
        }
      },
      (failure) => {
        finishJobRow(org, this.id, failure && errorText(failure));
        finalizer = finalizer?.after(failure) ?? null;
        if (isTest) return;
        if (finalizer) org.jobs.keep(finalizer);
        else org.jobs.kept.remove(this.id);
      },
    );
    if (error) org.log(`The queueable ${className} failed: ${errorText(error)}`);
    const finalizerError = (finalizer as FinalizerWork | null)?.finish(org, isTest) ?? null;
    if (isTest && (error ?? finalizerError)) throw (error ?? finalizerError)!;
  }
}
