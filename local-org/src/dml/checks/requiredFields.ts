import type { ObjectDescription } from '../../schema/SchemaCatalog.ts';
import type { DmlRow } from '../DmlRow.ts';

/**
 * REQUIRED_FIELD_MISSING for fields that the database does not take empty. An update answers for the standard fields that it
 * empties, and for every required custom field: rows that are older than the requirement cannot be saved without a value.
 */
export function checkRequiredFields(object: ObjectDescription, row: DmlRow): void {
  const missing: string[] = [];
  for (const field of object.fields.values()) {
    if (field.isNillable || field.type === 'boolean' || !(field.isCreateable || field.isUpdateable)) continue;
    if (row.new[field.name] != null) continue;
    if (row.old && !row.changed.has(field.name) && !field.isCustom) continue;
    missing.push(field.name);
  }
  if (missing.length === 0) return;
  missing.sort();
  row.addError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
}
