import type { Org } from '../org/Org.ts';
import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import { throwApex } from '../runtime/ApexException.ts';
import type { DmlRow } from './DmlRow.ts';

type Operation = 'insert' | 'update' | 'delete' | 'undelete';

const RIGHTS = { insert: 'create', update: 'edit', delete: 'delete', undelete: 'create' } as const;

/**
 * User mode: the right to the object and to each field that the record sets.
 * Sources: texts of errors in sudipta-deb.in, "Secure Apex Code with User Mode Database Operations" (object) and the Apex Developer
 * Guide, "Set an Access Mode for Database Operations" (fields are named by getDmlFieldNames).
 */
export function checkUserMode(
  object: ObjectDescription,
  operation: Operation,
  rows: readonly DmlRow[],
  userId: string,
  org: Org,
): void {
  if (!org.access.objectAccess(userId, object.name)[RIGHTS[operation]]) {
    throwApex('System.SecurityException', `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
  }
  if (operation === 'delete' || operation === 'undelete') return;
  for (const row of rows) {
    const denied = [...row.record.fields.keys(), ...row.foreignKeys].filter((name) =>
      isDenied(object, name, row, userId, org),
    );
    if (denied.length === 0) continue;
    row.addError(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      `Operation failed due to fields being inaccessible on Sobject ${object.name}, check errors on Exception or Result!`,
      denied,
    );
  }
}

/** An upsert may insert and may update, so user mode wants both rights whatever the records turn out to be. */
export function checkUpsertRights(object: ObjectDescription, userId: string, org: Org): void {
  const access = org.access.objectAccess(userId, object.name);
  if (!access.create || !access.edit) {
    throwApex('System.SecurityException', `DML operation UPSERT not allowed on ${object.name}`);
  }
}

function isDenied(object: ObjectDescription, name: string, row: DmlRow, userId: string, org: Org): boolean {
  const field = object.fields.get(name.toLowerCase());
  if (!field || field.name === 'Id' || !(row.old ? field.isUpdateable : field.isCreateable)) return false;
  // A queried record carries fields that the update does not change.
  if (row.old && !row.changed.has(field.name)) return false;
  return !org.access.fieldAccess(userId, object.name, field.name).edit;
}

/** Sharing: rows that the user may not change. User mode shares always, in system mode the keyword of the class decides. */
export function checkSharing(object: ObjectDescription, rows: readonly DmlRow[], userId: string, org: Org): void {
  const condition = org.access.editableRowsSql(userId, object.name, 'r');
  if (condition === null) return;
  const { table } = org.store.layout(object.name);
  const ids = JSON.stringify(rows.map((row) => row.id));
  const sql = `SELECT r."Id" AS id FROM ${table} r WHERE r."Id" IN (SELECT value FROM json_each(?)) AND (${condition})`;
  const editable = new Set(org.store.rawQuery(sql, ids).map((found) => found.id));
  for (const row of rows) {
    if (row.old && !editable.has(row.id)) {
      row.addError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
    }
  }
}

/**
 * User mode: a lookup to a row that the user does not see is refused as if the user had no right to point there (status code
 * INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY). Whether system mode with sharing asks the same is not verified.
 */
export function checkVisibleTargets(
  object: ObjectDescription,
  rows: readonly DmlRow[],
  userId: string,
  org: Org,
): void {
  for (const field of object.fields.values()) {
    if (field.type !== 'reference' || !(field.isCreateable || field.isUpdateable)) continue;
    const pointing = rows.filter((row) => row.changed.has(field.name) && row.new[field.name] !== userId);
    for (const name of field.referenceTo) {
      const target = org.schema.object(name);
      const condition = target?.keyPrefix ? org.access.visibleRowsSql(userId, name, 't') : null;
      if (!target || condition === null) continue;
      const sql = `SELECT 1 AS hit FROM ${org.store.layout(target.name).table} t WHERE t."Id" = ? AND (${condition})`;
      for (const row of pointing) {
        const id = row.new[field.name];
        if (typeof id !== 'string' || !id.startsWith(target.keyPrefix ?? '')) continue;
        if (org.store.rawQuery(sql, id).length > 0) continue;
        const message = `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`;
        row.addError('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message, []);
      }
    }
  }
}
