import assert from 'node:assert/strict';
import { test } from 'node:test';
import { types } from '../../src/platform/setup/index.ts';
import { userLocale, userTimeZone } from '../../src/values/userContext.ts';
import { RulesOrg } from './support/RulesOrg.ts';

function call(id: string, ...args: unknown[]): unknown {
  const implementation = types.map((type) => type.implementations.get(id)).find((found) => found !== undefined);
  assert.ok(implementation, id);
  return implementation(...args);
}

test('UserInfo tells of the running user', () => {
  const org = new RulesOrg();
  const id = org.user({
    FirstName: 'Ada',
    LastName: 'Lovelace',
    Username: 'ada@test.example',
    TimeZoneSidKey: 'Europe/Stockholm',
    LocaleSidKey: 'sv_SE',
  });
  org.transaction(
    () => {
      const info = (name: string) => call(`System.UserInfo#${name}()`);
      assert.equal(info('getUserId'), id);
      assert.equal(info('getName'), 'Ada Lovelace');
      assert.equal(info('getUserName'), 'ada@test.example');
      assert.equal(info('getProfileId'), org.profile('Standard User'));
      assert.equal(info('getOrganizationId'), org.seeded.organizationId);
      assert.equal(info('getUserType'), 'Standard');
      assert.equal(info('getUserRoleId'), null);
      assert.equal((info('getTimeZone') as { id: string }).id, 'Europe/Stockholm');
      assert.deepEqual([userTimeZone(), userLocale()], ['Europe/Stockholm', 'sv_SE']);
    },
    { userId: id },
  );
});

test('custom permissions come from assignments at that moment', () => {
  const org = new RulesOrg();
  const user = org.user();
  const permission = org.store.insertRow('CustomPermission', {
    DeveloperName: 'Restore_Users',
    MasterLabel: 'Restore',
  });
  const set = org.permissionSet('Restorers');
  org.store.insertRow('SetupEntityAccess', {
    ParentId: set,
    SetupEntityId: permission,
    SetupEntityType: 'CustomPermission',
  });
  const check = (name: string) => call('System.FeatureManagement#checkPermission(String)', name);

  org.transaction(
    () => {
      assert.equal(check('Restore_Users'), false);
      org.store.insertRow('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set });
      assert.equal(check('restore_users'), true);
      assert.equal(check('Unknown_Permission'), false);
    },
    { userId: user },
  );
  assert.equal(
    org.transaction(() => check('Restore_Users')),
    false,
    'an administrator has none by being one',
  );
});

test('UserPermissionAccess is one row about the running user', () => {
  const org = new RulesOrg();
  const user = org.user();
  const read = (userId: string) =>
    org.transaction(
      () =>
        org.store
          .findRows('UserPermissionAccess')
          .map((row) => [row.PermissionsManageUsers, row.PermissionsRunReports]),
      { userId },
    );
  assert.deepEqual(read(org.admin), [[true, true]]);
  assert.deepEqual(read(user), [[false, true]]);
});
