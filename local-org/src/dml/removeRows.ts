import type { FieldDescription, ObjectDescription } from '../schema/SchemaCatalog.ts';
import type { Store } from '../store/Store.ts';
import { checkSharing, checkUserMode } from './access.ts';
import { isUserMode } from './DmlRequest.ts';
import type { DmlRow } from './DmlRow.ts';
import type { DmlWork, Entry } from './DmlWork.ts';
import { existingRow } from './prepareUpdate.ts';
import { canComeBack, isDependent, recycle, restore, type Pointer } from './recycleBin.ts';
import { refuseSelfReference, runTriggers } from './runTriggers.ts';
import { refuseMixedDml } from './saveRows.ts';

/** Deletes or undeletes the records of one chunk. */
export function removeRows(entries: readonly Entry[], work: DmlWork): DmlRow[] {
  const { request, operation, object, org, transaction, context } = work;
  const isDelete = operation === 'delete';
  const stored = org.store.getRows(
    object.name,
    entries.flatMap(({ record }) => record.id ?? []),
  );
  const rows = entries.map(({ index, record }) => existingRow(index, record, stored, isDelete ? 'delete' : 'undelete'));
  refuseSelfReference(rows, operation, transaction);
  const userMode = isUserMode(request);
  if (userMode) checkUserMode(object, operation, rows, context.userId, org);
  if (userMode || request.sharing) checkSharing(object, rows, context.userId, org);
  runTriggers('before', operation, object, rows, transaction, org);
  refuseMixedDml(rows, work);
  const good = (): DmlRow[] => rows.filter((row) => !row.hasErrors);
  if (isDelete) {
    for (const rule of work.rules) rule.beforeDelete?.(good(), context);
    for (const row of good()) checkRestrictingLookups(row, object, org.store);
  }
  if (request.allOrNone && rows.some((row) => row.hasErrors)) return rows;
  for (const row of good()) {
    if (isDelete) deleteRow(row, object, org.store);
    else restore(object.name, row.id, org.store);
    row.isWritten = true;
  }
  if (isDelete) for (const rule of work.rules) rule.afterDelete?.(good(), context);
  runTriggers('after', operation, object, rows, transaction, org);
  return rows;
}

function pointersTo(target: ObjectDescription, store: Store): Pointer[] {
  const pointers: Pointer[] = [];
  for (const name of store.schema.objectNames()) {
    const object = store.schema.object(name);
    if (!object || !store.hasTable(object.name)) continue;
    for (const field of object.fields.values()) {
      if (field.referenceTo.includes(target.name)) pointers.push({ object, field });
    }
  }
  return pointers;
}

function checkRestrictingLookups(row: DmlRow, object: ObjectDescription, store: Store): void {
  for (const pointer of pointersTo(object, store)) {
    if (!isRestricting(pointer.field)) continue;
    if (store.findRows(pointer.object.name, { [pointer.field.name]: row.id }).length === 0) continue;
    const name = String(row.new[object.nameField ?? 'Id'] ?? row.id);
    row.addError(
      'DELETE_FAILED',
      `Your attempt to delete ${name} could not be completed because it is associated with the following ${pointer.object.labelPlural}.`,
    );
  }
}

/** A required lookup cannot be emptied, so it keeps its target unless it is deleted along (Help, "Lookup Relationship Options"). */
function isRestricting(field: FieldDescription): boolean {
  if (field.deleteConstraint === 'Restrict') return true;
  return field.isCustom && !field.isNillable && field.deleteConstraint !== 'Cascade';
}

/** Lookups to the row are emptied; rows that cannot be without it go too. */
function deleteRow(row: DmlRow, object: ObjectDescription, store: Store): void {
  if (canComeBack(object)) {
    recycle(object, row.id, store, (target) => pointersTo(target, store));
    return;
  }
  for (const { object: child, field } of pointersTo(object, store)) {
    if (store.isDerived(child.name, field.name)) continue;
    for (const found of store.findRows(child.name, { [field.name]: row.id })) {
      if (isDependent(field)) store.deleteRow(child.name, String(found.Id));
      else store.updateRow(child.name, String(found.Id), { [field.name]: null });
    }
  }
  store.deleteRow(object.name, row.id);
}
