import { currentTransaction, hasCurrentTransaction } from '../../org/current.ts';
import type { RowValues } from '../../store/RowValues.ts';
import { licenseOfProfile } from '../lookups.ts';
import { textIn } from '../rowReading.ts';
import type { RuleServices } from '../RuleServices.ts';
import type { UserCheck } from './UserCheck.ts';

/**
 * An active user takes one seat of the license of the profile; moving to a profile of another license moves the seat. Rows get
 * seats in their order, so that only the surplus rows fail. Inside System.runAs of a test licenses are not counted
 * (Apex Reference, System.runAs).
 */
export const checkUserLicenseSeats: UserCheck = (rows, _context, services) => {
  if (hasCurrentTransaction() && currentTransaction().ignoresLicenseLimits) return;
  const remaining = new Map<string, number>();
  for (const row of rows) {
    const before = licenseTakenBy(row.old, services);
    const after = licenseTakenBy(row.new, services);
    if (before === after) continue;
    if (after !== null) {
      const seats =
        remaining.get(after) ?? services.licenses.remaining('UserLicense', after) - heldBack(after, services);
      if (seats <= 0) {
        row.addError('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded', []);
        continue;
      }
      remaining.set(after, seats - 1);
    }
    const freed = before === null ? undefined : remaining.get(before);
    if (before !== null && freed !== undefined && services.behavior.freedSeatsServeSameTransaction)
      remaining.set(before, freed + 1);
  }
};

/** A profile whose license nobody knows (loaded users): no seat is known to be free. */
const UNKNOWN_LICENSE = '';

function licenseTakenBy(user: Readonly<RowValues> | null, { store }: RuleServices): string | null {
  const profileId = textIn(user, 'ProfileId');
  if (user?.IsActive !== true || profileId === null) return null;
  return licenseOfProfile(store, profileId) ?? UNKNOWN_LICENSE;
}

function heldBack(licenseId: string, services: RuleServices): number {
  return services.behavior.freedSeatsServeSameTransaction ? 0 : services.freedSeats.held(licenseId);
}
