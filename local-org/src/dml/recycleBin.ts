import type { FieldDescription, ObjectDescription } from '../schema/SchemaCatalog.ts';
import type { Store } from '../store/Store.ts';

/** A field of an object that refers to another one. */
export interface Pointer {
  readonly object: ObjectDescription;
  readonly field: FieldDescription;
}

/** True for rows that cannot be without what the field names. */
export function isDependent(field: FieldDescription): boolean {
  return !field.isNillable || field.deleteConstraint === 'Cascade';
}

export function canComeBack(object: ObjectDescription): boolean {
  return object.isUndeletable && object.fields.has('isdeleted');
}

/**
 * Puts a row into the recycle bin. Custom lookups to it are emptied and rows that depend on it go along; what happened is
 * remembered, because an undelete takes it back (Help, "Lookup Relationship Options" and "Restore Deleted Records"). Standard
 * lookups keep what they name.
 */
export function recycle(
  object: ObjectDescription,
  id: string,
  store: Store,
  pointersTo: (object: ObjectDescription) => readonly Pointer[],
): void {
  store.updateRow(object.name, id, { IsDeleted: true });
  for (const { object: child, field } of pointersTo(object)) {
    if (!field.isCustom || store.isDerived(child.name, field.name)) continue;
    for (const row of store.findRows(child.name, { [field.name]: id })) {
      if (row.IsDeleted === true) continue;
      const childId = String(row.Id);
      if (isDependent(field) && !canComeBack(child)) {
        store.deleteRow(child.name, childId);
        continue;
      }
      remember(store, id, child.name, childId, isDependent(field) ? '' : field.name);
      if (isDependent(field)) recycle(child, childId, store, pointersTo);
      else store.updateRow(child.name, childId, { [field.name]: null });
    }
  }
}

/** Takes a row out of the recycle bin, with the rows that went along; lookups that got another value meanwhile keep it. */
export function restore(object: string, id: string, store: Store): void {
  store.updateRow(object, id, { IsDeleted: false });
  makeTable(store);
  const remembered = store.rawQuery('SELECT "Object", "RowId", "Field" FROM "local_recycled" WHERE "RootId" = ?', id);
  store.rawRun('DELETE FROM "local_recycled" WHERE "RootId" = ?', id);
  for (const { Object: child, RowId: childId, Field: field } of remembered as Record<string, string>[]) {
    const row = store.getRow(child!, childId!);
    if (!row) continue;
    if (field === '') restore(child!, childId!, store);
    else if (row[field!] === null) store.updateRow(child!, childId!, { [field!]: id });
  }
}

/** Takes a row out of the recycle bin for good, with the rows that went along. */
export function purge(object: string, id: string, store: Store): void {
  makeTable(store);
  const along = store.rawQuery(
    `SELECT "Object", "RowId" FROM "local_recycled" WHERE "RootId" = ? AND "Field" = ''`,
    id,
  ) as Record<string, string>[];
  store.rawRun('DELETE FROM "local_recycled" WHERE "RootId" = ?', id);
  for (const { Object: child, RowId: childId } of along) purge(child!, childId!, store);
  store.deleteRow(object, id);
}

/** @param field the lookup that was emptied; empty for a row that went along. */
function remember(store: Store, rootId: string, object: string, rowId: string, field: string): void {
  makeTable(store);
  store.rawRun('INSERT OR REPLACE INTO "local_recycled" VALUES (?, ?, ?, ?)', rootId, object, rowId, field);
}

/** Each time: a rollback may have taken it away again. */
function makeTable(store: Store): void {
  store.database.exec(`CREATE TABLE IF NOT EXISTS "local_recycled" ("RootId" TEXT NOT NULL, "Object" TEXT NOT NULL,
    "RowId" TEXT NOT NULL, "Field" TEXT NOT NULL, PRIMARY KEY ("RootId", "Object", "RowId", "Field"))`);
}
