import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, afterEach, describe, test } from 'node:test';
import { cacheDirectory } from '../../src/cli/project.ts';
import { layerSources } from '../../src/metadata/layerSources.ts';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { defaultBehavior } from '../../src/rules/OrgBehavior.ts';
import { runApexTests } from '../../src/testing/runApexTests.ts';
import { FaultyOrg } from './faults/FaultyOrg.ts';

const org = new FaultyOrg();
after(() => org.close());

const MINUTE = 60_000;
const groupId = String(org.query("SELECT Id FROM CollaborationGroup WHERE Name = 'Pricing Committee'")[0]?.Id);
let touched: string[] = [];

/** Every test leaves the org as it found it. */
afterEach(() => {
  Object.assign(org.org.behavior, defaultBehavior());
  org.call('FaultActor.setActive', { userIds: touched, isActive: false });
  org.call('FaultActor.setTitle', { userIds: touched, title: null });
  org.call('ChatterActor.leave', { userIds: touched, groupId });
  org.settle();
  touched = [];
});

/** Users who managed a Chatter group and were deactivated, so that Reinstate remembers it. */
function takeLeavers(count: number): string[] {
  touched = org.inactive('Salesforce', count);
  assert.equal(touched.length, count);
  org.call('FaultActor.setActive', { userIds: touched, isActive: true });
  org.call('ChatterActor.addMembers', { userIds: touched, groupId, role: 'Admin' });
  org.call('FaultActor.setActive', { userIds: touched, isActive: false });
  org.settle();
  return touched;
}

function rolesOf(users: readonly string[]): (string | undefined)[] {
  const ids = users.map((id) => `'${id}'`).join(', ');
  const rows = org.query(
    `SELECT MemberId, CollaborationRole FROM CollaborationGroupMember WHERE CollaborationGroupId = '${groupId}' AND MemberId IN (${ids})`,
  );
  const roles = new Map(rows.map((row) => [String(row.MemberId), String(row.CollaborationRole)]));
  return users.map((userId) => roles.get(userId));
}

interface Check {
  readonly name: string;
  readonly answer: string;
  readonly cure?: string | null;
}

function chatterCheck(key: string, userId: string): Check | undefined {
  const proof = org.call<{ users: { userId: string; checks: Check[] }[] }>('RestoreController.verify', { key });
  return proof.users.find((user) => user.userId === userId)?.checks.find(({ name }) => name === 'chatter');
}

function undo(key: string): void {
  const plan = org.call<{ key: string; users: { refusals: string[] }[] }>('UndoController.plan', {
    key,
    userIds: null,
  });
  assert.deepEqual(
    plan.users.flatMap(({ refusals }) => refusals),
    [],
  );
  org.call('UndoController.execute', { key: plan.key });
  org.settle();
}

describe('Chatter groups of users who were deactivated', () => {
  for (const chatterMembersSurviveDeactivation of [false, true])
    for (const mixedDml of ['documented', 'strict'] as const)
      test(`come back and are taken back (${chatterMembersSurviveDeactivation ? 'kept' : 'ended'} by the deactivation, mixed DML ${mixedDml})`, () => {
        Object.assign(org.org.behavior, { chatterMembersSurviveDeactivation });
        const users = takeLeavers(3);
        const before = rolesOf(users);
        assert.deepEqual(
          before,
          users.map(() => (chatterMembersSurviveDeactivation ? 'Admin' : undefined)),
        );
        Object.assign(org.org.behavior, { mixedDml });

        const { key } = org.restore(users);
        org.settle();

        assert.deepEqual(
          rolesOf(users),
          users.map(() => 'Admin'),
        );
        assert.equal(chatterCheck(key, users[0] ?? '')?.answer, 'yes');
        undo(key);
        assert.deepEqual(rolesOf(users), before);
        assert.deepEqual(org.active(users), []);
      });

  test('come back to a group that was archived meanwhile', () => {
    const users = takeLeavers(1);
    org.call('ChatterActor.archive', { groupId, isArchived: true });
    org.restore(users);
    org.settle();
    org.call('ChatterActor.archive', { groupId, isArchived: false });
    assert.deepEqual(rolesOf(users), ['Admin']);
  });

  test('cost nobody else anything where a trigger throws for one of them, who is told why', () => {
    const users = takeLeavers(6);
    const hermit = users[2] ?? '';
    org.call('FaultActor.setTitle', { userIds: [hermit], title: 'Hermit' });

    const { key, outcome } = org.restore(users);
    org.settle();

    assert.equal(outcome.status, 'Executed', 'what waits is not partial');
    assert.deepEqual(org.active(users), [...users].sort());
    assert.deepEqual(
      rolesOf(users),
      users.map((userId) => (userId === hermit ? undefined : 'Admin')),
    );
    const records = org.records(key);
    for (const userId of users)
      assert.equal(records.get(userId)?.Status__c, userId === hermit ? 'PartlyExecuted' : 'Executed');
    assert.equal(records.get(hermit)?.ErrorCode__c, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
    const [said] = org.query(
      `SELECT Messages__c FROM ReinstateRestore__c WHERE RunKey__c = '${key}' AND UserId__c = '${hermit}'`,
    );
    assert.match(String(said?.Messages__c), /FaultyMembers/);
    const check = chatterCheck(key, hermit);
    assert.equal(check?.answer, 'no');
    assert.ok(check.cure);
  });

  test('are called missing when their transaction died, and come back by another restore', () => {
    const users = takeLeavers(1);
    const [userId = ''] = users;
    org.call('FaultActor.setTitle', { userIds: users, title: 'Boundless' });

    const { key } = org.restore(users);
    org.settle();

    assert.deepEqual([org.active(users), rolesOf(users)], [users, [undefined]]);
    assert.equal(org.records(key).get(userId)?.Status__c, 'Executed');
    assert.equal(chatterCheck(key, userId)?.answer, 'notYet');
    org.org.clock.advance(16 * MINUTE);
    const late = chatterCheck(key, userId);
    assert.equal(late?.answer, 'no');
    assert.ok(late.cure);
    org.call('FaultActor.setTitle', { userIds: users, title: null });
    org.restore(users);
    org.settle();
    assert.deepEqual(rolesOf(users), ['Admin']);
  });

  test('stay with a user who could not be activated', () => {
    const users = takeLeavers(2);
    const [culprit = '', other = ''] = users;
    org.call('FaultActor.setTitle', { userIds: [culprit], title: 'Throws' });

    org.restore(users);
    org.settle();

    assert.deepEqual(org.active(users), [other]);
    assert.deepEqual(rolesOf(users), [undefined, 'Admin']);
  });
});

test('an org without Chatter runs the product and all its tests', () => {
  const product = readProjectSources(join(import.meta.dirname, '..', '..', '..'));
  const off = readProjectSources(join(import.meta.dirname, 'fixtures', 'withoutChatter'));
  const options = { cacheDirectory: cacheDirectory(product), filter: '', mixedDml: 'documented' } as const;

  const report = runApexTests(layerSources(product, off), options);

  const wrong = report.tests.filter(({ outcome }) => outcome !== 'passed');
  assert.deepEqual(
    wrong.map((result) => `${result.class}.${result.method}: ${result.message}`),
    [],
  );
  assert.ok(report.summary.passed > 400, `${report.summary.passed} tests passed`);
});
