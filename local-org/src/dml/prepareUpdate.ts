import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import { toStore } from '../store/apexValues.ts';
import type { RowValues } from '../store/RowValues.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';
import { DmlRow } from './DmlRow.ts';
import { refuseField, setFromApex } from './prepareInsert.ts';

/** The row of a record that is to be updated: what the database holds, overlaid with the fields that the record has. */
export function prepareUpdate(
  index: number,
  record: SObjectValue,
  stored: ReadonlyMap<string, RowValues>,
  object: ObjectDescription,
): DmlRow {
  const row = existingRow(index, record, stored, 'update');
  if (row.hasErrors) return row;
  for (const [name, value] of record.fields) {
    const field = object.fields.get(name.toLowerCase());
    if (!field || field.name === 'Id') continue;
    if (field.isUpdateable) setFromApex(row, field.name, value, { object });
    else if (field.isCreateable && toStore(field, value) !== (row.old?.[field.name] ?? null))
      refuseField(row, field.name);
    // Fields that nobody can write come with queried records and are passed over.
  }
  return row;
}

/** The row of a record that must be there already, unchanged. */
export function existingRow(
  index: number,
  record: SObjectValue,
  stored: ReadonlyMap<string, RowValues>,
  operation: 'update' | 'delete' | 'undelete',
): DmlRow {
  const { id } = record;
  const old = id === null ? undefined : stored.get(id);
  const row = new DmlRow(index, record, id ?? '', old ?? null, { ...old });
  if (id === null) row.addError('MISSING_ARGUMENT', `Id not specified in an ${operation} call`);
  else if (!old)
    row.errors.push({
      index,
      id,
      statusCode: 'INVALID_CROSS_REFERENCE_KEY',
      message: 'invalid cross reference id',
      fields: [],
    });
  else if (old.IsDeleted === true && operation !== 'undelete') row.addError('ENTITY_IS_DELETED', 'entity is deleted');
  else if (operation === 'undelete' && old.IsDeleted !== true) {
    row.addError('UNDELETE_FAILED', 'Entity is not in the recycle bin');
  }
  return row;
}
