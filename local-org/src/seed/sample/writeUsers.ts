import type { RowValues } from '../../store/RowValues.ts';
import type { SeededProfile } from '../base/profiles.ts';
import { USER_DEFAULTS } from '../base/userRow.ts';
import type { PseudoRandom } from '../PseudoRandom.ts';
import type { SeedTarget } from '../SeedTarget.ts';
import type { SharesSeed } from '../seedData.ts';
import type { UserDetails } from './detailUsers.ts';
import { isInternalUser, isPortalUser, type PlannedUser } from './PlannedUser.ts';
import type { PortalContacts } from './portalContacts.ts';

export interface WriteUsersOptions {
  readonly random: PseudoRandom;
  readonly profiles: ReadonlyMap<string, SeededProfile>;
  readonly roleIds: ReadonlyMap<string, string>;
  readonly details: UserDetails;
  readonly contacts: PortalContacts;
  readonly shares: SharesSeed;
}

const PROGRESS_USERS = 20_000;

/** Writes users with their logins and the assignment of the set that their profile owns. */
export function writeUsers(target: SeedTarget, users: readonly PlannedUser[], options: WriteUsersOptions): void {
  for (const [index, user] of users.entries()) {
    if (index > 0 && index % PROGRESS_USERS === 0)
      target.progress?.(`${index.toLocaleString('en')} of ${users.length.toLocaleString('en')} users`);
    const profile = user.profile ? options.profiles.get(user.profile.name) : undefined;
    user.id = target.store.insertRow('User', { ...rowOf(user, options), ProfileId: profile?.id ?? null });
    if (!profile) continue;
    target.store.insertRow('UserLogin', {
      UserId: user.id,
      IsFrozen: user.isFrozen,
      IsPasswordLocked: user.isPasswordLocked,
      LastModifiedDate: user.lastModifiedAt,
    });
    target.store.insertRow('PermissionSetAssignment', {
      AssigneeId: user.id,
      PermissionSetId: profile.permissionSetId,
      SystemModstamp: user.createdAt,
    });
  }
  giveManagers(target, users, options);
}

function rowOf(user: PlannedUser, { details, contacts, roleIds }: WriteUsersOptions): RowValues {
  const contact = isPortalUser(user) && !user.isPortalDisabled ? contacts.take(user) : null;
  return {
    ...USER_DEFAULTS,
    ...details.get(user),
    FirstName: user.firstName,
    LastName: user.lastName,
    Username: user.username,
    Email: user.email,
    Alias: user.alias,
    CommunityNickname: user.nickname,
    Title: user.title,
    IsActive: user.isActive,
    UserType: user.userType,
    UserRoleId: user.role ? (roleIds.get(user.role) ?? null) : null,
    ContactId: contact?.contactId ?? null,
    AccountId: contact?.accountId ?? null,
    IsPortalEnabled: contact !== null,
    PortalRole:
      contact && user.userType.startsWith('Power') ? (user.role?.includes('Manager') ? 'Manager' : 'Worker') : null,
    LastLoginDate: user.lastLoginAt,
    LastPasswordChangeDate: user.lastLoginAt ? user.createdAt : null,
    NumberOfFailedLogins: user.isPasswordLocked ? 10 : 0,
    CreatedDate: user.createdAt,
    LastModifiedDate: user.lastModifiedAt,
    SystemModstamp: user.lastModifiedAt,
  };
}

function giveManagers(target: SeedTarget, users: readonly PlannedUser[], { random, shares }: WriteUsersOptions): void {
  const internal = users.filter((user) => isInternalUser(user));
  const managers = random.sample(
    internal.filter((user) => user.isActive && user.persona === null),
    24,
  );
  const managed = internal.filter((user) => !managers.includes(user));
  for (const user of random.sample(managed, Math.round((shares.ManagerId ?? 0) * users.length))) {
    target.store.updateRow('User', user.id, { ManagerId: random.pick(managers).id });
  }
  for (const user of random.sample(managed, Math.round((shares.DelegatedApproverId ?? 0) * users.length))) {
    target.store.updateRow('User', user.id, { DelegatedApproverId: random.pick(managers).id });
  }
}
