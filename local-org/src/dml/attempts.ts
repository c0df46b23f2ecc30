import type { DmlErrorRow } from '../runtime/ApexException.ts';
import type { DmlRow } from './DmlRow.ts';
import type { DmlWork, Entry } from './DmlWork.ts';
import { removeRows } from './removeRows.ts';
import { saveRows } from './saveRows.ts';
import type { TriggerEvent } from './triggers.ts';

/** What became of one record: its row when it was written, else the errors that kept it out. */
export interface Outcome {
  readonly entry: Entry;
  readonly row: DmlRow | null;
  readonly errors: readonly DmlErrorRow[];
}

const MAX_ATTEMPTS = 3;

/**
 * Partial success with triggers. Rows with errors are set aside, everything is taken back, and the others are tried again, with
 * their triggers and with the limits of the beginning; a third attempt that still fails fails for all (Apex Developer Guide, "Bulk
 * DML Exception Handling").
 */
export function attemptRows(entries: readonly Entry[], work: DmlWork): Outcome[] {
  const run = work.operation === 'insert' || work.operation === 'update' ? saveRows : removeRows;
  if (work.request.allOrNone) return run(entries, work).map(toOutcome);
  const { transaction, org } = work;
  const limits = transaction.limits.snapshot();
  const failed: Outcome[] = [];
  let remaining = entries;
  for (let attempt = 1; remaining.length > 0; attempt++) {
    const savepoint = org.store.savepoint();
    const tasks = transaction.afterCommit.length;
    const rows = run(remaining, work);
    const outcomes = rows.map(toOutcome);
    const bad = outcomes.filter(({ errors }) => errors.length > 0);
    // Without triggers nobody has seen the bad rows, so there is nothing to take back unless one was written.
    const isFinal = !hasTriggers(work) && rows.every((row) => !row.hasErrors || !row.isWritten);
    if (bad.length === 0 || isFinal) {
      savepoint.release();
      return [...failed, ...outcomes].sort((left, right) => left.entry.index - right.entry.index);
    }
    savepoint.rollback();
    savepoint.release();
    transaction.afterCommit.length = tasks;
    failed.push(...bad);
    if (attempt === MAX_ATTEMPTS) {
      failed.push(...outcomes.filter(({ errors }) => errors.length === 0).map(tooManyRetries));
      break;
    }
    transaction.limits.restore(limits);
    const isBad = new Set(bad.map(({ entry }) => entry.index));
    remaining = remaining.filter(({ index }) => !isBad.has(index));
  }
  return failed.sort((left, right) => left.entry.index - right.entry.index);
}

function hasTriggers({ org, object, operation }: DmlWork): boolean {
  const events = [`before ${operation}`, `after ${operation}`] as TriggerEvent[];
  return events.some((event) => org.triggers.triggersFor(object.name, event).length > 0);
}

function toOutcome(row: DmlRow): Outcome {
  return { entry: { index: row.index, record: row.record }, row: row.hasErrors ? null : row, errors: row.errors };
}

function tooManyRetries({ entry }: Outcome): Outcome {
  const message = 'Too many batch retries in the presence of Apex triggers and partial failures.';
  const error = { index: entry.index, id: entry.record.id, statusCode: 'UNKNOWN_EXCEPTION', message, fields: [] };
  return { entry, row: null, errors: [error] };
}
