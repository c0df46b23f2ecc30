import { currentOrg, currentTransaction } from '../org/current.ts';
import { executeTransaction } from '../org/execute.ts';
import type { Org } from '../org/Org.ts';
import { ApexException, throwApex } from '../runtime/ApexException.ts';

/** One queueable that waits for its turn. */
interface QueuedJob {
  readonly id: string;
  readonly userId: string;
  readonly depth: number;
  readonly className: string;
  readonly run: (jobId: string) => void;
}

/**
 * Queueable Apex of one org. A job is queued by the commit of the transaction that enqueued it, and runs in a transaction of
 * its own as the same user. In a test it waits until Test.stopTest; a job that enqueues another one there is refused, as on
 * Salesforce (Apex Developer Guide, "Queueable Apex").
 */
export class JobQueue {
  private waiting: QueuedJob[] = [];
  /** Called when there is a job to run and no test holds it back. */
  onPending: () => void = () => undefined;

  /** Enqueues within the running transaction. Returns the Id of the AsyncApexJob. */
  enqueue(className: string, run: (jobId: string) => void): string {
    const org = currentOrg();
    const transaction = currentTransaction();
    if (transaction.isTest && transaction.quiddity === 'queueable') {
      throwApex('System.AsyncException', 'Maximum stack depth has been reached.');
    }
    transaction.limits.count('QueueableJobs');
    const id = org.store.insertRow('AsyncApexJob', {
      JobType: 'Queueable',
      Status: 'Queued',
      CreatedById: transaction.userId,
      CreatedDate: org.clock.now(),
      JobItemsProcessed: 0,
      TotalJobItems: 0,
      NumberOfErrors: 0,
    });
    const job = { id, userId: transaction.userId, depth: transaction.queueableDepth + 1, className, run };
    transaction.afterCommit.push(() => {
      this.waiting.push(job);
      this.onPending();
    });
    return id;
  }

  get hasPending(): boolean {
    return this.waiting.length > 0;
  }

  /** Runs what waits now; what these jobs enqueue is left for the next call. */
  drain(org: Org, isTest: boolean): void {
    const jobs = this.waiting;
    this.waiting = [];
    for (const job of jobs) this.run(org, job, isTest);
  }

  discard(): void {
    this.waiting = [];
  }

  private run(org: Org, job: QueuedJob, isTest: boolean): void {
    org.store.updateRow('AsyncApexJob', job.id, { Status: 'Processing' });
    try {
      executeTransaction(org, { userId: job.userId, isAsync: true, isTest, quiddity: 'queueable' }, (transaction) => {
        transaction.queueableDepth = job.depth;
        job.run(job.id);
      });
      this.finish(org, job, 'Completed', null);
    } catch (error) {
      if (!(error instanceof ApexException)) throw error;
      const text = `${error.apexType}: ${error.apexMessage ?? ''}`;
      this.finish(org, job, 'Failed', text);
      org.log(`The queueable ${job.className} failed: ${text}`);
      if (isTest) throw error;
    }
  }

  private finish(org: Org, job: QueuedJob, status: string, error: string | null): void {
    org.store.updateRow('AsyncApexJob', job.id, {
      Status: status,
      ExtendedStatus: error?.slice(0, 1000) ?? null,
      NumberOfErrors: error === null ? 0 : 1,
      CompletedDate: org.clock.now(),
    });
  }
}
