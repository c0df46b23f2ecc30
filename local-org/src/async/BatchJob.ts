import { currentOrg, currentTransaction } from '../org/current.ts';
import type { Org } from '../org/Org.ts';
import type { Transaction } from '../org/Transaction.ts';
import { BatchableContextValue } from '../platform/org/Batchable.ts';
import { throwApex, type ApexException } from '../runtime/ApexException.ts';
import type { ApexList } from '../values/ApexList.ts';
import { typeOf } from '../values/typeOf.ts';
import { attempt, errorText } from './attempt.ts';
import type { AsyncWork } from './AsyncWork.ts';
import { readScope, splitScope } from './batchScope.ts';
import { copyState } from './copyState.ts';
import { finishJobRow, insertJobRow, setJobStatus } from './jobRows.ts';

/** An object of the project as it is called here: its mangled methods. */
export interface BatchableObject {
  readonly $type: { readonly name: string };
  start$Database_BatchableContext(context: BatchableContextValue): unknown;
  execute$Database_BatchableContext$List(context: BatchableContextValue, scope: ApexList): void;
  finish$Database_BatchableContext(context: BatchableContextValue): void;
}

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
  const stored = copyState(object);
  const id = insertJobRow('BatchApex', className, { Status: waiting < ACTIVE_JOBS ? 'Queued' : 'Holding' });
  const elementType = /<(.*)>$/.exec(batchable)?.[1] ?? 'SObject';
  const isStateful = supertypes.includes('Database.Stateful');
  org.jobs.add(
    new BatchWork(
      { id, object: stored, userId: transaction.userId, scopeSize, elementType, isStateful },
      org.clock.now(),
    ),
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

function throwTooManyInTest(): never {
  throwApex(
    'System.UnexpectedException',
    'No more than one executeBatch can be called from within a test method.  Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.',
  );
}

interface Batch {
  readonly id: string;
  readonly object: BatchableObject;
  readonly userId: string;
  readonly scopeSize: number;
  /** T of Database.Batchable<T>. */
  readonly elementType: string;
  readonly isStateful: boolean;
}

class BatchWork implements AsyncWork {
  readonly kind = 'batch';
  readonly signature = null;
  readonly id: string;
  readonly dueAt: number;
  private readonly batch: Batch;
  /** What the next method starts from: with Database.Stateful what the one before left, else always the original. */
  private state: BatchableObject;

  constructor(batch: Batch, dueAt: number) {
    this.batch = batch;
    this.state = batch.object;
    this.id = batch.id;
    this.dueAt = dueAt;
  }

  run(org: Org, isTest: boolean): void {
    setJobStatus(org, this.id, 'Preparing');
    let scopes: ApexList[] = [];
    const context = new BatchableContextValue(this.id);
    const startError = this.call(org, isTest, 'start', (object) => {
      const scope = readScope(object.start$Database_BatchableContext(context), this.batch.elementType);
      scopes = splitScope(scope, this.batch.scopeSize);
    });
    if (startError) {
      finishJobRow(org, this.id, errorText(startError));
      this.report(org, isTest, startError);
      return;
    }
    if (isTest && scopes.length > 1) throwTooManyInTest();
    setJobStatus(org, this.id, 'Processing', { TotalJobItems: scopes.length });
    const firstError = this.executeAll(org, isTest, context, scopes);
    if (firstError === 'aborted') return;
    const finishError = this.call(org, isTest, 'finish', (object) => {
      object.finish$Database_BatchableContext(context);
    });
    const row = org.store.getRow('AsyncApexJob', this.id);
    setJobStatus(org, this.id, 'Completed', {
      CompletedDate: org.clock.now(),
      NumberOfErrors: Number(row?.NumberOfErrors ?? 0) + (finishError ? 1 : 0),
    });
    if (finishError) this.report(org, isTest, finishError);
    if (firstError && isTest) throw firstError;
  }

  private executeAll(
    org: Org,
    isTest: boolean,
    context: BatchableContextValue,
    scopes: readonly ApexList[],
  ): ApexException | 'aborted' | null {
    let firstError: ApexException | null = null;
    let errors = 0;
    for (const [index, scope] of scopes.entries()) {
      const error = this.call(org, isTest, 'execute', (object) => {
        object.execute$Database_BatchableContext$List(context, scope);
      });
      if (error) {
        firstError ??= error;
        errors++;
        org.log(`Part ${index + 1} of the batch ${this.batch.object.$type.name} failed: ${errorText(error)}`);
      }
      const extended = firstError ? `First error: ${errorText(firstError)}`.slice(0, 1000) : null;
      const status = org.store.getRow('AsyncApexJob', this.id)?.Status as string;
      setJobStatus(org, this.id, status, {
        JobItemsProcessed: index + 1,
        NumberOfErrors: errors,
        ExtendedStatus: extended,
      });
      if (status === 'Aborted') return 'aborted';
    }
    return firstError;
  }

  /** One method of the batch in a transaction of its own; a failed one leaves no state. */
  private call(
    org: Org,
    isTest: boolean,
    stage: 'start' | 'execute' | 'finish',
    work: (object: BatchableObject) => void,
  ): ApexException | null {
    const options = { userId: this.batch.userId, isAsync: true, isTest, quiddity: 'batch' as const };
    return attempt(org, options, (transaction) => {
      transaction.batchStage = stage;
      if (stage === 'start') transaction.limits.allow('QueryLocatorRows', MOST_LOCATOR_ROWS);
      const object = copyState(this.state);
      work(object);
      if (this.batch.isStateful) this.state = copyState(object);
    });
  }

  private report(org: Org, isTest: boolean, error: ApexException): void {
    org.log(`The batch ${this.batch.object.$type.name} failed: ${errorText(error)}`);
    if (isTest) throw error;
  }
}

/** Rows of the locator that a start method returns (Apex Developer Guide, "Execution Governors and Limits"). */
const MOST_LOCATOR_ROWS = 50_000_000;
