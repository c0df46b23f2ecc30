import { currentOrg, currentTransaction } from '../org/current.ts';
import type { Transaction } from '../org/Transaction.ts';
import { throwApex } from '../runtime/ApexException.ts';
import { typeOf } from '../values/typeOf.ts';
import { throwTooManyInTest } from './batchScope.ts';
import { BatchWork, type BatchableObject } from './BatchWork.ts';
import { insertJobRow } from './jobRows.ts';
import { JobState } from './kept/JobState.ts';

/** Jobs that wait or run at once, and jobs in the flex queue behind them (Apex Developer Guide, "Using Batch Apex"). */
const ACTIVE_JOBS = 5;
const FLEX_QUEUE = 100;
export const DEFAULT_SCOPE = 200;

/** Database.executeBatch: stores the object and runs it after the commit. Returns the Id of the AsyncApexJob. */
export function executeBatch(object: BatchableObject, scopeSize: number): string {
  const org = currentOrg();
  const transaction = currentTransaction();
  checkCaller(transaction);
  if (!(scopeSize > 0)) {
    throwApex('System.IllegalArgumentException', `The scope of a batch must be greater than 0: ${scopeSize}`);
  }
  const className = typeOf(object).name;
  const supertypes = org.program.findClass(className)?.supertypes ?? [];
  const batchable = supertypes.find((name) => name.startsWith('Database.Batchable'));
  if (!batchable) throwApex('System.TypeException', `${className} does not implement Database.Batchable.`);
  const waiting = org.jobs.planned().filter((work) => work.kind === 'batch').length;
  // A test may submit five (Apex Developer Guide, "Batch Apex Limitations").
  if (waiting >= (transaction.isTest ? ACTIVE_JOBS : ACTIVE_JOBS + FLEX_QUEUE)) {
    throwApex(
      'System.LimitException',
      transaction.isTest
        ? `Attempted to schedule too many concurrent batch jobs in this org (limit is ${ACTIVE_JOBS}).`
        : `You've exceeded the limit of ${FLEX_QUEUE} jobs in the flex queue for org ${org.id}.`,
    );
  }
  const state = JobState.of(object);
  const id = insertJobRow('BatchApex', className, { Status: waiting < ACTIVE_JOBS ? 'Queued' : 'Holding' });
  const elementType = /<(.*)>$/.exec(batchable)?.[1] ?? 'SObject';
  const isStateful = supertypes.includes('Database.Stateful');
  const batch = { id, className, userId: transaction.userId, scopeSize, elementType, isStateful };
  org.jobs.add(
    new BatchWork(batch, { original: state, state, next: null, errors: 0, firstError: null }, org.clock.now()),
  );
  return id;
}

function checkCaller({ quiddity, batchStage, isTest, queueable, limits }: Transaction): void {
  if (quiddity === 'future' || (quiddity === 'batch' && batchStage !== 'finish')) {
    throwApex(
      'System.AsyncException',
      'Database.executeBatch cannot be called from a batch start, batch execute, or future method.',
    );
  }
  // A finalizer may start a single job of any kind (Apex Developer Guide, "Transaction Finalizers").
  if (quiddity === 'finalizer' && queueable) limits.count('QueueableJobs');
  // *Unverified*: what becomes of a batch that the finish method of another one starts in a test; so it is refused.
  if (isTest && quiddity === 'batch') throwTooManyInTest();
}
