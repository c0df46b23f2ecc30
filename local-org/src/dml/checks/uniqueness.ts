import { foldText } from '../../store/fold.ts';
import type { FieldDescription, ObjectDescription } from '../../schema/SchemaCatalog.ts';
import type { Store } from '../../store/Store.ts';
import type { DmlRow } from '../DmlRow.ts';

/** Unique fields of User have messages and status codes of their own: rules/user judges them. */
const JUDGED_BY_RULES = new Set(['User.Username', 'User.CommunityNickname', 'User.FederationIdentifier']);

/** DUPLICATE_VALUE against rows of the database and rows of the same statement that come earlier. */
export function checkUniqueness(object: ObjectDescription, rows: readonly DmlRow[], store: Store): void {
  for (const field of object.fields.values()) {
    if (!field.isUnique || JUDGED_BY_RULES.has(`${object.name}.${field.name}`)) continue;
    const changing = rows.filter((row) => !row.hasErrors && row.changed.has(field.name) && row.new[field.name] != null);
    const seen = new Map<unknown, string>();
    for (const row of changing) {
      const value = row.new[field.name];
      const key = typeof value === 'string' && !field.isCaseSensitive ? foldText(value) : value;
      const other = seen.get(key) ?? findOther(object, field, key, row.id, rows, store);
      if (other === null) {
        seen.set(key, row.id);
        continue;
      }
      row.addError(
        'DUPLICATE_VALUE',
        `duplicate value found: ${field.name} duplicates value on record with id: ${other.slice(0, 15)}`,
      );
    }
  }
}

function findOther(
  object: ObjectDescription,
  field: FieldDescription,
  key: unknown,
  ownId: string,
  rows: readonly DmlRow[],
  store: Store,
): string | null {
  const layout = store.layout(object.name);
  const column = layout.columns.get(field.name);
  if (!column) return null;
  const name = field.isCaseSensitive ? column.sql : (column.folded ?? column.sql);
  const found = store.rawQuery(
    `SELECT "Id" AS id FROM ${layout.table} WHERE ${name} = ? AND "Id" <> ? LIMIT 2`,
    key as string,
    ownId,
  );
  for (const { id } of found) {
    // A row of this statement that gives its value up leaves it free.
    const leaving = rows.find((row) => row.id === id && row.changed.has(field.name));
    if (!leaving) return id as string;
  }
  return null;
}
