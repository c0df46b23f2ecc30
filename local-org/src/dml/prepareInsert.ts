import type { FieldDescription, ObjectDescription } from '../schema/SchemaCatalog.ts';
import { toStore } from '../store/apexValues.ts';
import type { RowValues, StoreValue } from '../store/RowValues.ts';
import type { Store } from '../store/Store.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';
import { nextAutoNumber } from './autoNumbers.ts';
import { DmlRow } from './DmlRow.ts';

export interface InsertContext {
  readonly object: ObjectDescription;
  readonly store: Store;
  readonly userId: string;
  readonly orgId: string;
}

/** The row of a record that is to be inserted: its values and the defaults of what it leaves out. Its Id is taken already. */
export function prepareInsert(index: number, record: SObjectValue, context: InsertContext): DmlRow {
  const { object, store } = context;
  const values: RowValues = {};
  for (const field of object.fields.values()) values[field.name] = null;
  const id = store.newId(object.name);
  values.Id = id;
  const row = new DmlRow(index, record, id, null, values);
  if (record.id !== null) {
    row.addError('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
  }
  for (const field of object.fields.values()) {
    if (field.name === 'Id') continue;
    if (!record.isSet(field.name)) {
      if (field.defaultValue !== null) row.set(field.name, field.defaultValue as StoreValue);
      continue;
    }
    if (!field.isCreateable) {
      // A copy of a queried record brings read-only fields along; Salesforce passes over them.
      if (field.isUpdateable || !record.isQueried) refuseField(row, field.name);
      continue;
    }
    setFromApex(row, field.name, record.fields.get(field.name), context);
  }
  return row;
}

/** Takes over a value that Apex set. A value of a wrong type is an error of the row. */
export function setFromApex(
  row: DmlRow,
  name: string,
  value: unknown,
  context: { readonly object: ObjectDescription },
): void {
  const field = context.object.fields.get(name.toLowerCase());
  if (!field) return;
  const stored = toStore(field, value);
  if (stored === undefined || (stored === null && field.type === 'boolean')) {
    row.addError('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${valueText(value)}`, [
      name,
    ]);
    return;
  }
  row.set(name, storedForm(field, stored));
}

/**
 * A moment is kept to the second (Object Reference, "dateTime": no milliseconds). Texts lose white space at both ends, and an empty
 * one is none (Apex Developer Guide, "Primitive Data Types"); a no-break space stays.
 */
export function storedForm(field: FieldDescription, stored: StoreValue): StoreValue {
  if (typeof stored === 'string') return stored.replace(/^[ \t\r\n\f\v]+|[ \t\r\n\f\v]+$/g, '') || null;
  return field.type === 'datetime' && typeof stored === 'number' ? wholeSeconds(stored) : stored;
}

/** @param moment milliseconds. */
export function wholeSeconds(moment: number): number {
  return Math.floor(moment / 1000) * 1000;
}

function valueText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function refuseField(row: DmlRow, field: string): void {
  row.addError(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${field}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    [field],
  );
}

/** What the platform fills in by itself, after the before triggers had their say. */
export function fillInserted(row: DmlRow, context: InsertContext, now: number): void {
  const { object, store, userId } = context;
  const fill = (name: string, value: StoreValue): void => {
    if (object.fields.has(name.toLowerCase()) && row.new[name] == null) row.set(name, value);
  };
  for (const field of object.fields.values()) {
    if (field.isAutoNumber) row.set(field.name, nextAutoNumber(object, field, store));
  }
  fill('OwnerId', userId);
  fill('SetupOwnerId', context.orgId);
  if (object.nameField === 'Name' && object.kind !== 'standard') fill('Name', row.id);
  if (object.name === 'User') fill('CommunityNickname', nicknameOf(row));
  if (object.name === 'Group' || object.name === 'UserRole') fill('DeveloperName', developerNameOf(row));
  for (const name of ['CreatedDate', 'LastModifiedDate', 'SystemModstamp']) stamp(row, object, name, now);
  for (const name of ['CreatedById', 'LastModifiedById']) stamp(row, object, name, userId);
}

export function stamp(row: DmlRow, object: ObjectDescription, name: string, value: StoreValue): void {
  if (object.fields.has(name.toLowerCase())) row.set(name, value);
}

/** Salesforce makes a nickname of its own; which one is not documented, only that it is free. */
function nicknameOf(row: DmlRow): string {
  const base = String(row.new.Alias ?? row.new.LastName ?? 'user').slice(0, 20);
  return `${base}${row.id.slice(9, 15)}`;
}

function developerNameOf(row: DmlRow): string | null {
  const name = row.new.Name;
  return typeof name === 'string'
    ? name
        .replace(/[^A-Za-z0-9]+/g, '_')
        .replace(/^(\d)/, 'X$1')
        .replace(/^_|_$/g, '')
    : null;
}
