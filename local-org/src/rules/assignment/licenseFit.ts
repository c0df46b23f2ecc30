import type { Store } from '../../store/Store.ts';
import { licenseOfProfile, rowExists, textOfRow, type UserFacts } from '../lookups.ts';
import type { RuleServices } from '../RuleServices.ts';
import type { SetFacts } from './AssignableSets.ts';

/**
 * Permissions over the org and its users, which only the full Salesforce license carries. Source: deployment and assignment
 * errors "The user license doesn't allow the permission: FreezeUsers" on smaller licenses; the list is the local org's.
 */
export const FULL_LICENSE_ONLY = [
  'AssignPermissionSets',
  'AuthorApex',
  'CustomizeApplication',
  'DelegatedTwoFactor',
  'FreezeUsers',
  'ManageInternalUsers',
  'ManageIpAddresses',
  'ManageLoginAccessPolicies',
  'ManagePasswordPolicies',
  'ManageProfilesPermissionsets',
  'ManageRoles',
  'ManageSharing',
  'ManageUsers',
  'ModifyAllData',
  'MonitorLoginHistory',
  'ResetPasswords',
  'ViewAllData',
  'ViewSetup',
];

export const FULL_LICENSE_KEY = 'SFDC';

/** How a set and a user fit: nothing to do, a permission set license to assign along, or the sentence that refuses. */
export type LicenseFit =
  | { readonly kind: 'fits' }
  | { readonly kind: 'needs'; readonly licenseId: string }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Judges whether a user may hold a permission set. A set with a permission set license brings the license along; a set with a
 * user license wants that very license; a set without one must not grant what the user's licenses do not allow.
 */
export function licenseFit(set: SetFacts, user: UserFacts, services: RuleServices): LicenseFit {
  const { store } = services;
  const userLicenseId = user.profileId ? licenseOfProfile(store, user.profileId) : null;
  if (set.licenseId && rowExists(store, 'PermissionSetLicense', set.licenseId)) {
    return holdsLicense(store, user.id, set.licenseId) ? { kind: 'fits' } : { kind: 'needs', licenseId: set.licenseId };
  }
  const refuse = (reason: string): LicenseFit => ({
    kind: 'refused',
    message: `Can't assign permission set ${set.label} to user ${user.name}. ${reason}`,
  });
  if (set.licenseId && set.licenseId !== userLicenseId)
    return refuse("The user license doesn't match the license of the permission set.");
  const forbidden = set.permissions.find((permission) => !isAllowed(permission, user, userLicenseId, services));
  return forbidden ? refuse(`The user license doesn't allow the permission: ${forbidden}`) : { kind: 'fits' };
}

function isAllowed(
  permission: string,
  user: UserFacts,
  userLicenseId: string | null,
  { store, sets }: RuleServices,
): boolean {
  if (FULL_LICENSE_ONLY.includes(permission))
    return textOfRow(store, 'UserLicense', userLicenseId, 'LicenseDefinitionKey') === FULL_LICENSE_KEY;
  const licensed = sets.licensesFor(permission);
  return licensed.length === 0 || licensed.some((licenseId) => holdsLicense(store, user.id, licenseId));
}

export function holdsLicense(store: Store, userId: string, licenseId: string): boolean {
  return (
    store.rawQuery(
      'SELECT 1 AS hit FROM "PermissionSetLicenseAssign" WHERE "AssigneeId" = ? AND "PermissionSetLicenseId" = ?',
      userId,
      licenseId,
    ).length > 0
  );
}
