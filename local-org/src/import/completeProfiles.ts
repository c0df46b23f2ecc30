import { readSeed } from '../seed/seedData.ts';
import type { SeedTarget } from '../seed/SeedTarget.ts';
import type { RowValues } from '../store/RowValues.ts';
import { AccessWriter } from '../security/deploy/AccessWriter.ts';
import type { FieldsByObject } from './UnknownFields.ts';

/**
 * Gives every profile the hidden permission set that it owns, and its users the assignment of it, where no file had them.
 * What a profile grants is taken from the files, from its own row or from that of its set. What neither tells, such profiles
 * grant as they do in every org: without that nobody could come in.
 *
 * @param exported Ids of the profiles that files brought
 */
export function completeProfiles(target: SeedTarget, known: FieldsByObject, exported: ReadonlySet<string>): void {
  const { store } = target;
  const unnamed = store.rawQuery(
    `SELECT DISTINCT u."ProfileId" AS id FROM "User" u WHERE u."ProfileId" IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM "Profile" p WHERE p."Id" = u."ProfileId")`,
  );
  for (const { id } of unnamed) store.insertRow('Profile', { Id: String(id), Name: `Profile ${String(id)}` });
  const completion = new ProfileCompletion(target, known, exported);
  for (const profile of store.findRows('Profile')) completion.complete(profile);
  assignOwnedSets(target);
}

class ProfileCompletion {
  private readonly target: SeedTarget;
  private readonly known: FieldsByObject;
  private readonly exported: ReadonlySet<string>;
  private readonly writer: AccessWriter;
  private readonly seeds = new Map(readSeed('profiles').map((seed) => [seed.name, seed]));

  constructor(target: SeedTarget, known: FieldsByObject, exported: ReadonlySet<string>) {
    this.target = target;
    this.known = known;
    this.exported = exported;
    this.writer = new AccessWriter(target.store, target.schema);
  }

  complete(profile: RowValues): void {
    const { store } = this.target;
    const id = String(profile.Id);
    const [owned] = store.findRows('PermissionSet', { ProfileId: id });
    const grants = this.grantsOf(profile, owned);
    store.updateRow('Profile', id, this.fieldsOf('Profile', grants));
    const ofSet = { ...this.fieldsOf('PermissionSet', grants), IsOwnedByProfile: true };
    if (owned) {
      store.updateRow('PermissionSet', String(owned.Id), ofSet);
      return;
    }
    const seed = this.seeds.get(String(profile.Name));
    store.insertRow('PermissionSet', {
      Name: `X${id}`,
      Label: id,
      ProfileId: id,
      IsCustom: seed === undefined || seed.custom === true,
      Type: 'Profile',
      LicenseId: profile.UserLicenseId ?? null,
      ...ofSet,
    });
  }

  /** By field of a permission; the word of a file counts more than what is usual. */
  private grantsOf(profile: RowValues, owned: RowValues | undefined): RowValues {
    const seed = this.seeds.get(String(profile.Name));
    const usual = seed?.administrator ? readSeed('administrator-permissions') : (seed?.permissions ?? []);
    const grants = {
      ...this.writer.permissionColumns('Profile', usual),
      ...this.writer.permissionColumns('PermissionSet', usual),
    };
    for (const field in grants) {
      if (!this.exported.has(String(profile.Id))) continue;
      if (this.known.get('Profile')?.has(field)) grants[field] = profile[field] ?? false;
      else if (owned && this.known.get('PermissionSet')?.has(field)) grants[field] = owned[field] ?? false;
    }
    return grants;
  }

  private fieldsOf(object: 'Profile' | 'PermissionSet', grants: RowValues): RowValues {
    const fields = this.target.schema.object(object)?.fields;
    return Object.fromEntries(Object.entries(grants).filter(([field]) => fields?.has(field.toLowerCase())));
  }
}

function assignOwnedSets({ store }: SeedTarget): void {
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
