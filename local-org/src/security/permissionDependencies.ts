/**
 * System permissions that a deployment refuses without their companions in the same permission set.
 * Source: deployment errors of the form "Permission ManageUsers depends on permission(s): …" seen in public projects.
 * ManageUsers and ResetPasswords were seen like that; the others are believed and stand here because refusing is the safer
 * mistake. The list is not complete: Salesforce knows more dependencies than are written down anywhere.
 */
export const PERMISSION_DEPENDENCIES: Readonly<Record<string, readonly string[]>> = {
  ManageUsers: [
    'AssignPermissionSets',
    'DelegatedTwoFactor',
    'FreezeUsers',
    'ManageInternalUsers',
    'ManageIpAddresses',
    'ManageLoginAccessPolicies',
    'ManagePasswordPolicies',
    'ManageProfilesPermissionsets',
    'ManageRoles',
    'ManageSharing',
    'MonitorLoginHistory',
    'ViewAllUsers',
  ],
  ResetPasswords: ['ViewRoles', 'ViewSetup'],
  AssignPermissionSets: ['ViewRoles', 'ViewSetup'],
  ManageInternalUsers: ['ViewRoles', 'ViewSetup'],
  ManageRoles: ['ViewRoles', 'ViewSetup'],
  ModifyAllData: ['ViewAllData'],
};

/** The companions that a set of permissions lacks, one sentence each, in Salesforce's words. */
export function missingDependencies(permissions: ReadonlySet<string>): string[] {
  return Object.entries(PERMISSION_DEPENDENCIES).flatMap(([permission, needed]) => {
    if (!permissions.has(permission)) return [];
    const missing = needed.filter((name) => !permissions.has(name));
    return missing.length === 0 ? [] : [`Permission ${permission} depends on permission(s): ${missing.join(', ')}`];
  });
}
