/**
 * Which system permission opens which setup object, and which opens Chatter groups. They carry no object permissions in
 * permission sets: access comes from system permissions alone. A right is held by who has any of the permissions listed.
 *
 * Sources: Object Reference, "Special Access Rules" of each object; where it conflicts with Help, the narrower reading
 * stands here (UserLogin: the Object Reference wants Manage Users, Help is content with Freeze Users). Members, managers and
 * owners of Chatter groups may do more by their role, which is left out: in user mode they need the permission.
 */
export interface SetupObjectRights {
  readonly read: readonly string[] | 'anyone';
  readonly create: readonly string[];
  readonly edit: readonly string[];
  readonly delete: readonly string[];
}

const NOBODY: readonly string[] = [];
const ASSIGNERS = ['AssignPermissionSets', 'ManageUsers'];
const ASSIGNMENT_READERS = ['ViewSetup', 'AssignPermissionSets', 'ManageUsers'];
const USER_EDITORS = ['ManageUsers', 'ManageInternalUsers'];
const SET_EDITORS = ['ManageProfilesPermissionsets'];

function readOnly(read: SetupObjectRights['read']): SetupObjectRights {
  return { read, create: NOBODY, edit: NOBODY, delete: NOBODY };
}

function managed(read: SetupObjectRights['read'], editors: readonly string[]): SetupObjectRights {
  return { read, create: editors, edit: editors, delete: editors };
}

const RIGHTS: Readonly<Record<string, SetupObjectRights>> = {
  User: { read: 'anyone', create: USER_EDITORS, edit: USER_EDITORS, delete: NOBODY },
  UserLogin: { read: ['ManageUsers'], create: NOBODY, edit: ['ManageUsers'], delete: NOBODY },
  UserLicense: readOnly(['ViewSetup']),
  UserRole: managed(['ViewRoles', 'ViewSetup', 'ManageRoles'], ['ManageRoles']),
  Profile: readOnly('anyone'),
  PermissionSet: managed(ASSIGNMENT_READERS, SET_EDITORS),
  PermissionSetGroup: managed(ASSIGNMENT_READERS, SET_EDITORS),
  PermissionSetGroupComponent: managed(ASSIGNMENT_READERS, SET_EDITORS),
  MutingPermissionSet: managed(['ViewSetup'], SET_EDITORS),
  PermissionSetAssignment: managed(ASSIGNMENT_READERS, ASSIGNERS),
  PermissionSetLicense: readOnly(['ViewSetup']),
  PermissionSetLicenseAssign: { read: ASSIGNMENT_READERS, create: ASSIGNERS, edit: NOBODY, delete: ASSIGNERS },
  PermissionSetTabSetting: managed(['ViewSetup'], SET_EDITORS),
  ObjectPermissions: managed(['ViewSetup'], SET_EDITORS),
  FieldPermissions: managed(['ViewSetup'], SET_EDITORS),
  SetupEntityAccess: managed(['ViewSetup'], SET_EDITORS),
  CustomPermission: readOnly(['ViewSetup', 'CustomizeApplication']),
  PackageLicense: readOnly(['ViewSetup', 'ManageUsers']),
  UserPackageLicense: {
    read: ['ViewSetup', 'ManageUsers'],
    create: ['ManageUsers'],
    edit: NOBODY,
    delete: ['ManageUsers'],
  },
  Group: managed('anyone', ['ManageUsers']),
  GroupMember: { read: 'anyone', create: ['ManageUsers'], edit: NOBODY, delete: ['ManageUsers'] },
  CollaborationGroup: managed(['ViewAllData', 'ModifyAllData'], ['ModifyAllData']),
  CollaborationGroupMember: managed(['ViewAllData', 'ModifyAllData'], ['ModifyAllData']),
  QueueSobject: managed('anyone', ['ManageUsers']),
  SetupAuditTrail: readOnly(['ViewSetup']),
  LoginHistory: readOnly(['ManageUsers', 'MonitorLoginHistory']),
  VerificationHistory: readOnly(['ManageUsers', 'MonitorLoginHistory']),
  ActiveFeatureLicenseMetric: readOnly(['ViewSetup']),
  ActivePermSetLicenseMetric: readOnly(['ViewSetup']),
  ActiveProfileMetric: readOnly(['ViewSetup']),
  TenantUsageEntitlement: readOnly(['ViewSetup']),
  UserPermissionAccess: readOnly('anyone'),
  Organization: { read: 'anyone', create: NOBODY, edit: ['CustomizeApplication'], delete: NOBODY },
  ApexClass: readOnly(['AuthorApex', 'ViewSetup']),
  ApexTestResult: readOnly(['AuthorApex', 'ViewSetup']),
  AsyncApexJob: readOnly(['AuthorApex', 'ViewSetup']),
  CronTrigger: readOnly(['ViewSetup']),
  CronJobDetail: readOnly(['ViewSetup']),
  AuthSession: { read: ['ManageUsers'], create: NOBODY, edit: NOBODY, delete: ['ManageUsers'] },
  UserProvisioningRequest: managed(['ManageUsers'], ['ManageUsers']),
};

const BY_LOWER_NAME = new Map(Object.entries(RIGHTS).map(([name, rights]) => [name.toLowerCase(), rights]));

/** The rights of a setup object, undefined for an object that object permissions govern. */
export function setupObjectRights(object: string): SetupObjectRights | undefined {
  return BY_LOWER_NAME.get(object.toLowerCase());
}
