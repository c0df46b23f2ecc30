import type { SeedTarget } from '../SeedTarget.ts';
import type { SeededSets } from './accessSets.ts';
import type { PlannedAssignment } from './planAccess.ts';

/** Writes the assignments that are still there, with the permission set licenses that came along. */
export function writeAccess(
  target: SeedTarget,
  plans: readonly PlannedAssignment[],
  sets: SeededSets,
  licenseIds: ReadonlyMap<string, string>,
): void {
  const licensed = new Set<string>();
  for (const plan of plans) {
    if (plan.lostAt !== null) continue;
    if (plan.license && !licensed.has(`${plan.user.id} ${plan.license}`)) {
      licensed.add(`${plan.user.id} ${plan.license}`);
      target.store.insertRow('PermissionSetLicenseAssign', {
        AssigneeId: plan.user.id,
        PermissionSetLicenseId: licenseIds.get(plan.license) ?? null,
        CreatedDate: plan.assignedAt,
        LastModifiedDate: plan.assignedAt,
        SystemModstamp: plan.assignedAt,
      });
    }
    const isGroup = plan.kind === 'group';
    target.store.insertRow('PermissionSetAssignment', {
      AssigneeId: plan.user.id,
      PermissionSetId: (isGroup ? sets.aggregateIds : sets.setIds).get(plan.name) ?? null,
      PermissionSetGroupId: isGroup ? (sets.groupIds.get(plan.name) ?? null) : null,
      ExpirationDate: plan.expiresAt,
      IsRevoked: false,
      SystemModstamp: plan.assignedAt,
    });
  }
}
