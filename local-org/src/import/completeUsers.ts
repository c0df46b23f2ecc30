import { choosePersona } from '../seed/personas.ts';
import { readSeed } from '../seed/seedData.ts';
import type { SeedTarget } from '../seed/SeedTarget.ts';
import type { RowValues, StoreValue } from '../store/RowValues.ts';

/** Derives user types, and adds the users without whom nobody could open the page and no event could be delivered. */
export function completeUsers(target: SeedTarget): void {
  deriveUserTypes(target);
  const administratorId = administrator(target);
  choosePersona(
    target.store,
    'administrator',
    administratorId,
    'System Administrator with the permission set Reinstate Admin.',
  );
  const ordinary = first(
    target,
    `SELECT u."Id" AS id FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId"
     WHERE u."IsActive" = 1 AND u."UserType" = 'Standard' AND p."Name" <> 'System Administrator' ORDER BY u."Id" LIMIT 1`,
  );
  if (ordinary)
    choosePersona(target.store, 'noPermissions', ordinary, 'An active user who was never given access to Reinstate.');
  if (!first(target, `SELECT "Id" AS id FROM "User" WHERE "UserType" = 'AutomatedProcess' LIMIT 1`)) {
    add(target, {
      FirstName: 'Automated',
      LastName: 'Process',
      Username: 'autoproc@local-org.invalid',
      UserType: 'AutomatedProcess',
    });
  }
}

/** Salesforce derives the type from the license; without a profile only Automated Process is known, by its username. */
function deriveUserTypes({ store }: SeedTarget): void {
  const seeds = readSeed('profiles');
  const profiles = store.rawQuery(
    `SELECT p."Id" AS id, p."Name" AS name, p."UserType" AS type, l."Name" AS license
     FROM "Profile" p LEFT JOIN "UserLicense" l ON l."Id" = p."UserLicenseId"`,
  );
  for (const { id, name, type, license } of profiles) {
    const seed =
      seeds.find((candidate) => candidate.name === name) ?? seeds.find((candidate) => candidate.license === license);
    const derived = (type as string | null) ?? seed?.userType ?? 'Standard';
    if (type === null) store.updateRow('Profile', String(id), { UserType: derived });
    const untyped = store.rawQuery(
      'SELECT "Id" AS id FROM "User" WHERE "ProfileId" = ? AND "UserType" IS NULL',
      String(id),
    );
    for (const user of untyped) store.updateRow('User', String(user.id), { UserType: derived });
  }
  const withoutProfile = store.rawQuery(
    `SELECT "Id" AS id, "Username" AS username FROM "User" WHERE "ProfileId" IS NULL AND "UserType" IS NULL`,
  );
  for (const { id, username } of withoutProfile) {
    if (/^auto(proc|matedclean)@/.test(String(username)))
      store.updateRow('User', String(id), { UserType: 'AutomatedProcess' });
  }
}

function administrator(target: SeedTarget): string {
  const found = first(
    target,
    `SELECT u."Id" AS id FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId"
     WHERE u."IsActive" = 1 AND p."Name" = 'System Administrator' ORDER BY u."Id" LIMIT 1`,
  );
  if (found) return found;
  const profile =
    first(target, `SELECT "Id" AS id FROM "Profile" WHERE "Name" = 'System Administrator' LIMIT 1`) ??
    target.store.insertRow('Profile', { Name: 'System Administrator', UserLicenseId: salesforceLicense(target) });
  const id = add(target, {
    FirstName: 'Local',
    LastName: 'Administrator',
    Username: 'administrator@local-org.invalid',
    UserType: 'Standard',
    ProfileId: profile,
  });
  target.store.insertRow('UserLogin', { UserId: id, IsFrozen: false, IsPasswordLocked: false });
  return id;
}

function salesforceLicense(target: SeedTarget): string {
  return (
    first(target, `SELECT "Id" AS id FROM "UserLicense" WHERE "Name" = 'Salesforce' ORDER BY "Status" LIMIT 1`) ??
    target.store.insertRow('UserLicense', { Name: 'Salesforce', LicenseDefinitionKey: 'SFDC' })
  );
}

function add(target: SeedTarget, values: RowValues & { Username: string }): string {
  const local = values.Username.split('@')[0] ?? '';
  const defaults: Record<string, StoreValue> = {
    Email: values.Username,
    Alias: local.slice(0, 8),
    CommunityNickname: local,
    IsActive: true,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
  return target.store.insertRow('User', { ...defaults, ...values });
}

function first({ store }: SeedTarget, sql: string): string | null {
  const [row] = store.rawQuery(sql);
  return row ? String(row.id) : null;
}
