import type { Org } from '../org/Org.ts';
import { BatchableContextValue } from '../platform/org/Batchable.ts';
import type { ApexException } from '../runtime/ApexException.ts';
import type { ApexList } from '../values/ApexList.ts';
import { attempt, errorText } from './attempt.ts';
import type { AsyncWork } from './AsyncWork.ts';
import { BatchParts } from './BatchParts.ts';
import { readScope, splitScope, throwTooManyInTest } from './batchScope.ts';
import { finishJobRow, setJobStatus } from './jobRows.ts';
import { JobState } from './kept/JobState.ts';

/** An object of the project as it is called here: its mangled methods. */
export interface BatchableObject {
  readonly $type: { readonly name: string };
  start$Database_BatchableContext(context: BatchableContextValue): unknown;
  execute$Database_BatchableContext$List(context: BatchableContextValue, scope: ApexList): void;
  finish$Database_BatchableContext(context: BatchableContextValue): void;
}

/** Rows of the locator that a start method returns (Apex Developer Guide, "Execution Governors and Limits"). */
const MOST_LOCATOR_ROWS = 50_000_000;
const STATUS_LENGTH = 1000;

interface Batch {
  readonly id: string;
  readonly className: string;
  readonly userId: string;
  readonly scopeSize: number;
  /** T of Database.Batchable<T>. */
  readonly elementType: string;
  readonly isStateful: boolean;
}

/** How far a batch has come. */
export interface BatchProgress {
  readonly original: JobState<BatchableObject>;
  /** What the next method starts from: with Database.Stateful what the one before left, else always the original. */
  state: JobState<BatchableObject>;
  /** The next part; as many as there are parts when finish is next, null when start is. */
  next: number | null;
  errors: number;
  firstError: string | null;
}

/** A batch. After each of its transactions the org's file holds how far it has come: after a restart it goes on there. */
export class BatchWork implements AsyncWork {
  readonly kind = 'batch';
  readonly signature = null;
  readonly dueAt: number;
  private readonly batch: Batch;
  private readonly progress: BatchProgress;
  private parts: BatchParts;

  constructor(batch: Batch, progress: BatchProgress, dueAt: number, parts = BatchParts.none()) {
    this.batch = batch;
    this.progress = progress;
    this.dueAt = dueAt;
    this.parts = parts;
  }

  /** @param content as `content` gave it. */
  static revive(content: string, dueAt: number): BatchWork {
    const { batch, original, state, next, errors, firstError, parts } = JSON.parse(content) as {
      batch: Batch;
      original: string;
      state: string | null;
      parts: number;
    } & Pick<BatchProgress, 'next' | 'errors' | 'firstError'>;
    const first = JobState.ofText<BatchableObject>(original);
    const progress = { original: first, state: state === null ? first : JobState.ofText<BatchableObject>(state) };
    return new BatchWork(batch, { ...progress, next, errors, firstError }, dueAt, BatchParts.inFile(batch.id, parts));
  }

  get id(): string {
    return this.batch.id;
  }

  content(): string {
    this.parts.mustBeKept();
    const { original, state, next, errors, firstError } = this.progress;
    return JSON.stringify({
      batch: this.batch,
      original: original.text(),
      state: state === original ? null : state.text(),
      next,
      errors,
      firstError,
      parts: this.parts.count,
    });
  }

  run(org: Org, isTest: boolean): void {
    const context = new BatchableContextValue(this.id);
    if (this.progress.next === null && !this.start(org, isTest, context)) return;
    if (isTest && this.parts.count > 1) throwTooManyInTest();
    let firstError: ApexException | null = null;
    for (let part = this.progress.next ?? 0; part < this.parts.count; part++) {
      const error = this.execute(org, isTest, context, part);
      firstError ??= error;
      if (org.store.getRow('AsyncApexJob', this.id)?.Status === 'Aborted') {
        if (!isTest) org.jobs.kept.remove(this.id);
        return;
      }
    }
    this.finish(org, isTest, context);
    if (firstError && isTest) throw firstError;
  }

  /** False when it failed: then there is nothing to execute. */
  private start(org: Org, isTest: boolean, context: BatchableContextValue): boolean {
    setJobStatus(org, this.id, 'Preparing');
    const error = this.call(
      org,
      isTest,
      'start',
      (object) => {
        const scope = readScope(object.start$Database_BatchableContext(context), this.batch.elementType);
        this.parts = BatchParts.inMemory(this.id, splitScope(scope, this.batch.scopeSize));
      },
      (failure) => {
        if (failure) {
          finishJobRow(org, this.id, errorText(failure));
          if (!isTest) org.jobs.kept.remove(this.id);
          return;
        }
        this.progress.next = 0;
        setJobStatus(org, this.id, 'Processing', { TotalJobItems: this.parts.count });
        if (isTest) return;
        this.parts.keep(org.jobs.kept);
        org.jobs.keep(this);
      },
    );
    if (error) this.report(org, isTest, error);
    return error === null;
  }

  private execute(org: Org, isTest: boolean, context: BatchableContextValue, part: number): ApexException | null {
    const { progress } = this;
    const error = this.call(
      org,
      isTest,
      'execute',
      (object) => {
        object.execute$Database_BatchableContext$List(context, this.parts.read(part, org.jobs.kept));
      },
      (failure) => {
        progress.next = part + 1;
        if (failure) {
          progress.errors++;
          progress.firstError ??= errorText(failure);
        }
        const { errors, firstError } = progress;
        org.store.updateRow('AsyncApexJob', this.id, {
          JobItemsProcessed: part + 1,
          NumberOfErrors: errors,
          ExtendedStatus: firstError === null ? null : `First error: ${firstError}`.slice(0, STATUS_LENGTH),
        });
        if (isTest) return;
        org.jobs.kept.removePart(this.id, part);
        org.jobs.keep(this);
      },
    );
    if (error) org.log(`Part ${part + 1} of the batch ${this.batch.className} failed: ${errorText(error)}`);
    return error;
  }

  private finish(org: Org, isTest: boolean, context: BatchableContextValue): void {
    const error = this.call(
      org,
      isTest,
      'finish',
      (object) => {
        object.finish$Database_BatchableContext(context);
      },
      (failure) => {
        setJobStatus(org, this.id, 'Completed', {
          CompletedDate: org.clock.now(),
          NumberOfErrors: this.progress.errors + (failure ? 1 : 0),
        });
        if (!isTest) org.jobs.kept.remove(this.id);
      },
    );
    if (error) this.report(org, isTest, error);
  }

  /** One method of the batch in a transaction of its own; a failed one leaves no state. */
  private call(
    org: Org,
    isTest: boolean,
    stage: 'start' | 'execute' | 'finish',
    work: (object: BatchableObject) => void,
    settle: (failure: ApexException | null) => void,
  ): ApexException | null {
    const options = { userId: this.batch.userId, isAsync: true, isTest, quiddity: 'batch' as const };
    return attempt(
      org,
      options,
      (transaction) => {
        transaction.batchStage = stage;
        if (stage === 'start') transaction.limits.allow('QueryLocatorRows', MOST_LOCATOR_ROWS);
        const object = this.progress.state.copy();
        work(object);
        if (this.batch.isStateful) this.progress.state = JobState.of(object);
      },
      settle,
    );
  }

  private report(org: Org, isTest: boolean, error: ApexException): void {
    org.log(`The batch ${this.batch.className} failed: ${errorText(error)}`);
    if (isTest) throw error;
  }
}
