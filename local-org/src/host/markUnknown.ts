import { knownFields } from '../import/UnknownFields.ts';
import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import type { Store } from '../store/Store.ts';

type Json = Record<string, unknown>;

/** Fields that the org composes of others. */
const COMPOSED: Readonly<Record<string, string>> = { Name: 'LastName' };

/**
 * Writes `unknown` where an imported record has nothing because no file had the field: it is neither empty nor false. Changes
 * the records.
 */
export function markUnknown(store: Store, records: readonly Json[]): void {
  const byObject = new Map<string, ReadonlySet<string> | null>();
  const mark = (record: Json): void => {
    const { type } = (record.attributes ?? {}) as { type?: string };
    const object = type === undefined ? undefined : store.schema.object(type);
    if (!object) return;
    if (!byObject.has(object.name)) byObject.set(object.name, knownFields(store, object.name));
    const known = byObject.get(object.name);
    for (const [name, value] of Object.entries(record)) {
      if (name === 'attributes') continue;
      if (typeof value === 'object' && value !== null) mark(value as Json);
      else if (known && known.size > 0 && (value === null || value === false) && !isKnown(object, name, known))
        record[name] = 'unknown';
    }
  };
  records.forEach(mark);
}

function isKnown(object: ObjectDescription, name: string, known: ReadonlySet<string>): boolean {
  const field =
    object.fields.get(name.toLowerCase()) ??
    [...object.fields.values()].find((candidate) => candidate.relationshipName === name);
  return field === undefined || known.has(field.name) || known.has(COMPOSED[field.name] ?? '');
}
