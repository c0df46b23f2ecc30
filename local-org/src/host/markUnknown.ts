import { isUnknownField } from '../import/UnknownFields.ts';
import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import type { Store } from '../store/Store.ts';

type Json = Record<string, unknown>;

/**
 * Writes `unknown` where an imported record has nothing because no file had the field: it is neither empty nor false. Changes
 * the records.
 */
export function markUnknown(store: Store, records: readonly Json[]): void {
  const mark = (record: Json): void => {
    const { type } = (record.attributes ?? {}) as { type?: string };
    const object = type === undefined ? undefined : store.schema.object(type);
    if (!object) return;
    for (const [name, value] of Object.entries(record)) {
      if (name === 'attributes') continue;
      if (typeof value === 'object' && value !== null) mark(value as Json);
      else if ((value === null || value === false) && isUnknown(store, object, name)) record[name] = 'unknown';
    }
  };
  records.forEach(mark);
}

function isUnknown(store: Store, object: ObjectDescription, name: string): boolean {
  const field =
    object.fields.get(name.toLowerCase()) ??
    [...object.fields.values()].find((candidate) => candidate.relationshipName === name);
  return field !== undefined && isUnknownField(store, object, field.name);
}
