import { currentTransaction } from '../org/current.ts';
import type { Clock } from '../org/Clock.ts';
import type { Org } from '../org/Org.ts';
import type { AsyncWork } from './AsyncWork.ts';

/** A task that waits for a commit, and the work that it will queue. */
interface CommitTask {
  (): void;
  work?: AsyncWork;
}

/**
 * The asynchronous Apex of one org. Work is queued by the commit of the transaction that asked for it, and runs in
 * transactions of its own. In a test it waits until Test.stopTest.
 */
export class JobQueue {
  private waiting: AsyncWork[] = [];
  private readonly clock: Clock;
  /** Called when there is new work and no test holds it back. */
  onPending: () => void = () => undefined;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Queues work when the running transaction commits. */
  add(work: AsyncWork): void {
    const task: CommitTask = () => {
      this.put(work);
    };
    task.work = work;
    currentTransaction().afterCommit.push(task);
  }

  /** Queues work at once: outside of a transaction. */
  put(work: AsyncWork): void {
    this.waiting.push(work);
    this.onPending();
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
    }
  }

  discard(): void {
    this.waiting = [];
  }
}

/** System.abortJob changes rows only, so that a rollback takes it back. */
function isAborted(org: Org, work: AsyncWork): boolean {
  const row = org.store.getRow(work.kind === 'schedule' ? 'CronTrigger' : 'AsyncApexJob', work.id);
  return row === null || row.Status === 'Aborted';
}
