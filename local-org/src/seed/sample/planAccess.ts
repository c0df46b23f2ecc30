import type { PseudoRandom } from '../PseudoRandom.ts';
import { DAY, HOUR } from '../SeedTarget.ts';
import type { LicensesSeed, PermissionSetsSeed, SetGroupSeed, SetSeed } from '../seedData.ts';
import { isInternalUser, type PlannedUser } from './PlannedUser.ts';

/** One permission set or group that a user has or had. Times are milliseconds since 1970, UTC. */
export interface PlannedAssignment {
  readonly user: PlannedUser;
  readonly kind: 'set' | 'group';
  readonly name: string;
  readonly label: string;
  /** The permission set license that came along. */
  readonly license: string | null;
  readonly assignedAt: number;
  readonly expiresAt: number | null;
  /** When it was taken away, after the deactivation; null: it is still there. */
  readonly lostAt: number | null;
}

export interface AccessPlanOptions {
  readonly random: PseudoRandom;
  readonly now: number;
  readonly sets: PermissionSetsSeed;
  readonly licenses: LicensesSeed;
  /** Seats of each permission set license. */
  readonly seats: ReadonlyMap<string, number>;
  /** How many sets are drawn for a user at least and at most. */
  readonly draws: readonly [number, number];
  readonly groupShare: number;
}

/**
 * Decides who has which sets and groups, and what clean-up after a deactivation took away: half of the inactive users kept
 * everything, three in ten lost everything, two in ten a part.
 */
export function planAccess(users: readonly PlannedUser[], options: AccessPlanOptions): PlannedAssignment[] {
  const seats = new Map(options.seats);
  const drawn = users.filter((user) => isInternalUser(user) && user.persona === null);
  // Active users first: who is away finds the seats of licensed sets taken.
  const ordered = [...drawn.filter((user) => user.isActive), ...drawn.filter((user) => !user.isActive)];
  const plans = ordered.flatMap((user) => planUserAccess(user, options, seats));
  return [...plans, ...planSpecialCases(ordered, plans, options), ...planGroups(ordered, plans, options)];
}

function planUserAccess(
  user: PlannedUser,
  options: AccessPlanOptions,
  seats: Map<string, number>,
): PlannedAssignment[] {
  const { random, sets } = options;
  const loses = lossOf(user, random);
  const count = random.integer(...options.draws);
  const chosen = new Map<string, SetSeed>();
  for (let index = 0; index < count; index++) {
    const set = random.pickWeighted(sets.sets, (candidate) => (isOpenTo(candidate, user) ? candidate.weight : 0));
    chosen.set(set.name, set);
  }
  return [...chosen.values()].flatMap((set): PlannedAssignment[] => {
    const license = set.permissionSetLicense ?? set.needsLicenseByHand ?? null;
    const isLost = loses === 'all' || (loses === 'some' && random.chance(0.6));
    if (license && !isLost) {
      const left = seats.get(license) ?? 0;
      if (left <= 0) return [];
      seats.set(license, left - 1);
    }
    return [assignment(user, { kind: 'set', name: set.name, label: set.label, license }, isLost, options)];
  });
}

function lossOf(user: PlannedUser, random: PseudoRandom): 'none' | 'some' | 'all' {
  if (user.isActive) return 'none';
  const draw = random.next();
  return draw < 0.5 ? 'none' : draw < 0.8 ? 'all' : 'some';
}

function isOpenTo(set: SetSeed, user: PlannedUser): boolean {
  const license = user.profile?.license;
  if (set.userLicense) return set.userLicense === license;
  return license === 'Salesforce' || set.permissionSetLicense === undefined;
}

/** What a draw might miss: full licenses, expired and expiring assignments, high-risk sets of inactive users. */
function planSpecialCases(
  users: readonly PlannedUser[],
  plans: readonly PlannedAssignment[],
  options: AccessPlanOptions,
): PlannedAssignment[] {
  const holders = Map.groupBy(plans, (plan) => plan.name);
  const free = (name: string, isActive: boolean) => {
    const has = new Set(holders.get(name)?.map((plan) => plan.user));
    return users.filter(
      (user) =>
        user.isActive === isActive &&
        user.profile?.license === 'Salesforce' &&
        user.profile.administrator !== true &&
        !has.has(user),
    );
  };
  const set = (name: string) => {
    const seed = options.sets.sets.find((candidate) => candidate.name === name);
    if (!seed) throw new Error(`data/org/permission-sets.json has no ${name}.`);
    return { kind: 'set' as const, name, label: seed.label, license: null };
  };
  const { random, now } = options;
  const recent = (name: string) => free(name, false).filter((user) => now - (user.deactivatedAt ?? 0) < 170 * DAY);
  return [
    ...random
      .sample(free('Data_Stewardship', true), 3)
      .map((user) => assignment(user, set('Data_Stewardship'), false, options)),
    ...random
      .sample(recent('Data_Stewardship'), 2)
      .map((user) => assignment(user, set('Data_Stewardship'), true, options)),
    ...random
      .sample(recent('User_Administration'), 1)
      .map((user) => assignment(user, set('User_Administration'), false, options)),
    ...random.sample(free('Custom_Notifications', true), 3).map((user) => ({
      ...assignment(user, set('Custom_Notifications'), false, options),
      expiresAt: now + random.integer(5, 60) * DAY,
    })),
    ...random.sample(free('Custom_Notifications', false), 3).map((user) => ({
      ...assignment(user, set('Custom_Notifications'), false, options),
      expiresAt: now - random.integer(5, 60) * DAY,
    })),
  ];
}

/** Enough of the live assignments go through a group to meet the share of a real org. */
function planGroups(
  users: readonly PlannedUser[],
  plans: readonly PlannedAssignment[],
  options: AccessPlanOptions,
): PlannedAssignment[] {
  const { random, sets, groupShare: share } = options;
  // Every user has one more assignment: the set of the profile.
  const direct = plans.filter((plan) => plan.lostAt === null).length + users.length;
  const count = Math.round((direct * share) / (1 - share));
  const candidates = users.filter((user) => user.profile?.license === 'Salesforce');
  const first = random.sample(candidates, count);
  const second = count > first.length ? random.sample(candidates, count - first.length) : [];
  const held = new Map<PlannedUser, SetGroupSeed>();
  return [...first, ...second].map((user) => {
    const others = sets.groups.filter((candidate) => candidate !== held.get(user));
    const group = random.pickWeighted(others, (candidate) => candidate.weight);
    held.set(user, group);
    const isLost = lossOf(user, random) === 'all';
    return assignment(user, { kind: 'group', name: group.name, label: group.label, license: null }, isLost, options);
  });
}

function assignment(
  user: PlannedUser,
  what: Pick<PlannedAssignment, 'kind' | 'name' | 'label' | 'license'>,
  isLost: boolean,
  { random, now }: AccessPlanOptions,
): PlannedAssignment {
  const until = user.deactivatedAt ?? now;
  const assignedAt = user.createdAt + Math.floor(random.next() * (until - user.createdAt - HOUR));
  const lostAt =
    isLost && user.deactivatedAt !== null ? user.deactivatedAt + Math.floor((0.02 + random.next() * 3) * HOUR) : null;
  return { user, ...what, assignedAt, expiresAt: null, lostAt };
}
