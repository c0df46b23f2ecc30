import type { PseudoRandom } from '../PseudoRandom.ts';
import { DAY, HOUR, type SeedTarget } from '../SeedTarget.ts';
import { isPortalUser, type PlannedUser } from './PlannedUser.ts';

/** Login history reaches about half a year back. */
const HISTORY_DAYS = 180;

const BROWSERS = ['Chrome 141', 'Firefox 143', 'Edge 141', 'Safari 19'];
const PLATFORMS = ['Windows 11', 'Mac OSX', 'Linux', 'iPhone', 'Android 16'];
const FAILURES = ['Invalid Password', 'User lockout', 'Failed: Login IP Address not Authorized'];

/** Writes login history that agrees with LastLoginDate: the newest success is that very time. */
export function seedLogins(target: SeedTarget, users: readonly PlannedUser[], random: PseudoRandom): void {
  const now = target.clock.now();
  const oldest = now - HISTORY_DAYS * DAY;
  for (const user of users) {
    const last = user.lastLoginAt;
    if (last !== null && last > oldest) {
      writeLogin(target, user, last, 'Success', random);
      for (let count = random.integer(0, 2); count > 0; count--) {
        const at = last - Math.floor(random.next() * 20 * DAY);
        if (at > Math.max(oldest, user.createdAt)) writeLogin(target, user, at, 'Success', random);
      }
    }
    const failedAt = failureTime(user, now, random);
    if (failedAt !== null && failedAt > oldest) writeLogin(target, user, failedAt, failureStatus(user, random), random);
  }
}

/** Locked users failed; some inactive ones tried after they were switched off. */
function failureTime(user: PlannedUser, now: number, random: PseudoRandom): number | null {
  if (user.isPasswordLocked) return Math.min(now - HOUR, (user.lastLoginAt ?? user.createdAt) + 2 * HOUR);
  if (user.deactivatedAt !== null && random.chance(0.15)) {
    return user.deactivatedAt + Math.floor(random.next() * (now - user.deactivatedAt));
  }
  return null;
}

function failureStatus(user: PlannedUser, random: PseudoRandom): string {
  if (user.isPasswordLocked) return 'User lockout';
  return user.deactivatedAt !== null ? 'User is inactive' : random.pick(FAILURES);
}

function writeLogin(target: SeedTarget, user: PlannedUser, at: number, status: string, random: PseudoRandom): void {
  const isSso = user.profile?.sso === true;
  target.store.insertRow('LoginHistory', {
    UserId: user.id,
    LoginTime: at,
    LoginType: isSso ? 'SAML Sfdc Initiated SSO' : isPortalUser(user) ? 'Portal' : 'Application',
    Status: status,
    // Addresses of the documentation range (RFC 5737).
    SourceIp: `192.0.2.${random.integer(1, 254)}`,
    Browser: random.pick(BROWSERS),
    Platform: random.pick(PLATFORMS),
    Application: 'Browser',
    LoginUrl: 'northlake.my.salesforce.invalid',
    CountryIso: 'US',
    TlsProtocol: 'TLS 1.3',
  });
}
