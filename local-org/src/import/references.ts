import type { Store } from '../store/Store.ts';

export interface DanglingReference {
  readonly object: string;
  readonly id: string;
  readonly field: string;
  readonly value: string;
  readonly target: string;
}

/** The reference fields that point to an object. */
export function referencesTo(
  store: Store,
  objects: Iterable<string>,
  target: string,
): { object: string; field: string }[] {
  return [...objects].flatMap((object) =>
    [...(store.schema.object(object)?.fields.values() ?? [])]
      .filter((field) => field.referenceTo.includes(target))
      .map((field) => ({ object, field: field.name })),
  );
}

/**
 * The first reference to a row that no file has, among objects that files were given for; null when all is well. What points
 * to objects without a file stays as it is: nothing is known of them.
 */
export function findDangling(store: Store, objects: ReadonlySet<string>): DanglingReference | null {
  for (const target of objects) {
    const prefix = store.schema.object(target)?.keyPrefix ?? '';
    for (const { object, field } of referencesTo(store, objects, target)) {
      const [row] = store.rawQuery(
        `SELECT t."Id" AS id, t."${field}" AS value FROM "${object}" t WHERE t."${field}" IS NOT NULL
         AND substr(t."${field}", 1, 3) = ? AND NOT EXISTS (SELECT 1 FROM "${target}" p WHERE p."Id" = t."${field}")
         ORDER BY t.rowid LIMIT 1`,
        prefix,
      );
      if (row) return { object, id: String(row.id), field, value: String(row.value), target };
    }
  }
  return null;
}
