import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOf, errorsOf, RulesOrg } from './support/RulesOrg.ts';

test('a permission set made by DML is regular, has a unique name and comes with companions', () => {
  const org = new RulesOrg();
  const id = org.insert('PermissionSet', { Name: 'Readers', Label: 'Readers' });
  const row = org.store.getRow('PermissionSet', id);
  assert.deepEqual([row?.Type, row?.IsCustom, row?.IsOwnedByProfile], ['Regular', true, false]);

  assert.deepEqual(codesOf(org.dml('insert', 'PermissionSet', [{ Name: 'READERS', Label: 'Readers' }])), [
    'DUPLICATE_DEVELOPER_NAME',
  ]);
  assert.match(
    errorsOf(
      org.dml('insert', 'PermissionSet', [{ Name: 'Admins', Label: 'Admins', PermissionsManageUsers: true }]),
    )[0] ?? '',
    /^FIELD_INTEGRITY_EXCEPTION: Permission ManageUsers depends on permission\(s\): AssignPermissionSets, DelegatedTwoFactor/,
  );
});

test('what a set opens gets its type from the Id', () => {
  const org = new RulesOrg();
  const set = org.insert('PermissionSet', { Name: 'Readers', Label: 'Readers' });
  const permission = org.store.insertRow('CustomPermission', { DeveloperName: 'Restore', MasterLabel: 'Restore' });
  const id = org.insert('SetupEntityAccess', { ParentId: set, SetupEntityId: permission });
  assert.equal(org.store.getRow('SetupEntityAccess', id)?.SetupEntityType, 'CustomPermission');
  assert.deepEqual(codesOf(org.dml('insert', 'SetupEntityAccess', [{ ParentId: set, SetupEntityId: permission }])), [
    'DUPLICATE_VALUE',
  ]);
});

test('a group whose parts change grants nothing until it is calculated', () => {
  const org = new RulesOrg();
  const set = org.permissionSet('Viewers', { PermissionsViewSetup: true });
  const user = org.user();
  org.transaction(() => {
    const group =
      org.dmlInside('insert', 'PermissionSetGroup', [{ DeveloperName: 'G', MasterLabel: 'G' }])[0]?.id ?? '';
    org.dmlInside('insert', 'PermissionSetGroupComponent', [{ PermissionSetGroupId: group, PermissionSetId: set }]);
    org.dmlInside('insert', 'PermissionSetAssignment', [{ AssigneeId: user, PermissionSetGroupId: group }]);
    assert.equal(org.store.getRow('PermissionSetGroup', group)?.Status, 'Outdated');
    assert.equal(org.rules.access.hasSystemPermission(user, 'ViewSetup'), false);
  });
  assert.equal(org.rules.access.hasSystemPermission(user, 'ViewSetup'), true, 'calculated after the commit');
});

test('with the switch system mode asks for system permissions', () => {
  const org = new RulesOrg();
  const [user, ordinary] = [org.user(), org.user()];
  const activation = [{ Id: user, Title: 'Lead' }];
  assert.deepEqual(codesOf(org.dml('update', 'User', activation, { userId: ordinary })), [null]);
  org.rules.behavior.systemModeNeedsSystemPermissions = true;
  assert.deepEqual(codesOf(org.dml('update', 'User', [{ Id: user, Title: 'Chief' }], { userId: ordinary })), [
    'INSUFFICIENT_ACCESS_OR_READONLY',
  ]);
  assert.deepEqual(codesOf(org.dml('update', 'User', [{ Id: user, Title: 'Chief' }])), [null]);
});
