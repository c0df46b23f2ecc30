import type { Store } from '../../store/Store.ts';

/** What a user loses when the org is switched to "deactivation takes the access away" (OrgBehavior.accessSurvivesDeactivation). */
export function stripAccess(userId: string, store: Store): void {
  for (const assignment of store.findRows('PermissionSetAssignment', { AssigneeId: userId })) {
    const set = store.getRow('PermissionSet', String(assignment.PermissionSetId));
    if (set?.IsOwnedByProfile !== true) store.deleteRow('PermissionSetAssignment', String(assignment.Id));
  }
  for (const [object, field] of [
    ['PermissionSetLicenseAssign', 'AssigneeId'],
    ['UserPackageLicense', 'UserId'],
    ['GroupMember', 'UserOrGroupId'],
  ] as const) {
    for (const row of store.findRows(object, { [field]: userId })) store.deleteRow(object, String(row.Id));
  }
}

/** Members of Chatter groups leave them when they are deactivated, but for those that they own (OrgBehavior). */
export function leaveChatterGroups(userId: string, store: Store): void {
  if (!store.schema.object('CollaborationGroupMember')) return;
  store.rawRun(
    `DELETE FROM "CollaborationGroupMember" WHERE "MemberId" = ? AND NOT EXISTS
      (SELECT 1 FROM "CollaborationGroup" g WHERE g."Id" = "CollaborationGroupId" AND g."OwnerId" = ?)`,
    userId,
    userId,
  );
}
