import { recalculatePermissionSetGroup } from '../security/permissionSetGroups.ts';
import type { SeedTarget } from '../seed/SeedTarget.ts';
import type { Store } from '../store/Store.ts';

/** Brings permission sets and groups of them into the shape that Salesforce gives them. */
export function completeSets(target: SeedTarget, known: Map<string, Set<string>>): void {
  tellKindsApart(target.store);
  addSetsOfGroups(target, known);
  // The assignment of a group is one to the set that stands for it.
  for (const { id, groupId } of target.store.rawQuery(
    `SELECT a."Id" AS id, s."PermissionSetGroupId" AS groupId FROM "PermissionSetAssignment" a
     JOIN "PermissionSet" s ON s."Id" = a."PermissionSetId"
     WHERE a."PermissionSetGroupId" IS NULL AND s."PermissionSetGroupId" IS NOT NULL`,
  ))
    target.store.updateRow('PermissionSetAssignment', String(id), { PermissionSetGroupId: String(groupId) });
}

/**
 * Tells the sets that belong to a profile, or stand for a group, from those that somebody assigns. Salesforce says it in
 * several ways, and any one of them is enough: a flag, the type, the Id of profile or group, or the name that it gives such
 * sets, X and the Id.
 */
function tellKindsApart(store: Store): void {
  const isOwned = `("ProfileId" IS NOT NULL OR "Type" = 'Profile' OR "Name" GLOB 'X00e*')`;
  const isOfGroup = `("PermissionSetGroupId" IS NOT NULL OR COALESCE("Type", '') = 'Group')`;
  for (const { id } of store.rawQuery(
    `SELECT "Id" AS id FROM "PermissionSet" WHERE "IsOwnedByProfile" = 0 AND ${isOwned} AND NOT ${isOfGroup}`,
  ))
    store.updateRow('PermissionSet', String(id), { IsOwnedByProfile: true, Type: 'Profile' });
  for (const { id } of store.rawQuery(
    `SELECT "Id" AS id FROM "PermissionSet" WHERE ("Type" IS NULL OR "Type" <> 'Group') AND ${isOfGroup}`,
  ))
    store.updateRow('PermissionSet', String(id), { Type: 'Group' });
}

/**
 * A group has a set that stands for it. Where no file brought it, it is made of the parts of the group; without those nobody
 * can tell what it grants, and so what sets do not grant is not known of any.
 */
function addSetsOfGroups({ store, schema }: SeedTarget, known: Map<string, Set<string>>): void {
  const without = store.rawQuery(
    `SELECT g."Id" AS id, g."Status" AS status FROM "PermissionSetGroup" g
     WHERE NOT EXISTS (SELECT 1 FROM "PermissionSet" s WHERE s."PermissionSetGroupId" = g."Id")`,
  );
  for (const { id, status } of without) {
    recalculatePermissionSetGroup(store, schema, String(id));
    store.updateRow('PermissionSetGroup', String(id), { Status: status as string | null });
  }
  if (without.length === 0 || known.has('PermissionSetGroupComponent')) return;
  for (const field of known.get('PermissionSet') ?? [])
    if (/^Permissions[A-Z]/.test(field)) known.get('PermissionSet')?.delete(field);
}
