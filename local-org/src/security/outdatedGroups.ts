import type { Store } from '../store/Store.ts';

/** Permission set groups that wait to be calculated, in the org's file: a restart forgets none. */
export const OUTDATED_GROUPS = 'local_outdated_group';

/** Once per opened store. */
export function createOutdatedGroups(store: Store): void {
  store.database.exec(`CREATE TABLE IF NOT EXISTS "${OUTDATED_GROUPS}" ("Id" TEXT PRIMARY KEY) WITHOUT ROWID`);
}

/** Notes a group in the running transaction. */
export function addOutdatedGroup(store: Store, groupId: string): void {
  store.rawRun(`INSERT OR IGNORE INTO "${OUTDATED_GROUPS}" ("Id") VALUES (?)`, groupId);
}

/** The groups that wait. */
export function outdatedGroups(store: Store): string[] {
  return store.rawQuery(`SELECT "Id" AS id FROM "${OUTDATED_GROUPS}"`).map((row) => String(row.id));
}

/** None waits any more. */
export function clearOutdatedGroups(store: Store): void {
  store.rawRun(`DELETE FROM "${OUTDATED_GROUPS}"`);
}
