import type { ProfileSeed } from '../seedData.ts';

/** One user of the sample org before it is written. Times are milliseconds since 1970, UTC. */
export interface PlannedUser {
  /** Null for users of the platform, which have no profile. */
  readonly profile: ProfileSeed | null;
  readonly userType: string;
  readonly isActive: boolean;
  firstName: string | null;
  lastName: string;
  username: string;
  email: string;
  alias: string;
  nickname: string;
  title: string | null;
  /** Name of a role. */
  role: string | null;
  readonly createdAt: number;
  /** Null for an active user. */
  readonly deactivatedAt: number | null;
  /** When anything about the user last changed; a deactivation is often, but not always, the last change. */
  readonly lastModifiedAt: number;
  lastLoginAt: number | null;
  /** A portal user whose portal access was disabled for good. */
  readonly isPortalDisabled: boolean;
  readonly isFrozen: boolean;
  readonly isPasswordLocked: boolean;
  /** Key of data/org/personas.json, null for everybody else. */
  readonly persona: string | null;
  /** Filled when the row is written. */
  id: string;
}

const PORTAL_TYPES = ['PowerPartner', 'CspLitePortal', 'PowerCustomerSuccess', 'CustomerSuccess'];

export function isPortalUser(user: PlannedUser): boolean {
  return PORTAL_TYPES.includes(user.userType);
}

/** A user of the company itself, with a license that permission sets are made for. */
export function isInternalUser(user: PlannedUser): boolean {
  return (
    user.profile !== null && ['Salesforce', 'Salesforce Platform', 'Force.com - Free'].includes(user.profile.license)
  );
}

export function fullName(user: Pick<PlannedUser, 'firstName' | 'lastName'>): string {
  return [user.firstName, user.lastName].filter((part) => part !== null).join(' ');
}
