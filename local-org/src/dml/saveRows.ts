import type { RowValues } from '../store/RowValues.ts';
import { checkSharing, checkUserMode, checkVisibleTargets } from './access.ts';
import { checkFieldValues } from './checks/fieldValues.ts';
import { checkOwners } from './checks/owners.ts';
import { checkReferences } from './checks/references.ts';
import { checkRequiredFields } from './checks/requiredFields.ts';
import { checkUniqueness } from './checks/uniqueness.ts';
import { isUserMode } from './DmlRequest.ts';
import { dmlException } from './dmlException.ts';
import type { DmlRow } from './DmlRow.ts';
import type { DmlWork, Entry } from './DmlWork.ts';
import { resolveForeignKeys } from './foreignKeys.ts';
import { mixedDmlProblem } from './mixedDml.ts';
import { fillInserted, prepareInsert, stamp } from './prepareInsert.ts';
import { prepareUpdate } from './prepareUpdate.ts';
import { refuseSelfReference, runTriggers } from './runTriggers.ts';

/**
 * Inserts or updates the records of one chunk in the order of Salesforce: rights, before triggers, checks of the fields, rules of
 * the object, write, after triggers (Apex Developer Guide, "Triggers and Order of Execution"). Rows with errors are not written.
 */
export function saveRows(entries: readonly Entry[], work: DmlWork): DmlRow[] {
  const { operation, object, org, transaction, context } = work;
  const rows = operation === 'insert' ? rowsToInsert(entries, work) : rowsToUpdate(entries, work);
  resolveForeignKeys(object, rows, org.store);
  refuseSelfReference(rows, operation, transaction);
  checkRights(rows, work);
  runTriggers('before', operation, object, rows, transaction, org);
  refuseMixedDml(rows, work);
  completeRows(rows, work);
  const good = (): DmlRow[] => rows.filter((row) => !row.hasErrors && !row.isExisting);
  for (const row of good()) {
    checkRequiredFields(object, row);
    checkFieldValues(object, row);
  }
  checkReferences(object, good(), org.store);
  if (isUserMode(work.request)) checkVisibleTargets(object, good(), context.userId, org);
  checkOwners(object, good(), org.store);
  checkUniqueness(object, good(), org.store);
  for (const rule of work.rules) rule.beforeSave?.(good(), context);
  if (work.request.allOrNone && rows.some((row) => row.hasErrors)) return rows;
  for (const row of good()) writeRow(row, work);
  for (const rule of work.rules) rule.afterSave?.(good(), context);
  runTriggers('after', operation, object, rows, transaction, org);
  return rows;
}

function rowsToInsert(entries: readonly Entry[], work: DmlWork): DmlRow[] {
  const { object, org, context, rules } = work;
  const insert = { object, store: org.store, userId: context.userId, orgId: org.id };
  return entries.map(({ index, record }) => {
    const row = prepareInsert(index, record, insert);
    const existing = row.hasErrors
      ? null
      : rules.map((rule) => rule.existingRowFor?.(row) ?? null).find((id) => id !== null);
    if (existing != null) {
      row.id = existing;
      row.isExisting = true;
    }
    return row;
  });
}

function rowsToUpdate(entries: readonly Entry[], work: DmlWork): DmlRow[] {
  const ids = entries.flatMap(({ record }) => record.id ?? []);
  const stored = work.org.store.getRows(work.object.name, ids);
  return entries.map(({ index, record }) => prepareUpdate(index, record, stored, work.object));
}

function checkRights(rows: readonly DmlRow[], work: DmlWork): void {
  const { request, object, operation, org, context } = work;
  const userMode = isUserMode(request);
  if (userMode) checkUserMode(object, operation, rows, context.userId, org);
  if (operation === 'update' && (userMode || request.sharing)) checkSharing(object, rows, context.userId, org);
}

/** Throws, whatever allOrNone says, unless the org is set to tell it in the results. */
export function refuseMixedDml(rows: readonly DmlRow[], work: DmlWork): void {
  const { object, operation, transaction, org } = work;
  const message = mixedDmlProblem(
    object,
    operation,
    rows.filter((row) => !row.hasErrors),
    transaction,
    org,
  );
  if (message === null) return;
  for (const row of rows) row.addError('MIXED_DML_OPERATION', message);
  if (work.request.allOrNone || !org.behavior.mixedDmlInSaveResults) {
    throw dmlException(
      work.request.operation,
      rows.flatMap((row) => row.errors.slice(-1)),
    );
  }
}

function completeRows(rows: readonly DmlRow[], work: DmlWork): void {
  const { object, org, context } = work;
  for (const row of rows) {
    if (row.hasErrors) continue;
    if (row.old === null) {
      fillInserted(row, { object, store: org.store, userId: context.userId, orgId: org.id }, context.now);
    } else {
      stamp(row, object, 'LastModifiedDate', context.now);
      stamp(row, object, 'SystemModstamp', context.now);
      stamp(row, object, 'LastModifiedById', context.userId);
    }
  }
}

function writeRow(row: DmlRow, work: DmlWork): void {
  const { store } = work.org;
  const written: RowValues = {};
  for (const [name, value] of Object.entries(row.new)) {
    if (store.isDerived(work.object.name, name)) continue;
    if (row.old === null ? value !== null : row.changed.has(name)) written[name] = value;
  }
  if (row.old === null) store.insertRow(work.object.name, written);
  else store.updateRow(work.object.name, row.id, written);
  row.isWritten = true;
}
