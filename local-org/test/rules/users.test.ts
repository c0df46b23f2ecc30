import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOf, errorsOf, NOW, RulesOrg } from './support/RulesOrg.ts';

test('a new user comes with a login, the set of the profile and a row in the audit trail', () => {
  const org = new RulesOrg();
  const id = org.insert('User', org.newUser({ FirstName: 'Ada', LastName: 'Lovelace' }));

  assert.deepEqual(
    org.store.findRows('UserLogin', { UserId: id }).map((row) => [row.IsFrozen, row.IsPasswordLocked]),
    [[false, false]],
  );
  const set = org.idOf('PermissionSet', { ProfileId: org.profile('Standard User') });
  assert.equal(org.store.findRows('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: set }).length, 1);
  assert.deepEqual(org.trail(), [['createduser', 'Created new user Ada Lovelace']]);
  assert.equal(org.store.getRow('User', id)?.UserType, 'Standard');
});

test('usernames look like email addresses and are unique without regard to case, also against inactive users', () => {
  const org = new RulesOrg();
  org.user({ Username: 'Taken@Test.example', IsActive: false });

  const results = org.dml('insert', 'User', [
    org.newUser({ IsActive: false, Username: 'taken@test.EXAMPLE' }),
    org.newUser({ IsActive: false, Username: 'nobody' }),
    org.newUser({ IsActive: false, Username: 'twin@test.example' }),
    org.newUser({ IsActive: false, Username: 'TWIN@test.example' }),
  ]);

  assert.deepEqual(codesOf(results), ['DUPLICATE_USERNAME', 'INVALID_EMAIL_ADDRESS', null, 'DUPLICATE_USERNAME']);
  assert.deepEqual(results[0]?.errors[0]?.fields, ['Username']);
});

test('nicknames and federation ids are unique', () => {
  const org = new RulesOrg();
  org.user({ CommunityNickname: 'ada', FederationIdentifier: 'F1' });

  const results = org.dml('insert', 'User', [
    org.newUser({ IsActive: false, CommunityNickname: 'ADA' }),
    org.newUser({ IsActive: false, FederationIdentifier: 'F1' }),
    org.newUser({ IsActive: false, FederationIdentifier: 'f1' }),
  ]);

  assert.deepEqual(codesOf(results), ['DUPLICATE_COMM_NICKNAME', 'DUPLICATE_VALUE', null]);
});

test('nobody manages themselves, directly or around a circle', () => {
  const org = new RulesOrg();
  const [boss, worker] = [org.user(), org.user()];
  org.update('User', { Id: worker, ManagerId: boss });

  assert.deepEqual(codesOf(org.dml('update', 'User', [{ Id: boss, ManagerId: worker }])), ['CIRCULAR_DEPENDENCY']);
  assert.deepEqual(codesOf(org.dml('update', 'User', [{ Id: boss, ManagerId: boss }])), ['CIRCULAR_DEPENDENCY']);
});

test('users deactivate neither themselves nor the last administrator', () => {
  const org = new RulesOrg();
  org.setSeats('Salesforce', 9);
  const other = org.user();

  assert.deepEqual(errorsOf(org.dml('update', 'User', [{ Id: org.admin, IsActive: false }])), [
    'FIELD_INTEGRITY_EXCEPTION: You cannot deactivate your own user',
  ]);
  assert.deepEqual(codesOf(org.dml('update', 'User', [{ Id: org.admin, IsActive: false }], { userId: other })), [
    'CANNOT_DISABLE_LAST_ADMIN',
  ]);
  assert.deepEqual(
    codesOf(org.dml('update', 'User', [{ Id: org.admin, ProfileId: org.profile('Read Only') }], { userId: other })),
    ['CANNOT_DISABLE_LAST_ADMIN'],
  );

  const second = org.user({ ProfileId: org.profile('System Administrator') });
  const both = org.dml(
    'update',
    'User',
    [
      { Id: org.admin, IsActive: false },
      { Id: second, IsActive: false },
    ],
    { userId: other },
  );
  assert.deepEqual(codesOf(both), [null, 'CANNOT_DISABLE_LAST_ADMIN']);
});

test('a user whom another setting needs cannot be deactivated', () => {
  const org = new RulesOrg();
  const id = org.user();
  org.store.rawRun(
    'INSERT INTO "local_deactivation_blocker" VALUES (?, ?)',
    id,
    'You cannot deactivate the Default Workflow User',
  );

  assert.deepEqual(errorsOf(org.dml('update', 'User', [{ Id: id, IsActive: false }])), [
    'FIELD_INTEGRITY_EXCEPTION: You cannot deactivate the Default Workflow User',
  ]);
});

test('users of the platform cannot be edited', () => {
  const org = new RulesOrg();
  assert.deepEqual(errorsOf(org.dml('update', 'User', [{ Id: org.seeded.automatedProcessUserId, Title: 'x' }])), [
    'INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id',
  ]);
});

test('deactivation keeps the frozen flag and, by default, all assignments', () => {
  const org = new RulesOrg();
  const id = org.user();
  const login = org.idOf('UserLogin', { UserId: id });
  const group = org.insert('Group', { Name: 'Readers', Type: 'Regular' });
  org.insert('GroupMember', { GroupId: group, UserOrGroupId: id });
  org.insert('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: org.permissionSet('Kept') });
  org.update('UserLogin', { Id: login, IsFrozen: true });

  org.update('User', { Id: id, IsActive: false });
  org.update('User', { Id: id, IsActive: true });

  assert.equal(org.store.getRow('UserLogin', login)?.IsFrozen, true);
  assert.equal(org.store.findRows('PermissionSetAssignment', { AssigneeId: id }).length, 1);
  assert.equal(org.store.findRows('GroupMember', { UserOrGroupId: id }).length, 1);
});

test('with the switch deactivation takes assignments away, but not the set of the profile', () => {
  const org = new RulesOrg();
  org.rules.behavior.accessSurvivesDeactivation = false;
  const id = org.insert('User', org.newUser());
  org.insert('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: org.permissionSet('Lost') });

  org.update('User', { Id: id, IsActive: false });

  const left = org.store.findRows('PermissionSetAssignment', { AssigneeId: id });
  assert.deepEqual(
    left.map((row) => org.store.getRow('PermissionSet', String(row.PermissionSetId))?.IsOwnedByProfile),
    [true],
  );
});

test('a change of profile swaps the set of the profile and the user type', () => {
  const org = new RulesOrg();
  const id = org.insert('User', org.newUser());
  const chatter = org.profile('Chatter Free User');

  org.update('User', { Id: id, ProfileId: chatter });

  const sets = org.store
    .findRows('PermissionSetAssignment', { AssigneeId: id })
    .map((row) => org.store.getRow('PermissionSet', String(row.PermissionSetId))?.ProfileId);
  assert.deepEqual(sets, [chatter]);
  assert.equal(org.store.getRow('User', id)?.UserType, 'CsnOnly');
});

test('a portal user needs a contact with an account and cannot come back once disabled', () => {
  const org = new RulesOrg();
  org.setSeats('Gold Partner', 5);
  const account = org.store.insertRow('Account', { Name: 'Harbor' });
  const contact = org.store.insertRow('Contact', { LastName: 'Keeper', AccountId: account });
  const orphan = org.store.insertRow('Contact', { LastName: 'Orphan' });
  const ProfileId = org.profile('Gold Partner User');

  const refused = org.dml('insert', 'User', [
    org.newUser({ ProfileId }),
    org.newUser({ ProfileId, ContactId: orphan }),
  ]);
  assert.deepEqual(codesOf(refused), ['INVALID_CROSS_REFERENCE_KEY', 'INVALID_CROSS_REFERENCE_KEY']);

  const id = org.insert('User', org.newUser({ ProfileId, ContactId: contact }));
  const user = org.store.getRow('User', id);
  assert.deepEqual([user?.AccountId, user?.IsPortalEnabled, user?.UserType], [account, true, 'PowerPartner']);

  org.update('User', { Id: id, IsPortalEnabled: false });
  const disabled = org.store.getRow('User', id);
  assert.deepEqual([disabled?.IsActive, disabled?.ContactId, disabled?.AccountId], [false, null, null]);
  assert.deepEqual(codesOf(org.dml('update', 'User', [{ Id: id, IsActive: true }])), ['PORTAL_NO_ACCESS']);
  assert.deepEqual(codesOf(org.dml('update', 'User', [{ Id: id, IsPortalEnabled: true }])), ['PORTAL_NO_ACCESS']);
});

test('users are never deleted', () => {
  const org = new RulesOrg();
  const id = org.user();
  assert.throws(() => org.dml('delete', 'User', [{ Id: id }]), /DML operation DELETE not allowed on User/);
});

test('the audit trail words every change of a user as Salesforce does', () => {
  const org = new RulesOrg();
  const lead = org.insert('UserRole', { Name: 'Lead', DeveloperName: 'Lead' });
  const id = org.user({ FirstName: 'Ada', LastName: 'Lovelace', Email: 'a@test.example' });
  const boss = org.user({ FirstName: 'Big', LastName: 'Boss' });
  const short = id.slice(0, 15);

  org.update('User', { Id: id, IsActive: false });
  org.update('User', { Id: id, IsActive: true });
  org.update('User', { Id: id, UserRoleId: lead });
  org.update('User', { Id: id, UserRoleId: null });
  org.update('User', { Id: id, ProfileId: org.profile('Read Only') });
  org.update('User', { Id: id, Email: 'b@test.example', ManagerId: boss });
  org.update('User', { Id: id, UserPermissionsKnowledgeUser: true });
  org.update('User', { Id: id, UserPermissionsKnowledgeUser: false, ForecastEnabled: true });

  assert.deepEqual(org.trail(), [
    ['deactivateduser', `Deactivated user Ada Lovelace (UserID: [${short}])`],
    ['activateduser', `Activated user Ada Lovelace (UserID: [${short}])`],
    ['changedroleforuserfromnone', 'Changed role for user Ada Lovelace from <None Specified> to Lead'],
    ['changedroleforusertonone', 'Changed role for user Ada Lovelace from Lead to <None Specified>'],
    ['changedprofileforuserstdtostd', 'Changed profile for user Ada Lovelace from Standard User to Read Only'],
    ['changedManager', `Changed manager for user Ada Lovelace (UserID: [${short}]) from <None Specified> to Big Boss`],
    ['changedemail', `Changed email for user Ada Lovelace (UserID: [${short}]) from a@test.example to b@test.example`],
    ['changedknowledgeuseroffon', 'For user Ada Lovelace, changed knowledge user from off to on'],
    ['changedknowledgeuseronoff', 'For user Ada Lovelace, changed knowledge user from on to off'],
    ['userAllowForecastingOn', 'Changed allow forecasting from off to on for user Ada Lovelace'],
  ]);
  const [row] = org.store.findRows('SetupAuditTrail', { Action: 'deactivateduser' });
  assert.deepEqual([row?.Section, row?.CreatedById, row?.CreatedDate], ['Manage Users', org.admin, NOW]);
});
