import { AccessWriter } from '../../security/deploy/AccessWriter.ts';
import type { SeedTarget } from '../SeedTarget.ts';
import { readSeed, type ProfileSeed } from '../seedData.ts';

export interface SeededProfile {
  readonly id: string;
  readonly permissionSetId: string;
  readonly seed: ProfileSeed;
}

const STANDARD_OBJECTS = ['Account', 'Contact', 'Opportunity', 'Case'];

/** Writes profiles, each with the hidden permission set that it owns and that holds what it grants; by name. */
export function seedProfiles(
  target: SeedTarget,
  profiles: readonly ProfileSeed[],
  licenseIds: ReadonlyMap<string, string>,
  createdAt: number,
): Map<string, SeededProfile> {
  const { store, schema } = target;
  const writer = new AccessWriter(store, schema);
  const administratorPermissions = readSeed('administrator-permissions');
  const seeded = new Map<string, SeededProfile>();
  const dates = { CreatedDate: createdAt, LastModifiedDate: createdAt, SystemModstamp: createdAt };
  for (const seed of profiles) {
    const permissions = seed.administrator ? administratorPermissions : (seed.permissions ?? []);
    const licenseId = licenseIds.get(seed.license);
    if (!licenseId) throw new Error(`Profile ${seed.name}: there is no license ${seed.license}.`);
    const id = store.insertRow('Profile', {
      Name: seed.name,
      UserLicenseId: licenseId,
      UserType: seed.userType ?? 'Standard',
      IsSsoEnabled: seed.sso ?? false,
      ...writer.permissionColumns('Profile', permissions),
      ...dates,
    });
    const permissionSetId = store.insertRow('PermissionSet', {
      // Salesforce makes up name and label of these sets from an Id, so nobody can rely on them.
      Name: `X${id}`,
      Label: id,
      ProfileId: id,
      IsOwnedByProfile: true,
      IsCustom: seed.custom ?? false,
      Type: 'Profile',
      LicenseId: licenseId,
      ...writer.permissionColumns('PermissionSet', permissions),
      ...dates,
    });
    if (seed.objects || seed.administrator)
      seedObjectPermissions(target, permissionSetId, seed.objects ?? 'delete', seed.administrator ?? false);
    seeded.set(seed.name, { id, permissionSetId, seed });
  }
  return seeded;
}

function seedObjectPermissions(
  target: SeedTarget,
  parentId: string,
  level: 'read' | 'edit' | 'delete',
  isAdministrator: boolean,
): void {
  for (const object of STANDARD_OBJECTS) {
    target.store.insertRow('ObjectPermissions', {
      ParentId: parentId,
      SobjectType: object,
      PermissionsRead: true,
      PermissionsCreate: level !== 'read',
      PermissionsEdit: level !== 'read',
      PermissionsDelete: level === 'delete',
      PermissionsViewAllRecords: isAdministrator,
      PermissionsModifyAllRecords: isAdministrator,
    });
  }
}
