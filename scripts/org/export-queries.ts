/** A documented query and how it is run. */
export interface ExportQuery {
  readonly object: string;
  readonly fields: readonly string[];
  /** What not every org has, and so is asked for only where describe names it; `UserPermissions*` for all that begin so. */
  readonly optional?: readonly string[];
  readonly where?: string;
  /** Many rows in a large org: Bulk API first. */
  readonly isLarge?: boolean;
}

/** Fields that name people: with --mask they are replaced. */
export const PERSONAL = [
  'FirstName',
  'LastName',
  'Name',
  'Username',
  'Email',
  'Alias',
  'CommunityNickname',
  'EmployeeNumber',
  'FederationIdentifier',
];

/** What the product calls high-risk unless its settings say otherwise: without them nothing could be called harmless. */
const RISKS =
  'PermissionsAssignPermissionSets PermissionsAuthorApex PermissionsCustomizeApplication PermissionsManageInternalUsers ' +
  'PermissionsManageProfilesPermissionsets PermissionsManageUsers PermissionsModifyAllData PermissionsModifyMetadata ' +
  'PermissionsResetPasswords PermissionsViewAllData';

const fields = (text: string): string[] => text.split(' ');

/** What "local-org import" takes, in the fields that every org has. */
export const EXPORT_QUERIES: readonly ExportQuery[] = [
  { object: 'Organization', fields: fields('Id Name OrganizationType IsSandbox') },
  {
    object: 'UserLicense',
    fields: fields('Id Name LicenseDefinitionKey MasterLabel Status TotalLicenses UsedLicenses'),
  },
  {
    object: 'Profile',
    fields: fields('Id Name UserType UserLicenseId'),
    optional: fields(`IsSsoEnabled ${RISKS}`),
  },
  { object: 'UserRole', fields: fields('Id Name DeveloperName ParentRoleId') },
  {
    object: 'User',
    fields: fields(
      'Id FirstName LastName Username Email Alias CommunityNickname IsActive UserType ProfileId UserRoleId ManagerId ' +
        'FederationIdentifier EmployeeNumber Title Department CompanyName Division LastLoginDate CreatedDate ' +
        'LastModifiedDate TimeZoneSidKey LocaleSidKey LanguageLocaleKey EmailEncodingKey',
    ),
    optional: fields('DelegatedApproverId IsPortalEnabled UserPermissions*'),
    isLarge: true,
  },
  {
    object: 'PermissionSet',
    fields: fields(
      'Id Name Label Type IsOwnedByProfile IsCustom ProfileId LicenseId PermissionSetGroupId HasActivationRequired',
    ),
    optional: fields(RISKS),
  },
  {
    object: 'PermissionSetGroup',
    fields: fields('Id DeveloperName MasterLabel Status'),
    optional: ['HasActivationRequired'],
  },
  { object: 'PermissionSetGroupComponent', fields: fields('Id PermissionSetGroupId PermissionSetId') },
  {
    object: 'PermissionSetAssignment',
    fields: fields('Id AssigneeId PermissionSetId PermissionSetGroupId ExpirationDate'),
    isLarge: true,
  },
  {
    object: 'PermissionSetLicense',
    fields: fields(
      'Id DeveloperName MasterLabel PermissionSetLicenseKey Status TotalLicenses UsedLicenses ExpirationDate',
    ),
  },
  { object: 'PermissionSetLicenseAssign', fields: fields('Id AssigneeId PermissionSetLicenseId'), isLarge: true },
  {
    object: 'PackageLicense',
    fields: fields('Id NamespacePrefix Status AllowedLicenses UsedLicenses ExpirationDate IsProvisioned'),
  },
  { object: 'UserPackageLicense', fields: fields('Id UserId PackageLicenseId'), isLarge: true },
  { object: 'UserLogin', fields: fields('Id UserId IsFrozen IsPasswordLocked') },
  { object: 'Group', fields: fields('Id Name DeveloperName Type'), where: "Type IN ('Regular', 'Queue')" },
  { object: 'GroupMember', fields: fields('Id GroupId UserOrGroupId'), where: "Group.Type IN ('Regular', 'Queue')" },
  { object: 'SetupAuditTrail', fields: fields('Id Action Section Display CreatedDate CreatedById') },
  {
    object: 'LoginHistory',
    fields: fields('Id UserId LoginTime LoginType Status'),
    where: 'LoginTime = LAST_N_DAYS:180',
  },
];

/** @param more fields beside those that every org has */
export function soqlOf({ object, fields: names, where }: ExportQuery, more: readonly string[] = []): string {
  return `SELECT ${[...names, ...more].join(', ')} FROM ${object}${where === undefined ? '' : ` WHERE ${where}`}`;
}
