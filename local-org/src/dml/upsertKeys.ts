import { throwApex, type DmlErrorRow } from '../runtime/ApexException.ts';
import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import { toStore } from '../store/apexValues.ts';
import { foldText } from '../store/fold.ts';
import type { Store } from '../store/Store.ts';
import { SObjectValue } from '../values/SObjectValue.ts';
import type { Entry } from './DmlWork.ts';

/** What an upsert is to do with each record: insert it, update the row with its key, or neither because the key is wrong. */
export interface UpsertPlan {
  readonly inserts: Entry[];
  readonly updates: Entry[];
  readonly failures: { readonly entry: Entry; readonly error: DmlErrorRow }[];
}

export function planUpsert(
  entries: readonly Entry[],
  object: ObjectDescription,
  externalIdField: string | null,
  store: Store,
): UpsertPlan {
  const plan: UpsertPlan = { inserts: [], updates: [], failures: [] };
  if (externalIdField === null || externalIdField === 'Id') {
    for (const entry of entries) (entry.record.id === null ? plan.inserts : plan.updates).push(entry);
    return plan;
  }
  const field = object.fields.get(externalIdField.toLowerCase());
  if (!field?.isIdLookup) {
    throwApex(
      'System.SObjectException',
      `Invalid field for upsert, must be an External Id custom or standard indexed field: ${externalIdField}`,
    );
  }
  const seen = new Set<unknown>();
  for (const entry of entries) {
    const fail = (statusCode: string, message: string): void => {
      plan.failures.push({ entry, error: { index: entry.index, id: null, statusCode, message, fields: [field.name] } });
    };
    const value = toStore(field, entry.record.fields.get(field.name) ?? null);
    if (value == null) {
      fail('MISSING_ARGUMENT', `${field.name} not specified`);
      continue;
    }
    const key = typeof value === 'string' && !field.isCaseSensitive ? foldText(value) : value;
    if (seen.has(key)) {
      fail('DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`);
      continue;
    }
    seen.add(key);
    const ids = idsWithKey(object, field.name, key, field.isCaseSensitive, store);
    if (ids.length > 1) {
      fail(
        'DUPLICATE_VALUE',
        `${field.name}: more than one record found for external id field: [${ids.map((id) => id.slice(0, 15)).join(', ')}]`,
      );
    } else if (ids[0] === undefined) {
      plan.inserts.push(entry);
    } else {
      plan.updates.push({ index: entry.index, record: withId(entry.record, ids[0]) });
    }
  }
  return plan;
}

/** Rows whose key field has a value; folded unless the field is case-sensitive. */
export function idsWithKey(
  object: ObjectDescription,
  field: string,
  key: unknown,
  isCaseSensitive: boolean,
  store: Store,
): string[] {
  const layout = store.layout(object.name);
  const column = layout.columns.get(field);
  const name = isCaseSensitive ? column?.sql : (column?.folded ?? column?.sql);
  const alive = object.isUndeletable && layout.columns.has('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
  const found = store.rawQuery(`SELECT "Id" AS id FROM ${layout.table} WHERE ${name} = ?${alive}`, key as string);
  return found.map(({ id }) => id as string);
}

function withId(record: SObjectValue, id: string): SObjectValue {
  const copy = record.copy({ keepId: false });
  copy.fields.set('Id', id);
  return copy;
}
