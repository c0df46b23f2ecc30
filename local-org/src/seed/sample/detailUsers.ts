import type { RowValues } from '../../store/RowValues.ts';
import type { PseudoRandom } from '../PseudoRandom.ts';
import { DAY, HOUR } from '../SeedTarget.ts';
import type { PeopleSeed, RoleSeed, SharesSeed } from '../seedData.ts';
import { isInternalUser, isPortalUser, type PlannedUser } from './PlannedUser.ts';

/** Fields of some users only, by user. */
export type UserDetails = Map<PlannedUser, RowValues>;

export interface DetailOptions {
  readonly random: PseudoRandom;
  readonly now: number;
  readonly people: PeopleSeed;
  readonly roles: readonly RoleSeed[];
  readonly shares: SharesSeed;
}

/**
 * Fills optional fields in as many rows as in a large real org (data/org/shares.json), logins and roles among them.
 * Managers and delegated approvers are Ids and are set when the rows exist.
 */
export function detailUsers(users: readonly PlannedUser[], options: DetailOptions): UserDetails {
  const { random, people, shares } = options;
  const details: UserDetails = new Map(users.map((user) => [user, placeOf(user, people, random)]));
  const chosen = (field: string, candidates: readonly PlannedUser[]) =>
    random.sample(candidates, Math.round((shares[field] ?? 0) * users.length));
  const put = (
    field: string,
    candidates: readonly PlannedUser[],
    value: (user: PlannedUser, index: number) => string,
  ): void => {
    chosen(field, candidates).forEach((user, index) => {
      const row = details.get(user);
      if (row) row[field] = value(user, index);
    });
  };
  const humans = users.filter((user) => user.profile !== null && user.userType !== 'Guest');
  const internal = users.filter(isInternalUser);
  put('FederationIdentifier', humans, (_user, index) => `NL${String(500_000 + index * 7)}`);
  put('EmployeeNumber', internal, (_user, index) => `E-${String(10_000 + index)}`);
  put('Department', internal, () => random.pick(people.departments));
  put('CompanyName', internal, () => random.pick(people.companies));
  put('Division', internal, () => random.pick(people.divisions));
  for (const user of internal) user.title ??= random.chance(0.6) ? random.pick(people.titles) : null;
  giveRoles(users, options);
  for (const user of loginCandidates(users, chosen)) user.lastLoginAt = lastLogin(user, options);
  return details;
}

/** Personas keep the org's own language and zone, so that the page reads the same wherever it is shown. */
function placeOf(user: PlannedUser, people: PeopleSeed, random: PseudoRandom): RowValues {
  const [City, Country, TimeZoneSidKey, LocaleSidKey] = random.pick(people.cities);
  return random.chance(0.5) && user.persona === null ? { City, Country, TimeZoneSidKey, LocaleSidKey } : {};
}

/** Partner and portal manager users always have a role; the rest of the share goes to internal users. */
function giveRoles(users: readonly PlannedUser[], { random, roles, shares }: DetailOptions): void {
  const portalRoles = roles.filter((role) => role.portal);
  const internalRoles = roles.filter((role) => !role.portal && role.parent !== null);
  let left = Math.round((shares.UserRoleId ?? 0) * users.length);
  for (const user of users) {
    if (!user.userType.startsWith('Power') || user.isPortalDisabled) continue;
    const kind = user.userType === 'PowerPartner' ? 'Partner' : 'CustomerPortal';
    user.role = random.pick(portalRoles.filter((role) => role.portal === kind)).name;
    left--;
  }
  left -= users.filter((user) => user.persona !== null).length;
  const candidates = users.filter((user) => isInternalUser(user) && user.role === null);
  for (const user of random.sample(candidates, left)) user.role = random.pick(internalRoles).name;
}

/** Personas and administrators have been here; who never logged in is drawn from the rest. */
function loginCandidates(
  users: readonly PlannedUser[],
  chosen: (field: string, candidates: readonly PlannedUser[]) => PlannedUser[],
): PlannedUser[] {
  const certain = new Set(
    users.filter((user) => user.persona !== null || (user.profile?.administrator && user.isActive)),
  );
  const rest = users.filter((user) => !certain.has(user) && user.profile !== null && user.userType !== 'Guest');
  return [...certain, ...chosen('LastLoginDate', rest).slice(certain.size)];
}

function lastLogin(user: PlannedUser, { random, now }: DetailOptions): number {
  if (user.persona !== null) return now - random.integer(1, 30) * HOUR;
  const until = user.deactivatedAt ?? now - HOUR;
  const ago = Math.floor(random.next() ** 2 * (isPortalUser(user) ? 240 : 90) * DAY);
  return Math.max(user.createdAt + HOUR, until - ago - HOUR);
}
