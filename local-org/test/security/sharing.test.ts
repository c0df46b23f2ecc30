import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RulesOrg } from '../rules/support/RulesOrg.ts';

/** Names of the accounts that sharing shows to a user. */
function accountsOf(org: RulesOrg, userId: string, purpose: 'visible' | 'editable' = 'visible'): string[] {
  const condition =
    purpose === 'visible'
      ? org.rules.access.visibleRowsSql(userId, 'Account', '"a"')
      : org.rules.access.editableRowsSql(userId, 'Account', '"a"');
  return org.store
    .rawQuery(`SELECT "Name" AS name FROM "Account" "a" WHERE ${condition ?? '1'} ORDER BY 1`)
    .map((row) => String(row.name));
}

test('owners, roles above and queue members see a private record', () => {
  const org = new RulesOrg();
  const top = org.store.insertRow('UserRole', { Name: 'Top' });
  const below = org.store.insertRow('UserRole', { Name: 'Below', ParentRoleId: top });
  const deepest = org.store.insertRow('UserRole', { Name: 'Deepest', ParentRoleId: below });
  const [boss, worker, peer] = [
    org.user({ UserRoleId: top }),
    org.user({ UserRoleId: deepest }),
    org.user({ UserRoleId: deepest }),
  ];
  const queue = org.store.insertRow('Group', { Name: 'Queue', Type: 'Queue' });
  const team = org.store.insertRow('Group', { Name: 'Team', Type: 'Regular' });
  org.store.insertRow('GroupMember', { GroupId: queue, UserOrGroupId: team });
  org.store.insertRow('GroupMember', { GroupId: team, UserOrGroupId: peer });
  org.store.insertRow('Account', { Name: 'worker', OwnerId: worker });
  org.store.insertRow('Account', { Name: 'boss', OwnerId: boss });
  org.store.insertRow('Account', { Name: 'queue', OwnerId: queue });

  assert.deepEqual(accountsOf(org, worker), ['worker']);
  assert.deepEqual(accountsOf(org, boss), ['boss', 'worker']);
  assert.deepEqual(accountsOf(org, peer), ['queue']);
  assert.deepEqual(accountsOf(org, org.admin), ['boss', 'queue', 'worker']);
});

test('View All Data shows every record and lets change none', () => {
  const org = new RulesOrg();
  const [viewer, owner] = [org.user(), org.user()];
  org.store.insertRow('Account', { Name: 'x', OwnerId: owner });
  const set = org.permissionSet('Viewers', { PermissionsViewAllData: true });
  org.store.insertRow('PermissionSetAssignment', { AssigneeId: viewer, PermissionSetId: set });
  assert.deepEqual(accountsOf(org, viewer), ['x']);
  assert.deepEqual(accountsOf(org, viewer, 'editable'), []);
});

test('users see each other unless users are private', () => {
  const org = new RulesOrg();
  const top = org.store.insertRow('UserRole', { Name: 'Top' });
  const below = org.store.insertRow('UserRole', { Name: 'Below', ParentRoleId: top });
  const [boss, worker] = [org.user({ UserRoleId: top }), org.user({ UserRoleId: below })];
  assert.equal(org.rules.access.visibleRowsSql(worker, 'User', '"u"'), null);

  org.rules.behavior.usersArePrivate = true;
  const seen = (userId: string) => {
    const condition = org.rules.access.visibleRowsSql(userId, 'User', '"u"');
    return org.store.rawQuery(`SELECT "Id" AS id FROM "User" "u" WHERE ${condition ?? '1'}`).map((row) => row.id);
  };
  assert.deepEqual(seen(worker), [worker]);
  assert.deepEqual(seen(boss).sort(), [boss, worker].sort());
  assert.ok(seen(org.admin).length > 2);
});

test('setup objects are not shared row by row', () => {
  const org = new RulesOrg();
  assert.equal(org.rules.access.visibleRowsSql(org.user(), 'PermissionSetAssignment', '"p"'), null);
});
