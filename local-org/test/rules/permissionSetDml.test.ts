import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GroupCalculation } from '../../src/security/GroupCalculation.ts';
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

function groupOf(org: RulesOrg, ...parts: readonly string[]): string {
  const group = org.insert('PermissionSetGroup', { DeveloperName: 'G', MasterLabel: 'G' });
  for (const PermissionSetId of parts)
    org.insert('PermissionSetGroupComponent', { PermissionSetGroupId: group, PermissionSetId });
  org.org.groupCalculation.run();
  return group;
}

/** The Status of a group, and whether its hidden permission set carries View Setup. */
function stateOf(org: RulesOrg, group: string): unknown[] {
  const [hidden] = org.store.findRows('PermissionSet', { PermissionSetGroupId: group });
  return [org.store.getRow('PermissionSetGroup', group)?.Status, hidden?.PermissionsViewSetup];
}

test('a group that is out of date grants nothing and cannot be assigned until it is calculated', () => {
  const org = new RulesOrg();
  const set = org.permissionSet('Viewers', { PermissionsViewSetup: true });
  const user = org.user();
  const group = org.insert('PermissionSetGroup', { DeveloperName: 'G', MasterLabel: 'G' });
  org.insert('PermissionSetGroupComponent', { PermissionSetGroupId: group, PermissionSetId: set });
  const assignment = { AssigneeId: user, PermissionSetGroupId: group };
  assert.deepEqual(errorsOf(org.dml('insert', 'PermissionSetAssignment', [assignment])), [
    'INVALID_CROSS_REFERENCE_KEY: You can only assign users to permission set groups that have the "Updated" status.',
  ]);
  assert.equal(org.org.groupCalculation.hasPending, true);

  org.org.groupCalculation.run();
  org.insert('PermissionSetAssignment', assignment);
  assert.equal(org.rules.access.hasSystemPermission(user, 'ViewSetup'), true);
  assert.equal(org.org.groupCalculation.hasPending, false);

  org.update('PermissionSet', { Id: set, PermissionsViewSetup: false });
  assert.equal(org.rules.access.hasSystemPermission(user, 'ViewSetup'), false);
});

test('the hidden set of a group lags behind its members: what they gain and lose, who comes and goes, what is muted', () => {
  const org = new RulesOrg();
  const set = org.permissionSet('Viewers');
  const group = groupOf(org, set);
  assert.deepEqual(stateOf(org, group), ['Updated', false]);

  org.update('PermissionSet', { Id: set, PermissionsViewSetup: true });
  assert.deepEqual(stateOf(org, group), ['Outdated', false], 'Salesforce calculates in the background');
  org.org.groupCalculation.run();
  assert.deepEqual(stateOf(org, group), ['Updated', true]);

  const muting = org.store.insertRow('MutingPermissionSet', { DeveloperName: 'M', PermissionsViewSetup: true });
  org.store.insertRow('PermissionSetGroupComponent', { PermissionSetGroupId: group, PermissionSetId: muting });
  org.update('PermissionSet', { Id: set, PermissionsViewPublicReports: true });
  assert.deepEqual(stateOf(org, group), ['Outdated', true]);
  org.org.groupCalculation.run();
  assert.deepEqual(stateOf(org, group), ['Updated', false], 'it is muted');

  const [part] = org.store.findRows('PermissionSetGroupComponent', { PermissionSetId: muting });
  org.dml('delete', 'PermissionSetGroupComponent', [{ Id: String(part?.Id) }]);
  org.org.groupCalculation.run();
  assert.deepEqual(stateOf(org, group), ['Updated', true], 'and no longer');
});

test('a group is out of date when what a member grants changes, and not when its label does', () => {
  const org = new RulesOrg();
  const set = org.permissionSet('Viewers');
  const group = groupOf(org, set);

  org.update('PermissionSet', { Id: set, Label: 'Lookers' });
  assert.deepEqual(stateOf(org, group), ['Updated', false]);
  org.insert('ObjectPermissions', { ParentId: set, SobjectType: 'Account', PermissionsRead: true });
  assert.deepEqual(stateOf(org, group), ['Outdated', false]);
});

test('a change that is rolled back leaves its group as it was', () => {
  const org = new RulesOrg();
  const set = org.permissionSet('Viewers');
  const group = groupOf(org, set);
  assert.throws(() =>
    org.transaction(() => {
      org.dmlInside('update', 'PermissionSet', [{ Id: set, PermissionsViewSetup: true }]);
      throw new Error('stop');
    }),
  );
  assert.deepEqual(stateOf(org, group), ['Updated', false]);
  assert.equal(org.org.groupCalculation.hasPending, false);
});

test('a group that waits to be calculated is remembered by the file, and one that is gone is left out', () => {
  const org = new RulesOrg();
  const set = org.permissionSet('Viewers');
  const group = groupOf(org, set);
  org.update('PermissionSet', { Id: set, PermissionsViewSetup: true });

  const afterRestart = new GroupCalculation(org.store, org.schema);
  assert.equal(afterRestart.hasPending, true);
  afterRestart.run();
  assert.deepEqual(stateOf(org, group), ['Updated', true]);

  org.update('PermissionSet', { Id: set, PermissionsViewSetup: false });
  org.store.deleteRow('PermissionSetGroup', group);
  org.org.groupCalculation.run();
  assert.equal(org.org.groupCalculation.hasPending, false);
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
