import type { Store } from '../store/Store.ts';

const TABLE =
  'CREATE TABLE IF NOT EXISTS "local_known_field" ("Object" TEXT, "Field" TEXT, PRIMARY KEY ("Object", "Field"))';

/** Remembers which fields an import brought. What it did not bring is unknown, which is neither empty nor false. */
export function rememberKnownFields(store: Store, known: ReadonlyMap<string, ReadonlySet<string>>): void {
  store.database.exec(TABLE);
  store.rawRun('DELETE FROM "local_known_field"');
  for (const [object, fields] of known)
    for (const field of fields) store.rawRun('INSERT INTO "local_known_field" VALUES (?, ?)', object, field);
}

/** Forgets it: for an org that is filled in another way, where everything is known. */
export function forgetKnownFields(store: Store): void {
  store.database.exec(`${TABLE}; DELETE FROM "local_known_field"`);
}

/** The fields of an imported object that are known; null when all are, because the org was not imported. */
export function knownFields(store: Store, object: string): ReadonlySet<string> | null {
  store.database.exec(TABLE);
  const rows = store.rawQuery('SELECT "Object", "Field" FROM "local_known_field"');
  if (rows.length === 0) return null;
  return new Set(rows.filter((row) => row.Object === object).map((row) => String(row.Field)));
}
