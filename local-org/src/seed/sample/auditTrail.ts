import type { SetupChange } from '../../rules/auditTrail/SetupAuditLog.ts';
import {
  fieldChanged,
  passwordReset,
  permissionSetAssigned,
  permissionSetGroupAssigned,
  permissionSetLicenseAssigned,
  roleChanged,
  userActivated,
  userCreated,
  userDeactivated,
  userFrozen,
} from '../../rules/auditTrail/userChanges.ts';
import type { PseudoRandom } from '../PseudoRandom.ts';
import { DAY, HOUR, type SeedTarget } from '../SeedTarget.ts';
import type { RoleSeed, SharesSeed } from '../seedData.ts';
import type { PlannedAssignment } from './planAccess.ts';
import { fullName, isInternalUser, type PlannedUser } from './PlannedUser.ts';
import { AUDIT_TRAIL_DAYS } from './planUsers.ts';

export interface AuditTrailOptions {
  readonly random: PseudoRandom;
  readonly now: number;
  readonly shares: SharesSeed;
  readonly roles: readonly RoleSeed[];
  /** Who administers by hand. */
  readonly administrators: readonly PlannedUser[];
  /** Who deactivates and cleans up at night. */
  readonly automation: PlannedUser;
}

interface TrailEntry {
  readonly change: SetupChange;
  readonly at: number;
  readonly by: string;
}

/**
 * Writes the Setup Audit Trail of the last 180 days, consistent with the rows: deactivations, what was taken away after them,
 * freezes, and the everyday changes between which they stand.
 */
export function seedAuditTrail(
  target: SeedTarget,
  users: readonly PlannedUser[],
  access: readonly PlannedAssignment[],
  options: AuditTrailOptions,
): void {
  const lost = access.filter((plan) => plan.lostAt !== null);
  const entries = [
    ...deactivations(users, options),
    ...lost.flatMap((plan) => removal(plan, options)),
    ...access
      .filter((plan) => plan.kind === 'set' && plan.lostAt === null)
      .map((plan) => assignmentEntry(plan, options)),
    ...users
      .filter((user) => user.profile !== null)
      .map((user) => entry(userCreated(named(user)), user.createdAt, options)),
    ...everydayChanges(users, options),
  ];
  const oldest = options.now - AUDIT_TRAIL_DAYS * DAY;
  const kept = entries.filter(({ at }) => at > oldest && at <= options.now).sort((left, right) => left.at - right.at);
  for (const { change, at, by } of kept) {
    target.store.insertRow('SetupAuditTrail', {
      Action: change.action,
      Section: change.section ?? 'Manage Users',
      Display: change.display,
      CreatedDate: at,
      CreatedById: by,
    });
  }
}

function named(user: PlannedUser): { id: string; name: string; username: string } {
  return { id: user.id, name: fullName(user), username: user.username };
}

function entry(change: SetupChange, at: number, { random, administrators }: AuditTrailOptions): TrailEntry {
  return { change, at, by: random.pick(administrators).id };
}

/** A batch switches about half of them off, an administrator the others; some were frozen days before. */
function deactivations(users: readonly PlannedUser[], options: AuditTrailOptions): TrailEntry[] {
  const { random, shares, automation } = options;
  const inactive = users.filter((user) => user.deactivatedAt !== null);
  const byBatch = ((shares.deactivatedByBatch ?? 0) * users.length) / inactive.length;
  return inactive.flatMap((user) => {
    const at = user.deactivatedAt ?? 0;
    const change = userDeactivated(named(user));
    const entries = [random.chance(byBatch) ? { change, at, by: automation.id } : entry(change, at, options)];
    if (user.isFrozen) entries.push(entry(userFrozen(named(user), true), at - random.integer(2, 96) * HOUR, options));
    return entries;
  });
}

function removal(plan: PlannedAssignment, { automation }: AuditTrailOptions): TrailEntry[] {
  const user = named(plan.user);
  const at = plan.lostAt ?? 0;
  const change =
    plan.kind === 'group'
      ? permissionSetGroupAssigned(user, plan.label, false)
      : permissionSetAssigned(user, plan.label, { assigned: false, hasExpiration: plan.expiresAt !== null });
  const entries: TrailEntry[] = [{ change, at, by: automation.id }];
  if (plan.license)
    entries.push({ change: permissionSetLicenseAssigned(user, plan.license, false), at, by: automation.id });
  return entries;
}

function assignmentEntry(plan: PlannedAssignment, options: AuditTrailOptions): TrailEntry {
  const hasExpiration = plan.expiresAt !== null;
  return entry(
    permissionSetAssigned(named(plan.user), plan.label, { assigned: true, hasExpiration }),
    plan.assignedAt,
    options,
  );
}

function everydayChanges(users: readonly PlannedUser[], options: AuditTrailOptions): TrailEntry[] {
  const { random, now, roles } = options;
  const active = users.filter((user) => user.isActive && isInternalUser(user) && user.persona === null);
  const when = () => now - Math.floor(random.next() * AUDIT_TRAIL_DAYS * DAY);
  return random.sample(active, Math.round(active.length * 0.9)).map((user, index) => {
    const change = [
      () => passwordReset(named(user)),
      () => roleChanged(named(user), user.role === null ? null : random.pick(roles).name, user.role),
      () => fieldChanged(named(user), { action: 'changedemail', words: 'email' }, `old.${user.username}`, user.email),
      () => userActivated(named(user)),
      () => passwordReset(named(user)),
    ][index % 5];
    return entry((change ?? (() => passwordReset(named(user))))(), when(), options);
  });
}
