import type { RowValues } from '../../store/RowValues.ts';
import { tryToId18 } from '../../values/id.ts';
import { seedFeatureLicenses } from '../base/licenses.ts';
import { seedOrganization } from '../base/organization.ts';
import { choosePersona } from '../personas.ts';
import { inOneTransaction, type SeededOrg, type SeedTarget } from '../SeedTarget.ts';
import { QueriedProfiles } from './QueriedProfiles.ts';
import { idOf, parentOf, readQueriedUsers, type QueriedRecord } from './readQueriedUsers.ts';
import { storeValue } from './storeValue.ts';

/** Parents of a user that are taken over; others are refused by name. */
const KNOWN_PARENTS = ['Profile', 'UserRole'];

/**
 * Fills an empty org with the users of a real one, as they were queried. What the query did not ask stays unknown: no logins,
 * no assignments and no history are made up. Profiles are known by what the query nested; System Administrator is what it is
 * in every org. A user without a profile stays without one.
 */
export function seedQueriedUsers(target: SeedTarget, file: string): SeededOrg {
  const records = readQueriedUsers(file);
  return inOneTransaction(target.store, () => {
    const organizationId = seedOrganization(target.store, { name: 'Loaded users', createdAt: target.clock.now() });
    seedFeatureLicenses(target, () => 0);
    const profiles = new QueriedProfiles(target);
    const roles = new Map<string, string>();
    for (const record of records) writeUser(target, record, profiles, roles);
    profiles.matchReportedSeats();
    const administratorId = administrator(target, profiles);
    choosePersona(
      target.store,
      'administrator',
      administratorId,
      'System Administrator with the permission set Reinstate Admin.',
    );
    const ordinary = otherActiveUser(target, administratorId);
    if (ordinary)
      choosePersona(target.store, 'noPermissions', ordinary, 'An active user who was never given access to Reinstate.');
    return { organizationId, administratorId, automatedProcessUserId: automatedProcess(target) };
  });
}

function writeUser(
  target: SeedTarget,
  record: QueriedRecord,
  profiles: QueriedProfiles,
  roles: Map<string, string>,
): void {
  const description = target.schema.object('User');
  const values: RowValues = {};
  for (const [name, value] of Object.entries(record)) {
    if (name === 'attributes') continue;
    const field = description?.fields.get(name.toLowerCase());
    if (field) values[field.name] = storeValue(field, value);
    else if (!KNOWN_PARENTS.includes(name) && value !== null) {
      throw new Error(`The users have ${name}, which the local org does not know. Leave it out of the query.`);
    }
  }
  values.Id = tryToId18(idOf(record) ?? '');
  const role = parentOf(record, 'UserRole');
  if (role) values.UserRoleId = roleId(target, role, roles);
  const profile = parentOf(record, 'Profile');
  const queriedProfileId = typeof values.ProfileId === 'string' ? values.ProfileId : null;
  values.ProfileId = profile || queriedProfileId ? profiles.take(profile, queriedProfileId) : null;
  values.UserType ??= profiles.userTypeOf(values.ProfileId, String(values.Username));
  target.store.insertRow('User', values);
  const profileSet = profiles.permissionSetOf(values.ProfileId);
  if (profileSet)
    target.store.insertRow('PermissionSetAssignment', {
      AssigneeId: values.Id,
      PermissionSetId: profileSet,
      IsRevoked: false,
    });
}

function roleId(target: SeedTarget, role: QueriedRecord, known: Map<string, string>): string {
  const name = typeof role.Name === 'string' ? role.Name : 'Unknown role';
  const id = tryToId18(idOf(role) ?? '');
  const key = id ?? name;
  const existing = known.get(key);
  if (existing) return existing;
  const written = target.store.insertRow('UserRole', {
    ...(id ? { Id: id } : {}),
    Name: name,
    DeveloperName: name.replace(/\W+/g, '_'),
  });
  known.set(key, written);
  return written;
}

/** Somebody has to open the page: the first active System Administrator, or one that is added. */
function administrator(target: SeedTarget, profiles: QueriedProfiles): string {
  const [found] = target.store.rawQuery(
    `SELECT u."Id" AS id FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId"
     WHERE u."IsActive" = 1 AND p."Name" = 'System Administrator' ORDER BY u."Id" LIMIT 1`,
  );
  if (found) return String(found.id);
  const ProfileId = profiles.systemAdministrator();
  const id = addedUser(target, {
    FirstName: 'Local',
    LastName: 'Administrator',
    Username: 'administrator@local-org.invalid',
    UserType: 'Standard',
    ProfileId,
  });
  target.store.insertRow('UserLogin', { UserId: id, IsFrozen: false, IsPasswordLocked: false });
  target.store.insertRow('PermissionSetAssignment', {
    AssigneeId: id,
    PermissionSetId: profiles.permissionSetOf(ProfileId),
    IsRevoked: false,
  });
  return id;
}

/** A person: users of integration licenses stand on licenses that are disabled. */
function otherActiveUser(target: SeedTarget, administratorId: string): string | null {
  const [found] = target.store.rawQuery(
    `SELECT u."Id" AS id FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId"
     JOIN "UserLicense" l ON l."Id" = p."UserLicenseId"
     WHERE u."IsActive" = 1 AND u."UserType" = 'Standard' AND l."Status" = 'Active' AND u."Id" <> ? ORDER BY u."Id" LIMIT 1`,
    administratorId,
  );
  return found ? String(found.id) : null;
}

function automatedProcess(target: SeedTarget): string {
  const [found] = target.store.rawQuery(
    `SELECT "Id" AS id FROM "User" WHERE "UserType" = 'AutomatedProcess' ORDER BY "Id" LIMIT 1`,
  );
  if (found) return String(found.id);
  return addedUser(target, {
    FirstName: 'Automated',
    LastName: 'Process',
    Username: 'autoproc@local-org.invalid',
    UserType: 'AutomatedProcess',
  });
}

function addedUser(target: SeedTarget, values: RowValues & { Username: string }): string {
  const local = values.Username.split('@')[0] ?? '';
  return target.store.insertRow('User', {
    Email: values.Username,
    Alias: local.slice(0, 8),
    CommunityNickname: local,
    IsActive: true,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    ...values,
  });
}
