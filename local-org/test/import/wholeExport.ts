import { createSchema } from '../../src/schema/createSchema.ts';

type Row = Readonly<Record<string, string>>;

export const ANN = '005000000000001AAA';
const BOB = '005000000000002AAA';
const AGENT = '00e000000000001AAA';
const LICENSE = '100000000000001AAA';
const QUOTES = '0PS000000000001';
const BUNDLE = '0PG000000000001';

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** Every field of an object whose name starts so, as it reads where it is off. */
function off(object: string, prefix: string): Row {
  const fields = [...(createSchema().object(object)?.fields.values() ?? [])];
  return Object.fromEntries(fields.filter(({ name }) => name.startsWith(prefix)).map(({ name }) => [name, 'false']));
}

const removed = (what: string): string => `${what}: unassigned from user Ann (UserID: [${ANN.slice(0, 15)}])`;

/**
 * All that an admin can get out of an org, by object: Ann is inactive and gets a set and a group back, Bob is active. Nothing
 * of it is left open.
 */
export function wholeExport(): Record<string, Row[]> {
  const flags = off('User', 'UserPermissions');
  const user = { ...flags, IsPortalEnabled: 'false', ProfileId: AGENT, UserType: 'Standard', UserRoleId: '' };
  const people = {
    ManagerId: '',
    DelegatedApproverId: '',
    FederationIdentifier: '',
    LastLoginDate: '',
    LastModifiedDate: ago(60),
  };
  const permissions = off('PermissionSet', 'Permissions');
  const trail = { CreatedById: BOB, Section: 'Manage Users' };
  return {
    Organization: [{ Id: '00D000000000001', Name: 'Whole' }],
    UserLicense: [{ Id: LICENSE, Name: 'Salesforce', Status: 'Active', TotalLicenses: '5', UsedLicenses: '1' }],
    Profile: [
      {
        ...off('Profile', 'Permissions'),
        Id: AGENT,
        Name: 'Agent',
        UserType: 'Standard',
        UserLicenseId: LICENSE,
        IsSsoEnabled: 'false',
      },
    ],
    UserRole: [{ Id: '00E000000000001', Name: 'Sales' }],
    User: [
      {
        ...user,
        ...people,
        Id: ANN,
        Username: 'ann@example.com',
        LastName: 'Ann',
        IsActive: 'false',
        Email: 'a@b.co',
        Alias: 'a',
      },
      {
        ...user,
        ...people,
        Id: BOB,
        Username: 'bob@example.com',
        LastName: 'Bob',
        IsActive: 'true',
        Email: 'b@b.co',
        Alias: 'b',
      },
    ],
    PermissionSet: [
      {
        ...permissions,
        Id: QUOTES,
        Name: 'Quotes',
        Label: 'Quotes',
        Type: 'Regular',
        IsOwnedByProfile: 'false',
        ProfileId: '',
        LicenseId: '',
        PermissionSetGroupId: '',
        HasActivationRequired: 'false',
      },
    ],
    PermissionSetGroup: [
      { Id: BUNDLE, DeveloperName: 'Bundle', MasterLabel: 'Bundle', Status: 'Updated', HasActivationRequired: 'false' },
    ],
    PermissionSetGroupComponent: [{ Id: '0PM000000000001', PermissionSetGroupId: BUNDLE, PermissionSetId: QUOTES }],
    PermissionSetAssignment: [
      {
        Id: '0Pa000000000001',
        AssigneeId: BOB,
        PermissionSetId: QUOTES,
        PermissionSetGroupId: '',
        ExpirationDate: '',
      },
    ],
    PermissionSetLicense: [
      {
        Id: '0PL000000000001',
        DeveloperName: 'Crm',
        MasterLabel: 'CRM',
        Status: 'Active',
        TotalLicenses: '3',
        UsedLicenses: '0',
      },
    ],
    PermissionSetLicenseAssign: [{ Id: '2LA000000000001', AssigneeId: BOB, PermissionSetLicenseId: '0PL000000000001' }],
    PackageLicense: [
      { Id: '050000000000001AAA', NamespacePrefix: 'acme', Status: 'Active', AllowedLicenses: '3', UsedLicenses: '1' },
    ],
    UserPackageLicense: [{ Id: '051000000000001AAA', UserId: BOB, PackageLicenseId: '050000000000001AAA' }],
    UserLogin: [
      { Id: '0Yw000000000001', UserId: ANN, IsFrozen: 'false', IsPasswordLocked: 'false' },
      { Id: '0Yw000000000002', UserId: BOB, IsFrozen: 'false', IsPasswordLocked: 'false' },
    ],
    Group: [{ Id: '00G000000000001', Name: 'Night shift', DeveloperName: 'Night_shift', Type: 'Regular' }],
    GroupMember: [{ Id: '011000000000001AAA', GroupId: '00G000000000001', UserOrGroupId: BOB }],
    SetupAuditTrail: [
      {
        ...trail,
        Id: '0Ym000000000001',
        Action: 'deactivateduser',
        Display: `Deactivated user Ann (UserID: [${ANN.slice(0, 15)}])`,
        CreatedDate: ago(60),
      },
      {
        ...trail,
        Id: '0Ym000000000002',
        Action: 'PermSetUnassign',
        Display: removed('Permission set Quotes'),
        CreatedDate: ago(59),
      },
      {
        ...trail,
        Id: '0Ym000000000003',
        Action: 'PermSetGroupUnassign',
        Display: removed('Permission set group Bundle'),
        CreatedDate: ago(59),
      },
    ],
    LoginHistory: [
      { Id: '0Ya000000000001', UserId: BOB, LoginTime: ago(600), LoginType: 'Application', Status: 'Success' },
    ],
  };
}

/** The files of an export, less what is named: a whole object, or one of its columns as Object.Field. */
export function filesWithout(...gaps: string[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [object, rows] of Object.entries(wholeExport())) {
    if (gaps.includes(object)) continue;
    const columns = Object.keys(rows[0] ?? {}).filter((field) => !gaps.some((gap) => isGap(gap, `${object}.${field}`)));
    const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
    files[`${object}.csv`] = [columns.join(','), ...lines, ''].join('\n');
  }
  return files;
}

/** `User.UserPermissions*` leaves out all flags. */
function isGap(gap: string, path: string): boolean {
  return gap.endsWith('*') ? path.startsWith(gap.slice(0, -1)) : path === gap;
}
