import type { Store } from '../store/Store.ts';
import { readSeed } from './seedData.ts';

/** A user that the page offers to run as. */
export interface SeedPersona {
  readonly userId: string;
  readonly name: string;
  /** `Administrator`, `Operator`, `Auditor`, `No permissions`. */
  readonly role: string;
  readonly description: string;
}

const TABLE =
  'CREATE TABLE IF NOT EXISTS "local_persona" ("Key" TEXT PRIMARY KEY, "UserId" TEXT NOT NULL, "Description" TEXT NOT NULL)';

/** The users of this org that the page offers, the administrator first. */
export function personas(store: Store): SeedPersona[] {
  store.database.exec(TABLE);
  const chosen = new Map(store.rawQuery('SELECT * FROM "local_persona"').map((row) => [String(row.Key), row]));
  return readSeed('personas').flatMap(({ key, role }) => {
    const row = chosen.get(key);
    if (!row) return [];
    const userId = String(row.UserId);
    const [user] = store.rawQuery('SELECT "Name" AS name FROM "User" WHERE "Id" = ?', userId);
    return user ? [{ userId, name: String(user.name), role, description: String(row.Description) }] : [];
  });
}

/** Makes a user the persona with that key of data/org/personas.json. */
export function choosePersona(store: Store, key: string, userId: string, description: string): void {
  store.database.exec(TABLE);
  store.rawRun(
    'INSERT OR REPLACE INTO "local_persona" ("Key", "UserId", "Description") VALUES (?, ?, ?)',
    key,
    userId,
    description,
  );
}

export function forgetPersonas(store: Store): void {
  store.database.exec(TABLE);
  store.rawRun('DELETE FROM "local_persona"');
}

/**
 * Gives the personas their permission sets, as far as those are deployed.
 * @returns the names of sets that are missing; the personas then lack what those grant.
 */
export function assignPersonaSets(store: Store): string[] {
  const missing = new Set<string>();
  store.database.exec(TABLE);
  for (const persona of readSeed('personas')) {
    const [chosen] = store.rawQuery('SELECT "UserId" AS id FROM "local_persona" WHERE "Key" = ?', persona.key);
    if (!chosen) continue;
    const AssigneeId = String(chosen.id);
    for (const name of persona.permissionSets) {
      const [set] = store.rawQuery(
        'SELECT "Id" AS id FROM "PermissionSet" WHERE "Name" = ? AND "IsOwnedByProfile" = 0',
        name,
      );
      if (!set) {
        missing.add(name);
        continue;
      }
      const PermissionSetId = String(set.id);
      const held = store.rawQuery(
        'SELECT 1 AS hit FROM "PermissionSetAssignment" WHERE "AssigneeId" = ? AND "PermissionSetId" = ?',
        AssigneeId,
        PermissionSetId,
      );
      if (held.length === 0)
        store.insertRow('PermissionSetAssignment', { AssigneeId, PermissionSetId, IsRevoked: false });
    }
  }
  return [...missing];
}
