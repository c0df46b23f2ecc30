import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSchema } from '../../src/schema/createSchema.ts';
import { readProjectSchema } from '../../src/schema/project/readProjectSchema.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codesOf, RulesOrg, thrownBy } from './support/RulesOrg.ts';

const GROUP = { Name: 'Product Launch', CollaborationType: 'Public' };

function membersOf(org: RulesOrg, groupId: string): unknown[] {
  return org.store.findRows('CollaborationGroupMember', { CollaborationGroupId: groupId }).map((row) => row.MemberId);
}

test('the owner of a Chatter group is a member who manages it, and members are counted', () => {
  const org = new RulesOrg();
  const group = org.insert('CollaborationGroup', GROUP);
  const [owner] = org.store.findRows('CollaborationGroupMember', { CollaborationGroupId: group });
  assert.deepEqual([owner?.MemberId, owner?.CollaborationRole], [org.admin, 'Admin']);

  const id = org.insert('CollaborationGroupMember', { CollaborationGroupId: group, MemberId: org.user() });

  const member = org.store.getRow('CollaborationGroupMember', id);
  assert.deepEqual([member?.CollaborationRole, member?.NotificationFrequency], ['Standard', 'W']);
  assert.equal(org.store.getRow('CollaborationGroup', group)?.MemberCount, 2);
  const codes = codesOf(org.dml('delete', 'CollaborationGroupMember', [{ Id: String(owner?.Id) }]));
  assert.deepEqual(codes, ['INSUFFICIENT_ACCESS_OR_READONLY']);
});

test('a group that is handed over gets its new owner as a manager', () => {
  const org = new RulesOrg();
  const [group, other] = [org.insert('CollaborationGroup', GROUP), org.user()];
  org.insert('CollaborationGroupMember', { CollaborationGroupId: group, MemberId: other });
  org.update('CollaborationGroup', { Id: group, OwnerId: other });
  const rows = org.store.findRows('CollaborationGroupMember', { CollaborationGroupId: group, MemberId: other });
  assert.deepEqual(
    rows.map((row) => row.CollaborationRole),
    ['Admin'],
  );
});

test('a member twice is refused, or stands for the row that is there', () => {
  const org = new RulesOrg();
  const member = { CollaborationGroupId: org.insert('CollaborationGroup', GROUP), MemberId: org.user() };
  const id = org.insert('CollaborationGroupMember', member);
  assert.deepEqual(codesOf(org.dml('insert', 'CollaborationGroupMember', [member])), ['DUPLICATE_VALUE']);

  org.rules.behavior.duplicateChatterMembersAreKept = true;

  const [again] = org.dml('insert', 'CollaborationGroupMember', [member]);
  assert.deepEqual([again?.isSuccess, again?.id], [true, id]);
  const fresh = { ...member, MemberId: org.user() };
  assert.deepEqual(codesOf(org.dml('insert', 'CollaborationGroupMember', [fresh, fresh])), [null, 'DUPLICATE_VALUE']);
});

test('an inactive user is refused, an archived group is not', () => {
  const org = new RulesOrg();
  const group = org.insert('CollaborationGroup', { ...GROUP, CollaborationType: 'Private' });
  org.update('CollaborationGroup', { Id: group, IsArchived: true });
  const away = { CollaborationGroupId: group, MemberId: org.user({ IsActive: false }) };
  assert.deepEqual(codesOf(org.dml('insert', 'CollaborationGroupMember', [away])), ['INACTIVE_OWNER_OR_USER']);
  org.insert('CollaborationGroupMember', { CollaborationGroupId: group, MemberId: org.user() });
  org.rules.behavior.inactiveUsersMayJoinGroups = true;
  org.insert('CollaborationGroupMember', away);
});

test('what is no group or no user is refused', () => {
  const org = new RulesOrg();
  const group = org.insert('CollaborationGroup', GROUP);
  const gone = org.insert('CollaborationGroup', { ...GROUP, Name: 'Gone' });
  org.dml('delete', 'CollaborationGroup', [{ Id: gone }]);
  assert.deepEqual(membersOf(org, gone), []);
  const rows = [
    { CollaborationGroupId: gone, MemberId: org.user() },
    { CollaborationGroupId: group, MemberId: group },
  ];
  assert.ok(codesOf(org.dml('insert', 'CollaborationGroupMember', rows)).every((code) => code !== null));
});

test('names of public and private groups are unique, those of unlisted ones are not', () => {
  const org = new RulesOrg();
  org.insert('CollaborationGroup', GROUP);
  const again = [
    { ...GROUP, CollaborationType: 'Private' },
    { ...GROUP, CollaborationType: 'Unlisted' },
    { ...GROUP, Name: 'Other' },
    { ...GROUP, Name: 'other' },
  ];
  assert.deepEqual(codesOf(org.dml('insert', 'CollaborationGroup', again)), [
    'DUPLICATE_VALUE',
    null,
    null,
    'DUPLICATE_VALUE',
  ]);
});

test('who is deactivated leaves the groups, but not those of which the user is the owner', () => {
  const org = new RulesOrg();
  const user = org.user();
  const owned = org.insert('CollaborationGroup', { ...GROUP, Name: 'Owned', OwnerId: user });
  const joined = org.insert('CollaborationGroup', GROUP);
  org.insert('CollaborationGroupMember', { CollaborationGroupId: joined, MemberId: user });

  org.update('User', { Id: user, IsActive: false });

  assert.deepEqual([membersOf(org, owned), membersOf(org, joined)], [[user], [org.admin]]);
});

test('with the switch they stay members', () => {
  const org = new RulesOrg();
  org.rules.behavior.chatterMembersSurviveDeactivation = true;
  const [user, group] = [org.user(), org.insert('CollaborationGroup', GROUP)];
  org.insert('CollaborationGroupMember', { CollaborationGroupId: group, MemberId: user });
  org.update('User', { Id: user, IsActive: false });
  assert.deepEqual(membersOf(org, group), [org.admin, user]);
});

test('Chatter groups are no setup objects', () => {
  const org = new RulesOrg();
  const [group, user] = [org.insert('CollaborationGroup', GROUP), org.user()];
  const thrown = thrownBy(() =>
    org.transaction(() => {
      org.dmlInside('update', 'User', [{ Id: user, IsActive: false }]);
      org.dmlInside('insert', 'CollaborationGroupMember', [{ CollaborationGroupId: group, MemberId: org.admin }]);
    }),
  );
  assert.match(thrown.message, /MIXED_DML_OPERATION/);
  org.transaction(() => {
    org.dmlInside('insert', 'Account', [{ Name: 'Acme' }]);
    org.dmlInside('delete', 'CollaborationGroup', [{ Id: group }]);
  });
});

test('an org whose settings switch Chatter off has none of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chatter-'));
  try {
    const file = join(folder, 'Chatter.settings-meta.xml');
    const settings = (value: boolean): string =>
      `<ChatterSettings xmlns="http://soap.sforce.com/2006/04/metadata"><enableChatter>${value}</enableChatter></ChatterSettings>`;
    writeFileSync(file, settings(false));
    const schema = createSchema(readProjectSchema([file], folder));
    assert.equal(schema.object('CollaborationGroupMember'), undefined);
    const org = new RulesOrg({ schema });
    const user = org.user();
    org.update('User', { Id: user, IsActive: false });

    writeFileSync(file, settings(true));
    assert.ok(createSchema(readProjectSchema([file], folder)).object('CollaborationGroupMember'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
