import type { Org } from '../org/Org.ts';
import type { QueueableRun } from '../org/Transaction.ts';
import { FinalizerContextValue } from '../platform/org/Finalizer.ts';
import type { ApexException } from '../runtime/ApexException.ts';
import type { AsyncWork } from './AsyncWork.ts';
import { attempt, errorText } from './attempt.ts';
import { JobState } from './kept/JobState.ts';

/** An object of the project as it is called here. */
export interface FinalizerObject {
  execute$FinalizerContext(context: FinalizerContextValue): void;
}

interface Finalizer {
  /** Of the queueable that attached it. */
  readonly className: string;
  readonly run: Omit<QueueableRun, 'finalizer'>;
  readonly userId: string;
  readonly object: JobState<FinalizerObject>;
}

/** The finalizer of a queueable that has ended: it runs at once, or after a restart when that was between the two. */
export class FinalizerWork implements AsyncWork {
  readonly kind = 'finalizer';
  readonly dueAt = 0;
  readonly signature = null;
  private readonly finalizer: Finalizer;
  private readonly error: JobState<ApexException | null>;

  constructor(finalizer: Finalizer, error: JobState<ApexException | null> = JobState.of(null)) {
    this.finalizer = finalizer;
    this.error = error;
  }

  /** @param content as `content` gave it. */
  static revive(content: string): FinalizerWork {
    const { object, error, ...finalizer } = JSON.parse(content) as Omit<Finalizer, 'object'> & {
      object: string;
      error: string;
    };
    return new FinalizerWork({ ...finalizer, object: JobState.ofText(object) }, JobState.ofText(error));
  }

  /** The same after its job has ended. */
  after(error: ApexException | null): FinalizerWork {
    return new FinalizerWork(this.finalizer, JobState.of(error));
  }

  get id(): string {
    return this.finalizer.run.jobId;
  }

  content(): string {
    const { className, run, userId, object } = this.finalizer;
    return JSON.stringify({ className, run, userId, object: object.text(), error: this.error.text() });
  }

  run(org: Org, isTest: boolean): void {
    const error = this.finish(org, isTest);
    if (error && isTest) throw error;
  }

  /** Limits are those of synchronous Apex but for heap and further jobs (Apex Developer Guide, "Transaction Finalizers"). */
  finish(org: Org, isTest: boolean): ApexException | null {
    const { className, run, userId, object } = this.finalizer;
    const options = { userId, isAsync: false, isTest, quiddity: 'finalizer' as const };
    const failure = attempt(
      org,
      options,
      (transaction) => {
        const error = this.error.copy();
        transaction.queueable = { ...run, failures: error ? run.failures + 1 : 0, finalizer: null };
        object.copy().execute$FinalizerContext(new FinalizerContextValue(this.id, error));
      },
      () => {
        if (!isTest) org.jobs.kept.remove(this.id);
      },
    );
    if (failure) org.log(`The finalizer of ${className} failed: ${errorText(failure)}`);
    return failure;
  }
}
