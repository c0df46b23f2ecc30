import type { PseudoRandom } from '../PseudoRandom.ts';
import { DAY, HOUR } from '../SeedTarget.ts';
import type { LicensesSeed, PersonaSeed, ProfileSeed } from '../seedData.ts';
import type { PlannedUser } from './PlannedUser.ts';

export interface UserPlanOptions {
  readonly random: PseudoRandom;
  readonly now: number;
  readonly scale: number;
  readonly licenses: LicensesSeed;
  readonly profiles: readonly ProfileSeed[];
  readonly personas: readonly PersonaSeed[];
}

/** Profiles that some users have besides the drawn ones: name, how many active, how many inactive. */
const FIXED_PROFILES: readonly (readonly [string, number, number])[] = [
  ['System Administrator', 2, 1],
  ['Northlake Data Integration', 2, 1],
];

/** How long Salesforce keeps the audit trail. */
export const AUDIT_TRAIL_DAYS = 180;

/** Which users there are and what became of them; names come later. Personas stand first. */
export function planUsers(options: UserPlanOptions): PlannedUser[] {
  const users: PlannedUser[] = [];
  for (const [license, { users: total, active }] of Object.entries(options.licenses.userLicenses)) {
    const profiles = options.profiles.filter((profile) => profile.license === license);
    const fixed = license === 'Salesforce' ? fixedProfiles(options) : { active: [], inactive: [] };
    const activeCount = Math.round(active * options.scale);
    const inactiveCount = Math.round(total * options.scale) - activeCount;
    for (const isActive of [true, false]) {
      const given = isActive ? fixed.active : fixed.inactive;
      const count = isActive ? activeCount : inactiveCount;
      for (let index = 0; index < count; index++) {
        const profile = given[index]?.profile ?? options.random.pickWeighted(profiles, (candidate) => candidate.share);
        users.push(planUser(profile, isActive, given[index]?.persona ?? null, options));
      }
    }
  }
  return [...users.filter((user) => user.persona !== null), ...users.filter((user) => user.persona === null)];
}

interface GivenProfile {
  readonly profile: ProfileSeed;
  readonly persona: string | null;
}

function fixedProfiles({ profiles, personas }: UserPlanOptions): { active: GivenProfile[]; inactive: GivenProfile[] } {
  const named = (name: string): ProfileSeed => {
    const profile = profiles.find((candidate) => candidate.name === name);
    if (!profile) throw new Error(`data/org/profiles.json has no ${name}.`);
    return profile;
  };
  const active: GivenProfile[] = personas.map((persona) => ({ profile: named(persona.profile), persona: persona.key }));
  const inactive: GivenProfile[] = [];
  for (const [name, activeCount, inactiveCount] of FIXED_PROFILES) {
    for (let index = 0; index < activeCount; index++) active.push({ profile: named(name), persona: null });
    for (let index = 0; index < inactiveCount; index++) inactive.push({ profile: named(name), persona: null });
  }
  return { active, inactive };
}

function planUser(
  profile: ProfileSeed,
  isActive: boolean,
  persona: string | null,
  { random, now }: UserPlanOptions,
): PlannedUser {
  const userType = profile.userType ?? 'Standard';
  const deactivatedAt = isActive ? null : now - deactivatedAgo(random);
  const oldest = 4 * 365 * DAY;
  const latestCreation = (deactivatedAt ?? now) - 20 * DAY;
  const createdAt = persona ? now - oldest : latestCreation - Math.floor(random.next() * oldest);
  const isPortal = userType.startsWith('Power') || userType === 'CspLitePortal';
  return {
    profile,
    userType,
    isActive,
    firstName: null,
    lastName: '',
    username: '',
    email: '',
    alias: '',
    nickname: '',
    title: null,
    role: null,
    createdAt,
    deactivatedAt,
    lastModifiedAt: lastChange(random, now, createdAt, deactivatedAt),
    lastLoginAt: null,
    isPortalDisabled: isPortal && !isActive && random.chance(0.07),
    isFrozen: persona === null && profile.administrator !== true && random.chance(isActive ? 0.02 : 0.12),
    isPasswordLocked: persona === null && profile.administrator !== true && random.chance(isActive ? 0.01 : 0.04),
    persona,
    id: '',
  };
}

/** Six in ten deactivations lie within the audit trail; the others are older than what it keeps. */
function deactivatedAgo(random: PseudoRandom): number {
  const recent = random.chance(0.6);
  const days = recent ? random.next() * (AUDIT_TRAIL_DAYS - 3) + 1 : AUDIT_TRAIL_DAYS + 2 + random.next() * 700;
  return Math.floor(days * DAY);
}

/** Automation touches some inactive users later, so that the last change is not the deactivation. */
function lastChange(random: PseudoRandom, now: number, createdAt: number, deactivatedAt: number | null): number {
  if (deactivatedAt === null) return createdAt + Math.floor(random.next() * (now - createdAt - HOUR));
  if (random.chance(0.8)) return deactivatedAt;
  return deactivatedAt + Math.floor(random.next() * (now - deactivatedAt - HOUR));
}
