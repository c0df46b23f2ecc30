import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import { toStore } from '../store/apexValues.ts';
import { foldText } from '../store/fold.ts';
import type { Store } from '../store/Store.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';
import type { DmlRow } from './DmlRow.ts';
import { idsWithKey } from './upsertKeys.ts';

/**
 * Fills in the lookups of records that name their parent by a record with its external Id, as in
 * `new Child__c(Parent__r = new Parent__c(Key__c = 'k'))` (Apex Developer Guide, "Relating Records by Using an External ID").
 * Parents that a query brought along mean nothing.
 */
export function resolveForeignKeys(object: ObjectDescription, rows: readonly DmlRow[], store: Store): void {
  for (const row of rows) {
    for (const [relationship, parent] of row.record.parentEntries()) {
      if (parent && !parent.isQueried && !row.hasErrors) resolve(object, row, relationship, parent, store);
    }
  }
}

function resolve(
  object: ObjectDescription,
  row: DmlRow,
  relationship: string,
  parent: SObjectValue,
  store: Store,
): void {
  const lookup = [...object.fields.values()].find((field) => field.relationshipName === relationship);
  const target = store.schema.object(parent.type);
  if (!lookup || !target || !lookup.referenceTo.includes(target.name)) return;
  const fail = (message: string): void => row.addError('INVALID_FIELD', message, [lookup.name]);
  const [name, ...more] = parent.fields.keys();
  if (more.length > 0)
    return fail(`More than 1 field provided in an external foreign key reference in entity: ${target.name}`);
  const key = target.fields.get(name?.toLowerCase() ?? '');
  if (!key?.isIdLookup) {
    const shown = name ?? 'null';
    return fail(
      `Field name provided, ${shown} does not match an External ID, Salesforce Id, or indexed field for ${target.name}`,
    );
  }
  const value = toStore(key, parent.fields.get(key.name) ?? null);
  const isFolded = typeof value === 'string' && !key.isCaseSensitive && key.name !== 'Id';
  const ids = value == null ? [] : idsWithKey(target, key.name, isFolded ? foldText(value) : value, !isFolded, store);
  const shown = String(value ?? '');
  if (ids.length > 1) return fail(`Foreign key external ID: ${shown} matches more than one ${target.name}`);
  if (ids[0] === undefined)
    return fail(
      `Foreign key external ID: ${shown.toLowerCase()} not found for field ${key.name} in entity ${target.name}`,
    );
  row.set(lookup.name, ids[0]);
  row.foreignKeys.push(lookup.name);
}
