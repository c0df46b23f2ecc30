import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOf, RulesOrg } from './support/RulesOrg.ts';

test('a duplicate group member silently stands for the row that is there', () => {
  const org = new RulesOrg();
  const [group, user] = [org.insert('Group', { Name: 'Readers', Type: 'Regular' }), org.user()];
  const id = org.insert('GroupMember', { GroupId: group, UserOrGroupId: user });

  const [again] = org.dml('insert', 'GroupMember', [{ GroupId: group, UserOrGroupId: user }]);

  assert.deepEqual([again?.isSuccess, again?.id], [true, id]);
  assert.equal(org.store.findRows('GroupMember', {}).length, 1);
});

test('inactive users join groups only with the switch', () => {
  const org = new RulesOrg();
  const [group, away] = [org.insert('Group', { Name: 'Tier 1', Type: 'Queue' }), org.user({ IsActive: false })];
  assert.deepEqual(codesOf(org.dml('insert', 'GroupMember', [{ GroupId: group, UserOrGroupId: away }])), [
    'INACTIVE_OWNER_OR_USER',
  ]);
  org.rules.behavior.inactiveUsersMayJoinGroups = true;
  org.insert('GroupMember', { GroupId: group, UserOrGroupId: away });
});

test('groups of roles have no members of their own and are not made by hand', () => {
  const org = new RulesOrg();
  const roles = org.store.insertRow('Group', { Name: 'VP', DeveloperName: 'VP', Type: 'Role' });
  assert.deepEqual(codesOf(org.dml('insert', 'GroupMember', [{ GroupId: roles, UserOrGroupId: org.user() }])), [
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  ]);
  assert.deepEqual(codesOf(org.dml('insert', 'Group', [{ Name: 'X', Type: 'Organization' }])), [
    'INVALID_FIELD_FOR_INSERT_UPDATE',
  ]);
});

test('members cannot be updated, and joining and leaving is audited', () => {
  const org = new RulesOrg();
  const [queue, user] = [
    org.insert('Group', { Name: 'Tier 1', Type: 'Queue' }),
    org.user({ FirstName: 'Ada', LastName: 'Lovelace' }),
  ];
  const id = org.insert('GroupMember', { GroupId: queue, UserOrGroupId: user });
  assert.throws(() => org.dml('update', 'GroupMember', [{ Id: id }]), /not allowed on GroupMember/);
  org.dml('delete', 'GroupMember', [{ Id: id }]);
  assert.deepEqual(org.trail(), [
    ['queueMembership', 'Queue Tier 1: added Ada Lovelace'],
    ['queueMembership', 'Queue Tier 1: removed Ada Lovelace'],
  ]);
});

test('roles stay a tree, and a role in use stays', () => {
  const org = new RulesOrg();
  const top = org.insert('UserRole', { Name: 'Top', DeveloperName: 'Top' });
  const below = org.insert('UserRole', { Name: 'Below', DeveloperName: 'Below', ParentRoleId: top });
  assert.deepEqual(codesOf(org.dml('update', 'UserRole', [{ Id: top, ParentRoleId: below }])), ['CIRCULAR_DEPENDENCY']);
  assert.deepEqual(codesOf(org.dml('delete', 'UserRole', [{ Id: top }])), ['DELETE_FAILED']);
  org.user({ UserRoleId: below });
  assert.deepEqual(codesOf(org.dml('delete', 'UserRole', [{ Id: below }])), ['DELETE_FAILED']);
});

test('two rows of one statement make no circle of roles and no member twice', () => {
  const org = new RulesOrg();
  const role = (name: string): string => org.insert('UserRole', { Name: name, DeveloperName: name });
  const [left, right] = [role('Left'), role('Right')];
  const circle = [
    { Id: left, ParentRoleId: right },
    { Id: right, ParentRoleId: left },
  ];
  assert.deepEqual(codesOf(org.dml('update', 'UserRole', circle)), ['CIRCULAR_DEPENDENCY', 'CIRCULAR_DEPENDENCY']);
  const member = { GroupId: org.insert('Group', { Name: 'Readers', Type: 'Regular' }), UserOrGroupId: org.user() };
  assert.deepEqual(codesOf(org.dml('insert', 'GroupMember', [member, member])), [null, 'DUPLICATE_VALUE']);
  assert.equal(org.store.findRows('GroupMember', {}).length, 1);
});
