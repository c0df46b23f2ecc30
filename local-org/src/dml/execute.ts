import { currentOrg, currentTransaction } from '../org/current.ts';
import type { Org } from '../org/Org.ts';
import { throwApex } from '../runtime/ApexException.ts';
import { RefusedError } from '../runtime/RefusedError.ts';
import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';
import { attemptRows, type Outcome } from './attempts.ts';
import { dmlException } from './dmlException.ts';
import { checkUpsertRights } from './access.ts';
import { isUserMode, type DmlRequest } from './DmlRequest.ts';
import type { DmlWork, Entry, RowOperation } from './DmlWork.ts';
import { isAllowed } from './operations.ts';
import type { RowResult } from './RowResult.ts';
import { planUpsert } from './upsertKeys.ts';
import { wholeSeconds } from './prepareInsert.ts';

/** Triggers see so many records at once. */
const CHUNK_SIZE = 200;
/** Neighbors of one object in a list of several. */
const MAX_RUNS = 10;

/**
 * Runs one DML statement in the current transaction. The results stand in the order of the records; new records get their Id.
 * Throws System.DmlException when a row fails and allOrNone is true, after everything was taken back; System.TypeException for an
 * object that the operation is not allowed on; System.SecurityException without the right to the object in user mode.
 */
export function executeDml(request: DmlRequest): RowResult[] {
  const org = currentOrg();
  const transaction = currentTransaction();
  const entries = request.records.map((record, index): Entry => {
    if ((record as SObjectValue | null) === null)
      throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
    if (record.looseErrors.length > 0)
      throw new RefusedError('Saving a record that got errors outside of a trigger is not supported by the local org.');
    return { index, record };
  });
  transaction.limits.count('DmlStatements');
  transaction.limits.count('DmlRows', entries.length);
  refuseRepeatedIds(request);
  const results: RowResult[] = new Array<RowResult>(entries.length);
  const savepoint = org.store.savepoint();
  const tasks = transaction.afterCommit.length;
  try {
    for (const chunk of allChunks(entries, org)) runChunk(chunk, request, org, results);
    refuseFailures(request, results);
  } catch (error) {
    savepoint.rollback();
    savepoint.release();
    transaction.afterCommit.length = tasks;
    throw error;
  }
  savepoint.release();
  return results;
}

interface Chunk {
  readonly object: ObjectDescription;
  readonly entries: readonly Entry[];
}

/** Salesforce sorts nothing: a list in which objects alternate falls into too many chunks (text as in public logs). */
function allChunks(entries: readonly Entry[], org: Org): readonly Chunk[] {
  const chunks = [...chunksOf(entries, org)];
  const runs = chunks.filter((chunk, index) => chunk.object !== chunks[index - 1]?.object);
  if (runs.length > MAX_RUNS) {
    throwApex(
      'System.TypeException',
      `Cannot have more than ${MAX_RUNS} chunks in a single operation. Please rearrange the data to reduce chunking.`,
    );
  }
  return chunks;
}

/** Neighbors of one object, 200 at most. */
function* chunksOf(entries: readonly Entry[], org: Org): Generator<Chunk> {
  let start = 0;
  for (let end = 1; end <= entries.length; end++) {
    const first = entries[start];
    const isSame = end < entries.length && entries[end]?.record.type === first?.record.type && end - start < CHUNK_SIZE;
    if (isSame || !first) continue;
    const object = org.schema.object(first.record.type);
    if (!object) throw new Error(`No object ${first.record.type} in the schema.`);
    yield { object, entries: entries.slice(start, end) };
    start = end;
  }
}

function runChunk(chunk: Chunk, request: DmlRequest, org: Org, results: RowResult[]): void {
  if (request.operation !== 'upsert') {
    runPart(chunk.entries, request.operation, chunk.object, request, org, results);
    return;
  }
  if (isUserMode(request)) checkUpsertRights(chunk.object, currentTransaction().userId, org);
  const plan = planUpsert(chunk.entries, chunk.object, request.externalIdField, org.store);
  for (const { entry, error } of plan.failures) {
    results[entry.index] = { isSuccess: false, id: null, isCreated: false, errors: [error] };
  }
  // With allOrNone a wrong key ends the statement before anything is written.
  if (request.allOrNone && plan.failures.length > 0) refuseFailures(request, results);
  if (plan.inserts.length > 0) runPart(plan.inserts, 'insert', chunk.object, request, org, results);
  if (plan.updates.length > 0) runPart(plan.updates, 'update', chunk.object, request, org, results);
}

function runPart(
  entries: readonly Entry[],
  operation: RowOperation,
  object: ObjectDescription,
  request: DmlRequest,
  org: Org,
  results: RowResult[],
): void {
  if (!isAllowed(object, operation)) {
    throwApex('System.TypeException', `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
  }
  if (!object.isDmlSupported) throw new RefusedError(`DML on ${object.name} is not supported by the local org.`);
  const transaction = currentTransaction();
  const work: DmlWork = {
    request,
    operation,
    object,
    org,
    transaction,
    context: { operation, userId: transaction.userId, now: wholeSeconds(org.clock.now()) },
    rules: org.rules.filter((rule) => rule.objects.includes(object.name)),
  };
  for (const outcome of attemptRows(entries, work)) {
    results[outcome.entry.index] = resultOf(outcome, operation);
    const original = request.records[outcome.entry.index];
    if (outcome.row && original) original.fields.set('Id', outcome.row.id);
  }
  refuseFailures(request, results);
}

function resultOf({ entry, row, errors }: Outcome, operation: RowOperation): RowResult {
  const isInsert = operation === 'insert';
  return {
    isSuccess: row !== null,
    id: row ? row.id : isInsert ? null : entry.record.id,
    isCreated: isInsert && row !== null,
    errors,
  };
}

/** One error for each failed row, as DmlException counts them. */
function refuseFailures(request: DmlRequest, results: readonly RowResult[]): void {
  if (!request.allOrNone) return;
  const errors = results.flatMap((result) => result.errors.slice(0, 1));
  if (errors.length === 0) return;
  // The Ids of rows that were inserted meanwhile are gone with them.
  results.forEach((result, index) => {
    if (result.isCreated) request.records[index]?.fields.delete('Id');
  });
  throw dmlException(request.operation, errors);
}

function refuseRepeatedIds(request: DmlRequest): void {
  if (request.operation === 'insert') return;
  const seen = new Set<string>();
  for (const { id } of request.records) {
    if (id === null) continue;
    if (seen.has(id)) throwApex('System.ListException', `Duplicate id in list: ${id}`);
    seen.add(id);
  }
}
