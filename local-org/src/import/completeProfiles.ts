import { readSeed } from '../seed/seedData.ts';
import type { SeedTarget } from '../seed/SeedTarget.ts';
import { AccessWriter } from '../security/deploy/AccessWriter.ts';

/**
 * Gives every profile the hidden permission set that it owns, and its users the assignment of it, where no file had them.
 * What a profile grants is taken from the files; without that, System Administrator is what it is in every org.
 */
export function completeProfiles(target: SeedTarget, known: ReadonlyMap<string, ReadonlySet<string>>): void {
  const { store, schema } = target;
  const writer = new AccessWriter(store, schema);
  const seeds = new Map(readSeed('profiles').map((seed) => [seed.name, seed]));
  const knowsPermissions = (object: string) =>
    [...(known.get(object) ?? [])].some((field) => /^Permissions[A-Z]/.test(field));
  const unnamed = store.rawQuery(
    `SELECT DISTINCT u."ProfileId" AS id FROM "User" u WHERE u."ProfileId" IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM "Profile" p WHERE p."Id" = u."ProfileId")`,
  );
  for (const { id } of unnamed) store.insertRow('Profile', { Id: String(id), Name: `Profile ${String(id)}` });
  const profiles = store.rawQuery(
    `SELECT p."Id" AS id, p."Name" AS name, p."UserLicenseId" AS license,
     (SELECT s."Id" FROM "PermissionSet" s WHERE s."ProfileId" = p."Id" LIMIT 1) AS setId FROM "Profile" p`,
  );
  for (const { id, name, license, setId } of profiles) {
    const seed = seeds.get(String(name));
    const granted = seed?.administrator ? readSeed('administrator-permissions') : (seed?.permissions ?? []);
    const of = (object: 'Profile' | 'PermissionSet') =>
      knowsPermissions(object) ? {} : writer.permissionColumns(object, granted);
    const columns = of('Profile');
    if (Object.keys(columns).length > 0) store.updateRow('Profile', String(id), columns);
    if (setId !== null) {
      store.updateRow('PermissionSet', setId as string, {
        IsOwnedByProfile: true,
        ...(knowsPermissions('Profile') ? {} : of('PermissionSet')),
      });
      continue;
    }
    store.insertRow('PermissionSet', {
      Name: `X${String(id)}`,
      Label: String(id),
      ProfileId: String(id),
      IsOwnedByProfile: true,
      IsCustom: seed === undefined || seed.custom === true,
      Type: 'Profile',
      LicenseId: license as string | null,
      ...writer.permissionColumns('PermissionSet', granted),
    });
  }
  const missing = store.rawQuery(
    `SELECT u."Id" AS userId, s."Id" AS setId FROM "User" u JOIN "PermissionSet" s ON s."ProfileId" = u."ProfileId"
     WHERE s."IsOwnedByProfile" = 1 AND NOT EXISTS (SELECT 1 FROM "PermissionSetAssignment" a
       WHERE a."AssigneeId" = u."Id" AND a."PermissionSetId" = s."Id")`,
  );
  for (const { userId, setId } of missing) {
    store.insertRow('PermissionSetAssignment', {
      AssigneeId: String(userId),
      PermissionSetId: String(setId),
      IsRevoked: false,
    });
  }
}
