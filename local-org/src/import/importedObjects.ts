/** The objects of an import, with the fields without which their rows would be worth nothing. */
export const IMPORTED_OBJECTS: Readonly<Record<string, readonly string[]>> = {
  Organization: ['Name'],
  UserLicense: ['Name'],
  Profile: ['Name'],
  UserRole: ['Name'],
  User: ['Username', 'LastName', 'IsActive'],
  PermissionSet: ['Name'],
  PermissionSetGroup: ['DeveloperName'],
  PermissionSetGroupComponent: ['PermissionSetGroupId', 'PermissionSetId'],
  PermissionSetAssignment: ['AssigneeId', 'PermissionSetId'],
  PermissionSetLicense: ['DeveloperName'],
  PermissionSetLicenseAssign: ['AssigneeId', 'PermissionSetLicenseId'],
  PackageLicense: ['NamespacePrefix'],
  UserPackageLicense: ['UserId', 'PackageLicenseId'],
  // Without it nobody could tell frozen logins from others.
  UserLogin: ['UserId', 'IsFrozen'],
  Group: ['Type'],
  GroupMember: ['GroupId', 'UserOrGroupId'],
  SetupAuditTrail: ['Action'],
  LoginHistory: ['UserId'],
};

const BY_LOWER_CASE = new Map(Object.keys(IMPORTED_OBJECTS).map((name) => [name.toLowerCase(), name]));

/** Its own spelling; null when such rows are not imported. */
export function importedObject(name: string): string | null {
  return BY_LOWER_CASE.get(name.toLowerCase()) ?? null;
}

/** `User.csv`, `user-2.json` and `User_part3.csv` hold users. */
export function objectOfFile(file: string): string | null {
  return importedObject(/^[A-Za-z]+/.exec(file)?.[0] ?? '');
}
