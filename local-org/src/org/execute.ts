import { currentTransaction, hasCurrentTransaction, runInTransaction } from './current.ts';
import type { Org } from './Org.ts';
import { Transaction, type TransactionOptions } from './Transaction.ts';

export type ExecutionOptions = Omit<TransactionOptions, 'startedAt'>;

/**
 * Runs one Apex transaction: everything it wrote is kept when the work returns and gone when it throws.
 * What waits for the commit (events, jobs, mails) runs afterwards, or never.
 * Inside a test the transaction is nested in the test's own, so the test still sees it and takes it back.
 */
export function executeTransaction<T>(org: Org, options: ExecutionOptions, work: (transaction: Transaction) => T): T {
  const transaction = new Transaction({ ...options, startedAt: org.clock.now() });
  const isOutermost = !hasCurrentTransaction();
  let result: T;
  try {
    result = runInTransaction(org, transaction, () => atomically(org, () => work(transaction)));
  } finally {
    if (isOutermost) org.events.keepImmediate();
  }
  runAfterCommit(org, transaction);
  return result;
}

/** Runs what waits for the commit. In a test, where nothing commits, Test.stopTest and the event bus call it. */
export function runAfterCommit(org: Org, transaction: Transaction): void {
  for (const task of transaction.afterCommit.splice(0)) runInTransaction(org, transaction, task);
}

/** A database savepoint around some work; the outermost one is the database transaction. */
export function atomically<T>(org: Org, work: () => T): T {
  const savepoint = org.store.savepoint();
  const tasks = hasCurrentTransaction() ? currentTransaction().afterCommit : [];
  const taskCount = tasks.length;
  let result: T;
  try {
    result = work();
  } catch (error) {
    savepoint.rollback();
    // Else it would stay open, and what commits later would not reach the file.
    savepoint.release();
    tasks.length = taskCount;
    throw error;
  }
  savepoint.release();
  return result;
}

/** Runs work and takes every change back, also when it returns: how a test method leaves no trace. */
export function andTakeBack<T>(org: Org, work: () => T): T {
  const savepoint = org.store.savepoint();
  try {
    return work();
  } finally {
    savepoint.rollback();
    savepoint.release();
  }
}
