import { currentTransaction } from '../org/current.ts';
import type { Clock } from '../org/Clock.ts';
import type { Org } from '../org/Org.ts';
import type { Store } from '../store/Store.ts';
import type { AsyncWork } from './AsyncWork.ts';
import { JobTable } from './kept/JobTable.ts';
import { NotKeptError } from './kept/writeState.ts';

/** A task that waits for a commit, and the work that it will queue. */
interface CommitTask {
  (): void;
  work?: AsyncWork;
}

/**
 * The asynchronous Apex of one org. Work is queued by the commit of the transaction that asked for it, and runs in
 * transactions of its own. What waits is kept in the org's file. In a test it waits until Test.stopTest, in memory only.
 */
export class JobQueue {
  /** What of the work stands in the org's file. */
  readonly kept: JobTable;
  private waiting: AsyncWork[] = [];
  private readonly clock: Clock;
  /** Called when there is new work and no test holds it back. */
  onPending: () => void = () => undefined;

  constructor(clock: Clock, store: Store) {
    this.clock = clock;
    this.kept = new JobTable(store);
  }

  /** Queues work when the running transaction commits; its row in the file is part of that commit. */
  add(work: AsyncWork): void {
    const transaction = currentTransaction();
    if (!transaction.isTest) this.keep(work);
    const task: CommitTask = () => {
      this.put(work);
    };
    task.work = work;
    transaction.afterCommit.push(task);
  }

  /** Queues work at once, in memory: outside of a transaction. */
  put(work: AsyncWork): void {
    this.waiting.push(work);
    this.onPending();
  }

  /** Writes what the file has to hold of a piece of work; why not, when its state lives in memory only. */
  keep(work: AsyncWork): void {
    const { id, kind, dueAt, signature } = work;
    const row = { id, kind, dueAt, signature, keptAt: this.clock.now() };
    try {
      this.kept.write({ ...row, content: work.content(), reason: null });
    } catch (error) {
      if (!(error instanceof NotKeptError)) throw error;
      this.kept.write({ ...row, content: null, reason: error.message });
    }
  }

  /** What waits, and what the running transaction will queue. */
  planned(): readonly AsyncWork[] {
    const uncommitted = (currentTransaction().afterCommit as CommitTask[]).flatMap((task) => task.work ?? []);
    return [...this.waiting, ...uncommitted];
  }

  /** True when something is due. */
  get hasPending(): boolean {
    const now = this.clock.now();
    return this.waiting.some((work) => work.dueAt <= now);
  }

  /** When the next work is due, in milliseconds since 1970; null when nothing waits. */
  get nextDueAt(): number | null {
    return this.waiting.length === 0 ? null : Math.min(...this.waiting.map((work) => work.dueAt));
  }

  /** True when anything waits, also for a later time. */
  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** Runs what is due now, in a test everything; what it queues is left for the next call. */
  drain(org: Org, isTest: boolean): void {
    const now = this.clock.now();
    const due = this.waiting.filter((work) => isTest || work.dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
    for (const work of due) {
      const index = this.waiting.indexOf(work);
      if (index < 0) continue;
      this.waiting.splice(index, 1);
      if (!isAborted(org, work)) work.run(org, isTest);
      else if (!isTest) this.kept.remove(work.id);
    }
  }

  discard(): void {
    this.waiting = [];
  }
}

/** System.abortJob changes rows only, so that a rollback takes it back. */
export function isAborted(org: Org, work: Pick<AsyncWork, 'kind' | 'id'>): boolean {
  const row = org.store.getRow(work.kind === 'schedule' ? 'CronTrigger' : 'AsyncApexJob', work.id);
  return row === null || row.Status === 'Aborted';
}
