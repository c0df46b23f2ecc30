import assert from 'node:assert/strict';
import { after, afterEach, describe, test } from 'node:test';
import { defaultBehavior } from '../../src/rules/OrgBehavior.ts';
import { FaultyOrg, type Item, type Outcome } from './faults/FaultyOrg.ts';

const LICENSE = 'Salesforce';
const org = new FaultyOrg();
after(() => org.close());
const touched = new Set<string>();

/** Every test leaves the org as it found it. */
afterEach(() => {
  Object.assign(org.org.behavior, defaultBehavior());
  const userIds = [...touched];
  touched.clear();
  org.call('FaultActor.setActive', { userIds, isActive: false });
  org.call('FaultActor.setTitle', { userIds, title: null });
});

/** Inactive users with nothing in their way. */
function takeUsers(count: number): string[] {
  const seats = org.seatsLeft(LICENSE);
  assert.ok(seats >= count, `${seats} seats are left, ${count} are needed.`);
  const users = org.inactive(LICENSE, count);
  assert.equal(users.length, count);
  for (const userId of users) touched.add(userId);
  return users;
}

const activationOf = (outcome: Outcome, userId: string): Item | undefined =>
  outcome.users.find((user) => user.userId === userId)?.items.find(({ key }) => key.includes('/activate/'));

/** Nobody is active without a record that says so. */
function requireRecords(key: string, users: readonly string[]): void {
  const records = org.records(key);
  for (const userId of org.active(users)) assert.notEqual(records.get(userId)?.Status__c, 'Planned', userId);
}

describe('a restore in an org whose automation fails', () => {
  test('a trigger that throws for one of twelve users costs no other user', () => {
    const users = takeUsers(12);
    const culprit = users[7] ?? '';
    org.call('FaultActor.setTitle', { userIds: [culprit], title: 'Throws' });

    const { key, outcome } = org.restore(users);
    org.settle();

    assert.deepEqual(
      users.filter((id) => !org.active(users).includes(id)),
      [culprit],
    );
    const failed = activationOf(outcome, culprit);
    assert.equal(failed?.statusCode, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
    assert.match(failed?.message ?? '', /FaultyUsers/);
    assert.ok(failed?.cure);
    assert.equal(org.records(key).get(culprit)?.Status__c, 'Failed');
    requireRecords(key, users);
  });

  test('limits that end in the middle take everything back, and the same plan can be executed later', () => {
    const users = takeUsers(2);
    org.call('FaultActor.setTitle', { userIds: users.slice(1), title: 'Endless' });
    const { key } = org.plan(users);

    assert.throws(() => org.call('RestoreController.execute', { key }), /Too many SOQL queries/);
    org.settle();

    assert.deepEqual(org.active(users), []);
    for (const record of org.records(key).values()) assert.equal(record.Status__c, 'Planned');
    org.call('FaultActor.setTitle', { userIds: users, title: null });
    const outcome = org.call<Outcome>('RestoreController.execute', { key });
    org.settle();
    assert.deepEqual(org.active(users), [...users].sort());
    assert.equal(outcome.status, 'Executed');
    requireRecords(key, users);
  });

  for (const mixedDmlInSaveResults of [false, true]) {
    test(`setup objects that may not share a transaction (${mixedDmlInSaveResults ? 'told' : 'thrown'}) are done one after the other, and undone so`, () => {
      Object.assign(org.org.behavior, { mixedDml: 'strict', mixedDmlInSaveResults });
      const users = takeUsers(3);
      const before = stateOf(users);

      const { key, outcome } = org.restore(users);
      org.settle();

      assert.ok(['Executed', 'PartlyExecuted'].includes(outcome.status), outcome.status);
      assert.deepEqual(org.active(users), [...users].sort());
      for (const record of org.records(key).values())
        assert.equal(record.Status__c, 'Executed', JSON.stringify(record));
      requireRecords(key, users);
      assert.deepEqual(org.undo(key), []);
      assert.deepEqual(stateOf(users), before);
    });
  }
});

describe('an undo in an org that needs the user', () => {
  test('what Salesforce says is reported with a cure, and the user keeps the access', () => {
    const [userId = ''] = takeUsers(1);
    const { key } = org.restore([userId]);
    org.settle();
    const before = stateOf([userId]);
    const message = 'You cannot deactivate the Default Workflow User';
    const blocker = org.org.database.prepare(
      'INSERT INTO "local_deactivation_blocker" ("UserId", "Message") VALUES (?, ?)',
    );
    blocker.run(userId, message);

    const plan = org.call<{ key: string }>('UndoController.plan', { key, userIds: null });
    const outcome = org.call<Outcome>('UndoController.execute', { key: plan.key });
    org.settle();
    org.org.database.prepare('DELETE FROM "local_deactivation_blocker" WHERE "UserId" = ?').run(userId);

    const failed = activationOf(outcome, userId);
    assert.match(failed?.message ?? '', /Default Workflow User/);
    assert.match(failed?.cure ?? '', /still needs this user/);
    assert.deepEqual(stateOf([userId]), before);
    assert.equal(org.records(plan.key).get(userId)?.Status__c, 'Failed');
  });
});

/** What an undo has to bring back. */
function stateOf(users: readonly string[]): string[] {
  const ids = users.map((id) => `'${id}'`).join(', ');
  const lines = [
    ...org.query(
      `SELECT Id, IsActive, ProfileId, UserRoleId, ManagerId, FederationIdentifier, UserPermissionsMarketingUser FROM User WHERE Id IN (${ids})`,
    ),
    ...org.query(`SELECT UserId, IsFrozen FROM UserLogin WHERE UserId IN (${ids})`),
    ...org.query(`SELECT AssigneeId, PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId IN (${ids})`),
    ...org.query(
      `SELECT AssigneeId, PermissionSetLicenseId FROM PermissionSetLicenseAssign WHERE AssigneeId IN (${ids})`,
    ),
    ...org.query(`SELECT UserOrGroupId, GroupId FROM GroupMember WHERE UserOrGroupId IN (${ids})`),
    ...org.query(`SELECT UserId, PackageLicenseId FROM UserPackageLicense WHERE UserId IN (${ids})`),
  ];
  return lines
    .map((line) => JSON.stringify(line, (name, value: unknown) => (name === 'attributes' ? undefined : value)))
    .sort();
}
