import type { Store } from '../store/Store.ts';
import { readSeed } from './seedData.ts';

/** A user of the sample org that the page offers to run as. */
export interface SamplePersona {
  /** `administrator`, `operator`, `auditor`, `noPermissions`. */
  readonly key: string;
  readonly userId: string;
  readonly name: string;
  readonly role: string;
  readonly description: string;
}

/** The personas that are in the org, the administrator first; empty when other users were loaded. */
export function samplePersonas(store: Store): SamplePersona[] {
  return readSeed('personas').flatMap((persona) => {
    const [user] = store.rawQuery(
      'SELECT "Id" AS id, "Name" AS name FROM "User" WHERE "Username" = ?',
      persona.username,
    );
    if (!user) return [];
    return [
      {
        key: persona.key,
        userId: String(user.id),
        name: String(user.name),
        role: persona.role,
        description: persona.description,
      },
    ];
  });
}

/**
 * Gives the personas their permission sets, as far as those are deployed.
 * @returns the names of sets that are missing; the personas then lack what those grant.
 */
export function assignPersonaSets(store: Store): string[] {
  const missing = new Set<string>();
  const userIds = new Map(samplePersonas(store).map((persona) => [persona.key, persona.userId]));
  for (const persona of readSeed('personas')) {
    const AssigneeId = userIds.get(persona.key);
    if (!AssigneeId) continue;
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
      if (store.findRows('PermissionSetAssignment', { AssigneeId, PermissionSetId }).length > 0) continue;
      store.insertRow('PermissionSetAssignment', { AssigneeId, PermissionSetId, IsRevoked: false });
    }
  }
  return [...missing];
}
