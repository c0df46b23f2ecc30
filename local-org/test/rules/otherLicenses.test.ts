import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOf, RulesOrg } from './support/RulesOrg.ts';

test('a permission set license takes a seat each and once per user', () => {
  const org = new RulesOrg();
  const license = org.permissionSetLicense('Field Service Mobile', 1);
  const [first, second] = [org.user(), org.user()];

  const results = org.dml(
    'insert',
    'PermissionSetLicenseAssign',
    [first, first, second].map((AssigneeId) => ({ AssigneeId, PermissionSetLicenseId: license })),
  );

  assert.deepEqual(codesOf(results), [null, 'DUPLICATE_VALUE', 'LICENSE_LIMIT_EXCEEDED']);
});

test('a permission set license that is not active cannot be assigned', () => {
  const org = new RulesOrg();
  const license = org.permissionSetLicense('Retired', 5, { Status: 'Disabled' });
  assert.deepEqual(
    codesOf(
      org.dml('insert', 'PermissionSetLicenseAssign', [{ AssigneeId: org.user(), PermissionSetLicenseId: license }]),
    ),
    ['FIELD_INTEGRITY_EXCEPTION'],
  );
});

test('a permission set license that an assigned set needs stays', () => {
  const org = new RulesOrg();
  const license = org.permissionSetLicense('Console', 5);
  const user = org.user();
  org.insert('PermissionSetAssignment', {
    AssigneeId: user,
    PermissionSetId: org.permissionSet('One', { LicenseId: license }),
  });
  const held = org.idOf('PermissionSetLicenseAssign', { AssigneeId: user });
  assert.deepEqual(codesOf(org.dml('delete', 'PermissionSetLicenseAssign', [{ Id: held }])), ['DELETE_FAILED']);
});

test('inactive users hold their permission set licenses, except those of CPQ', () => {
  const org = new RulesOrg();
  const [console, cpq] = [
    org.permissionSetLicense('Console', 5),
    org.permissionSetLicense('Salesforce CPQ License', 5),
  ];
  const user = org.user();
  for (const PermissionSetLicenseId of [console, cpq])
    org.insert('PermissionSetLicenseAssign', { AssigneeId: user, PermissionSetLicenseId });
  org.update('User', { Id: user, IsActive: false });

  const used = (id: string) => org.store.getRow('PermissionSetLicense', id)?.UsedLicenses;
  assert.deepEqual([used(console), used(cpq)], [1, 0]);
  org.rules.behavior.inactiveUsersHoldPermissionSetLicenses = false;
  assert.deepEqual([used(console), used(cpq)], [0, 0]);
});

test('package licenses: a seat each, none for the whole org, none when expired, none for portal users', () => {
  const org = new RulesOrg();
  const pack = (values: Record<string, string | number>) =>
    org.store.insertRow('PackageLicense', { NamespacePrefix: 'p', Status: 'Active', AllowedLicenses: 1, ...values });
  const [seated, site, expired] = [pack({}), pack({ AllowedLicenses: -1 }), pack({ Status: 'Expired' })];
  const [first, second] = [org.user(), org.user()];
  const chatter = org.user({ UserType: 'CsnOnly', ProfileId: org.profile('Chatter Free User') });

  const results = org.dml('insert', 'UserPackageLicense', [
    { UserId: first, PackageLicenseId: seated },
    { UserId: second, PackageLicenseId: seated },
    { UserId: first, PackageLicenseId: site },
    { UserId: first, PackageLicenseId: expired },
    { UserId: chatter, PackageLicenseId: expired },
  ]);

  assert.deepEqual(codesOf(results), [
    null,
    'LICENSE_LIMIT_EXCEEDED',
    'INVALID_PACKAGE_LICENSE',
    'LICENSE_LIMIT_EXCEEDED',
    'INVALID_CROSS_REFERENCE_KEY',
  ]);
  assert.equal(org.store.getRow('PackageLicense', seated)?.UsedLicenses, 1);
  const held = org.idOf('UserPackageLicense', { UserId: first });
  org.dml('delete', 'UserPackageLicense', [{ Id: held }]);
  assert.deepEqual(org.trail(), [
    ['granteduserpackagelicense', `Granted 1 User Package Licenses for User with ID: ${first.slice(0, 15)}`],
    ['removeduserpackagelicense', `Removed 1 User Package License for Package License with ID: ${seated.slice(0, 15)}`],
  ]);
});
