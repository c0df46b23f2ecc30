import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RulesOrg } from '../rules/support/RulesOrg.ts';

const DAY = 86_400_000;

test('a user has what the profile and live assignments give, and loses it when an assignment expires', () => {
  let now = Date.UTC(2026, 10, 21, 12);
  const org = new RulesOrg({ now: () => now });
  const { access } = org.rules;
  const user = org.user();
  assert.equal(access.hasSystemPermission(user, 'RunReports'), true, 'of the profile');
  assert.equal(access.hasSystemPermission(user, 'viewsetup'), false);

  const set = org.permissionSet('Viewers', { PermissionsViewSetup: true });
  org.store.insertRow('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set, ExpirationDate: now + DAY });
  assert.equal(access.hasSystemPermission(user, 'ViewSetup'), true);
  now += 2 * DAY;
  assert.equal(access.hasSystemPermission(user, 'ViewSetup'), false, 'expired');
});

test('revoked assignments and sets of a session give nothing', () => {
  const org = new RulesOrg();
  const user = org.user();
  const set = org.permissionSet('Viewers', { PermissionsViewSetup: true });
  const session = org.permissionSet('Session', { PermissionsViewRoles: true, HasActivationRequired: true });
  org.store.insertRow('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set, IsRevoked: true });
  org.store.insertRow('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: session });
  assert.equal(org.rules.access.hasSystemPermission(user, 'ViewSetup'), false);
  assert.equal(org.rules.access.hasSystemPermission(user, 'ViewRoles'), false);
});

test('a muting set takes away what its group gives, not what the user has elsewhere', () => {
  const org = new RulesOrg();
  const user = org.user();
  const set = org.permissionSet('Viewers', { PermissionsViewSetup: true, PermissionsRunReports: true });
  const muting = org.store.insertRow('MutingPermissionSet', {
    DeveloperName: 'M',
    MasterLabel: 'M',
    PermissionsViewSetup: true,
    PermissionsRunReports: true,
  });
  const group = org.store.insertRow('PermissionSetGroup', { DeveloperName: 'G', MasterLabel: 'G', Status: 'Updated' });
  for (const PermissionSetId of [set, muting])
    org.store.insertRow('PermissionSetGroupComponent', { PermissionSetGroupId: group, PermissionSetId });
  org.store.insertRow('PermissionSetAssignment', { AssigneeId: user, PermissionSetGroupId: group });

  assert.equal(org.rules.access.hasSystemPermission(user, 'ViewSetup'), false);
  assert.equal(org.rules.access.hasSystemPermission(user, 'RunReports'), true, 'still of the profile');
});

test('a rollback takes remembered access back', () => {
  const org = new RulesOrg();
  const user = org.user();
  const set = org.permissionSet('Viewers', { PermissionsViewSetup: true });
  const savepoint = org.store.savepoint();
  org.store.insertRow('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set });
  assert.equal(org.rules.access.hasSystemPermission(user, 'ViewSetup'), true);
  savepoint.rollback();
  savepoint.release();
  assert.equal(org.rules.access.hasSystemPermission(user, 'ViewSetup'), false);
});

test('setup objects follow system permissions', () => {
  const org = new RulesOrg();
  const { access } = org.rules;
  const user = org.user();
  assert.deepEqual([access.objectAccess(user, 'User').read, access.objectAccess(user, 'User').edit], [true, false]);
  assert.equal(access.objectAccess(user, 'SetupAuditTrail').read, false);
  assert.equal(access.objectAccess(user, 'UserLogin').read, false);
  assert.equal(access.objectAccess(org.admin, 'UserLogin').edit, true);
  assert.equal(access.objectAccess(org.admin, 'UserLogin').create, false);
  assert.equal(access.objectAccess(org.admin, 'User').delete, false);
  assert.equal(access.objectAccess(org.seeded.automatedProcessUserId, 'User').read, false, 'no profile, no rights');

  const lean = org.permissionSet('Lean', { PermissionsFreezeUsers: true, PermissionsAssignPermissionSets: true });
  org.store.insertRow('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: lean });
  assert.equal(access.objectAccess(user, 'PermissionSetAssignment').create, true);
  assert.equal(access.objectAccess(user, 'UserLogin').edit, false, 'the Object Reference wants Manage Users');
  org.rules.behavior.freezeUsersOpensUserLogin = true;
  assert.equal(access.objectAccess(user, 'UserLogin').edit, true);
});

test('object permissions, Modify All Data and View All Data open records', () => {
  const org = new RulesOrg();
  const { access } = org.rules;
  const user = org.user();
  assert.deepEqual(
    [access.objectAccess(user, 'Account').edit, access.objectAccess(user, 'Account').delete],
    [true, false],
  );
  assert.equal(access.objectAccess(org.admin, 'Opportunity').modifyAll, true);
  const set = org.permissionSet('Viewers', { PermissionsViewAllData: true });
  org.store.insertRow('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set });
  assert.deepEqual(access.objectAccess(user, 'Case').viewAll, true);
  assert.equal(access.objectAccess(user, 'Case').modifyAll, false);
  assert.equal(access.objectAccess(user, 'Nonsense').read, false);
});

test('Author Apex opens every class, an assignment one', () => {
  const org = new RulesOrg();
  const user = org.user();
  const one = org.store.insertRow('ApexClass', { Name: 'RestoreController' });
  org.store.insertRow('ApexClass', { Name: 'OtherController' });
  const set = org.permissionSet('Restorers');
  org.store.insertRow('SetupEntityAccess', { ParentId: set, SetupEntityId: one, SetupEntityType: 'ApexClass' });
  org.store.insertRow('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set });
  const can = (name: string, userId = user) => org.rules.access.canAccessClass(userId, name);
  assert.deepEqual(
    [
      can('restorecontroller'),
      can('RestoreController.Inner'),
      can('OtherController'),
      can('OtherController', org.admin),
    ],
    [true, true, false, true],
  );
});

test('number of failed logins is for who manages users', () => {
  const org = new RulesOrg();
  const read = (userId: string) => org.rules.access.fieldAccess(userId, 'User', 'NumberOfFailedLogins').read;
  assert.deepEqual([read(org.user()), read(org.admin)], [false, true]);
});
