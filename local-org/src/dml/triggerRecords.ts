import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import { toApex, toStore } from '../store/apexValues.ts';
import type { RowValues } from '../store/RowValues.ts';
import { runtimeType } from '../types/RuntimeType.ts';
import { ApexList } from '../values/ApexList.ts';
import { ApexMap } from '../values/ApexMap.ts';
import { SObjectValue } from '../values/SObjectValue.ts';
import type { DmlRow } from './DmlRow.ts';
import { setFromApex, storedForm } from './prepareInsert.ts';

/** A record of a trigger with all fields of a row; empty ones read as null. */
export function triggerRecord(
  object: ObjectDescription,
  values: Readonly<RowValues>,
  options: { withId: boolean; isReadOnly: boolean },
): SObjectValue {
  const record = new SObjectValue(object.name);
  for (const field of object.fields.values()) {
    const value = values[field.name];
    if (value == null || (field.name === 'Id' && !options.withId)) continue;
    record.fields.set(field.name, toApex(field, value));
  }
  record.isReadOnly = options.isReadOnly;
  return record;
}

/** What the before trigger wrote on its record goes into the row. */
export function takeOverChanges(
  object: ObjectDescription,
  row: DmlRow,
  record: SObjectValue,
  before: ReadonlyMap<string, unknown>,
): void {
  for (const [name, value] of record.fields) {
    if (value === (before.get(name) ?? null)) continue;
    const field = object.fields.get(name.toLowerCase());
    if (!field || field.name === 'Id') continue;
    const stored = toStore(field, value);
    if (stored !== undefined && storedForm(field, stored) === (row.new[field.name] ?? null)) continue;
    setFromApex(row, field.name, value, { object });
  }
}

export function recordList(object: ObjectDescription, records: readonly SObjectValue[]): ApexList {
  const list = new ApexList(runtimeType(`List<${object.name}>`), [...records]);
  list.isReadOnly = true;
  return list;
}

export function recordMap(object: ObjectDescription, records: readonly SObjectValue[]): ApexMap {
  const pairs = records.map((record) => [record.id, record] as const);
  const map = new ApexMap(runtimeType(`Map<Id,${object.name}>`), pairs);
  map.isReadOnly = true;
  return map;
}
