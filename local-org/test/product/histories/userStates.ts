import type { Row } from './ProductOrg.ts';

/** Everything about a user that a restore may give back and an undo may take: a line each, sorted. */
export type UserState = readonly string[];

const FIELDS = [
  'IsActive',
  'ProfileId',
  'UserRoleId',
  'ManagerId',
  'DelegatedApproverId',
  'FederationIdentifier',
  'UserPermissionsMarketingUser',
  'UserPermissionsSFContentUser',
] as const;

/** Reads the states of users as an administrator sees them, not as the product does. */
export function readUserStates(
  org: { query(soql: string): Row[] },
  userIds: readonly string[],
): Map<string, UserState> {
  const states = new Map<string, string[]>(userIds.map((id) => [id, []]));
  const ids = userIds.map((id) => `'${id}'`).join(',');
  const add = (userId: unknown, line: string): void => void states.get(String(userId))?.push(line);
  for (const user of org.query(`SELECT Id, ${FIELDS.join(', ')} FROM User WHERE Id IN (${ids})`)) {
    for (const field of FIELDS) add(user.Id, `${field} ${textOf(user[field])}`);
  }
  for (const row of org.query(`SELECT UserId, IsFrozen FROM UserLogin WHERE UserId IN (${ids})`)) {
    add(row.UserId, `frozen ${textOf(row.IsFrozen)}`);
  }
  for (const row of org.query(
    `SELECT AssigneeId, PermissionSetId, PermissionSetGroupId, ExpirationDate FROM PermissionSetAssignment WHERE AssigneeId IN (${ids}) AND PermissionSet.IsOwnedByProfile = false`,
  )) {
    add(row.AssigneeId, assignmentOf(row));
  }
  for (const row of org.query(
    `SELECT AssigneeId, PermissionSetLicenseId FROM PermissionSetLicenseAssign WHERE AssigneeId IN (${ids})`,
  )) {
    add(row.AssigneeId, `permissionSetLicense ${textOf(row.PermissionSetLicenseId)}`);
  }
  for (const row of org.query(`SELECT UserOrGroupId, GroupId FROM GroupMember WHERE UserOrGroupId IN (${ids})`)) {
    add(row.UserOrGroupId, `group ${textOf(row.GroupId)}`);
  }
  for (const row of org.query(
    `SELECT MemberId, CollaborationGroupId, CollaborationRole FROM CollaborationGroupMember WHERE MemberId IN (${ids})`,
  )) {
    add(row.MemberId, `chatterGroup ${textOf(row.CollaborationGroupId)} as ${textOf(row.CollaborationRole)}`);
  }
  for (const row of org.query(`SELECT UserId, PackageLicenseId FROM UserPackageLicense WHERE UserId IN (${ids})`)) {
    add(row.UserId, `packageLicense ${textOf(row.PackageLicenseId)}`);
  }
  return new Map([...states].map(([userId, lines]) => [userId, lines.toSorted()]));
}

function assignmentOf(row: Row): string {
  const end = row.ExpirationDate === null ? '' : ` until ${textOf(row.ExpirationDate)}`;
  return row.PermissionSetGroupId === null
    ? `permissionSet ${textOf(row.PermissionSetId)}${end}`
    : `permissionSetGroup ${textOf(row.PermissionSetGroupId)}${end}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
