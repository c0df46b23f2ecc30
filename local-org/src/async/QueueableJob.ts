import { currentOrg, currentTransaction } from '../org/current.ts';
import type { Org } from '../org/Org.ts';
import type { QueueableRun } from '../org/Transaction.ts';
import { FinalizerContextValue } from '../platform/org/Finalizer.ts';
import { QueueableContextValue } from '../platform/org/Queueable.ts';
import { throwApex, type ApexException } from '../runtime/ApexException.ts';
import type { AsyncWork } from './AsyncWork.ts';
import { attempt, errorText } from './attempt.ts';
import { copyState } from './copyState.ts';
import { finishJobRow, insertJobRow, setJobStatus } from './jobRows.ts';

/** An object of the project as it is called here: its mangled execute methods. */
export interface QueueableObject {
  readonly $type: { readonly name: string };
  execute$QueueableContext(context: QueueableContextValue): void;
}

export interface FinalizerObject {
  execute$FinalizerContext(context: FinalizerContextValue): void;
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
  const stored = copyState(object);
  const jobId = insertJobRow('Queueable', object.$type.name);
  const run: QueueableRun = {
    jobId,
    depth,
    maximumDepth,
    delayMinutes: options.delayMinutes,
    failures: queueable?.failures ?? 0,
    finalizer: null,
  };
  org.jobs.add(new QueueableWork(stored, run, transaction.userId, org.clock.now(), options.signature));
  return jobId;
}

class QueueableWork implements AsyncWork {
  readonly kind = 'queueable';
  readonly id: string;
  readonly dueAt: number;
  readonly signature: string | null;
  private readonly object: QueueableObject;
  private readonly queueable: QueueableRun;
  private readonly userId: string;

  constructor(object: QueueableObject, queueable: QueueableRun, userId: string, now: number, signature: string | null) {
    this.object = object;
    this.queueable = queueable;
    this.userId = userId;
    this.id = queueable.jobId;
    this.dueAt = now + queueable.delayMinutes * MINUTE;
    this.signature = signature;
  }

  run(org: Org, isTest: boolean): void {
    setJobStatus(org, this.id, 'Processing');
    let finalizer: FinalizerObject | null = null;
    const error = attempt(org, { userId: this.userId, isAsync: true, isTest, quiddity: 'queueable' }, (transaction) => {
      transaction.queueable = { ...this.queueable, failures: 0 };
      try {
        this.object.execute$QueueableContext(new QueueableContextValue(this.id));
      } finally {
        // Its state at the end of the job counts, also of a job that failed.
        finalizer = copyState(transaction.queueable.finalizer) as FinalizerObject | null;
      }
    });
    finishJobRow(org, this.id, error && errorText(error));
    if (error) org.log(`The queueable ${this.object.$type.name} failed: ${errorText(error)}`);
    const finalizerError = finalizer && this.runFinalizer(org, finalizer, error, isTest);
    if (isTest && (error ?? finalizerError)) throw (error ?? finalizerError)!;
  }

  /** Limits are those of synchronous Apex but for heap and further jobs (Apex Developer Guide, "Transaction Finalizers"). */
  private runFinalizer(
    org: Org,
    finalizer: FinalizerObject,
    error: ApexException | null,
    isTest: boolean,
  ): ApexException | null {
    const failure = attempt(
      org,
      { userId: this.userId, isAsync: false, isTest, quiddity: 'finalizer' },
      (transaction) => {
        const failures = error ? this.queueable.failures + 1 : 0;
        transaction.queueable = { ...this.queueable, failures, finalizer: null };
        finalizer.execute$FinalizerContext(new FinalizerContextValue(this.id, error));
      },
    );
    if (failure) org.log(`The finalizer of ${this.object.$type.name} failed: ${errorText(failure)}`);
    return failure;
  }
}
