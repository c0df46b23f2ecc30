import type { FieldDescription, ObjectDescription } from '../../schema/SchemaCatalog.ts';
import type { Store } from '../../store/Store.ts';
import type { DmlRow } from '../DmlRow.ts';

/** Every changed lookup must point to a row of the right object that is there. One look-up per field and object, not per row. */
export function checkReferences(object: ObjectDescription, rows: readonly DmlRow[], store: Store): void {
  for (const field of object.fields.values()) {
    if (field.type !== 'reference') continue;
    const pointing = rows.filter((row) => row.changed.has(field.name) && row.new[field.name] != null);
    if (pointing.length > 0) checkTargets(field, pointing, store);
  }
}

function checkTargets(field: FieldDescription, rows: readonly DmlRow[], store: Store): void {
  const targets = field.referenceTo.flatMap((name) => store.schema.object(name) ?? []);
  for (const row of rows) {
    const id = String(row.new[field.name]);
    const target = targets.find((candidate) => candidate.keyPrefix === id.slice(0, 3));
    if (!target) {
      row.addError('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
    } else if (!exists(store, target.name, id)) {
      row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
    }
  }
}

function exists(store: Store, object: string, id: string): boolean {
  const layout = store.layout(object);
  const alive = layout.object.isUndeletable && layout.columns.has('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
  return store.statement(`SELECT 1 FROM ${layout.table} WHERE "Id" = ?${alive}`).get(id) !== undefined;
}
