import type { DmlErrorRow } from '../runtime/ApexException.ts';
import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';

/** Why an event cannot be published: what is required and missing, and texts that are too long. */
export function checkEvent(object: ObjectDescription, event: SObjectValue, index: number): DmlErrorRow[] {
  const errors: DmlErrorRow[] = [];
  for (const field of object.fields.values()) {
    const value = event.fields.get(field.name) ?? null;
    if (value === null && !field.isNillable && field.isCreateable && field.type !== 'boolean') {
      const message = `Required fields are missing: [${field.name}]`;
      errors.push({ index, id: null, statusCode: 'REQUIRED_FIELD_MISSING', message, fields: [field.name] });
    }
    if (typeof value === 'string' && field.length !== null && field.length > 0 && value.length > field.length) {
      const shown = value.slice(0, 255);
      const message = `${field.label}: data value too large: ${shown} (max length=${field.length})`;
      errors.push({ index, id: null, statusCode: 'STRING_TOO_LONG', message, fields: [field.name] });
    }
  }
  return errors;
}
