import assert from 'node:assert/strict';
import { after, afterEach, describe, test } from 'node:test';
import { defaultBehavior } from '../../src/rules/OrgBehavior.ts';
import { FaultyOrg, type Outcome } from './faults/FaultyOrg.ts';

const LICENSE = 'Salesforce';
const OTHER_LICENSE = 'Salesforce Platform';
const org = new FaultyOrg();
after(() => org.close());
const touched = new Set<string>();

/** Every test leaves the org as it found it. */
afterEach(() => {
  Object.assign(org.org.behavior, defaultBehavior());
  const userIds = [...touched];
  touched.clear();
  org.call('FaultActor.setTitle', { userIds, title: null });
  org.call('FaultActor.setActive', { userIds, isActive: false });
});

/** Activates users until one seat is left. Returns two who are inactive first. */
function leaveOneSeat(): string[] {
  const seats = org.seatsLeft(LICENSE);
  const users = org.inactive(LICENSE, seats + 1);
  assert.equal(users.length, seats + 1);
  for (const userId of users) touched.add(userId);
  const fillers = users.slice(2);
  if (fillers.length > 0) org.call('FaultActor.setActive', { userIds: fillers, isActive: true });
  assert.equal(org.seatsLeft(LICENSE), 1);
  return users;
}

/** How often Salesforce has logged that a user was activated. */
function activations(userId: string): number {
  return org
    .query("SELECT Display FROM SetupAuditTrail WHERE Action = 'activateduser'")
    .filter(({ Display }) => String(Display).includes(userId.slice(0, 15))).length;
}

describe('two administrators and one last seat', () => {
  test('the plan that is executed first gets it, and the other administrator is told why', () => {
    const [mine = '', theirs = ''] = leaveOneSeat();
    const colleague = org.appointSecond();
    const first = org.plan([mine]);
    const second = org.plan([theirs], colleague);

    const done = org.call<Outcome>('RestoreController.execute', { key: first.key });
    const refused = org.call<Outcome>('RestoreController.execute', { key: second.key }, colleague);
    org.settle();

    assert.equal(done.status, 'Executed');
    assert.deepEqual(org.active([mine, theirs]), [mine]);
    assert.equal(org.itemOf(refused, theirs, 'activate')?.result, 'refused');
    assert.match(org.itemOf(refused, theirs, 'activate')?.message ?? '', /seat/);
    assert.equal(org.records(second.key).get(theirs)?.Status__c, 'Failed');
  });

  test('where the count still shows the seat to both, Salesforce refuses the second one, with code, words and cure', () => {
    const [mine = '', theirs = ''] = leaveOneSeat();
    const colleague = org.appointSecond();
    const first = org.plan([mine]);
    const second = org.plan([theirs], colleague);
    org.org.behavior.licenseCountsAreCached = true;
    org.seatsLeft(LICENSE);

    const done = org.call<Outcome>('RestoreController.execute', { key: first.key });
    const refused = org.call<Outcome>('RestoreController.execute', { key: second.key }, colleague);
    org.settle();

    assert.equal(done.status, 'Executed');
    assert.deepEqual(org.active([mine, theirs]), [mine]);
    const activation = org.itemOf(refused, theirs, 'activate');
    assert.deepEqual([activation?.result, activation?.statusCode], ['failed', 'LICENSE_LIMIT_EXCEEDED']);
    assert.equal(activation?.message, 'Salesforce said: License Limit Exceeded');
    assert.match(activation?.cure ?? '', /Free a seat/);
    assert.equal(org.records(second.key).get(theirs)?.ErrorCode__c, 'LICENSE_LIMIT_EXCEEDED');
  });
});

describe('a seat that is taken between the guard and the update', () => {
  test('by a trigger of the customer: whoever it brought has the seat, and the user who needed it is told why', () => {
    const [theirs = '', brought = ''] = leaveOneSeat();
    const [{ Id: harmless } = { Id: '' }] = org.query(
      `SELECT Id FROM User WHERE IsActive = true AND Profile.UserLicense.Name = '${OTHER_LICENSE}' ORDER BY Id LIMIT 1`,
    ) as { Id: string }[];
    org.call('FaultActor.setActive', { userIds: [harmless], isActive: false });
    org.call('FaultActor.setTitle', { userIds: [harmless], title: `Brings ${brought}` });
    assert.equal(org.seatsLeft(LICENSE), 1);

    const { key, outcome } = org.restore([harmless, theirs]);
    org.settle();

    org.call('FaultActor.setTitle', { userIds: [harmless], title: null });
    assert.deepEqual(org.active([harmless, theirs, brought]).sort(), [harmless, brought].sort());
    assert.equal(org.itemOf(outcome, harmless, 'activate')?.result, 'done');
    const refused = org.itemOf(outcome, theirs, 'activate');
    assert.deepEqual([refused?.result, refused?.statusCode], ['failed', 'LICENSE_LIMIT_EXCEEDED']);
    assert.match(refused?.cure ?? '', /Free a seat/);
    assert.equal(org.records(key).get(theirs)?.Status__c, 'Failed');
    assert.equal(org.records(key).get(harmless)?.Status__c, 'Executed');
  });
});

describe('one user restored twice', () => {
  function takeOne(): string {
    const [userId = ''] = org.inactive(LICENSE, 1);
    touched.add(userId);
    return userId;
  }

  test('the second run of a plan writes no row and says that the user is back already', () => {
    const userId = takeOne();
    const { key } = org.plan([userId]);

    const [, , written = 0] = org.call<number[]>('FaultActor.costOf', { key });
    const [, , beforeEvent] = org.call<number[]>('FaultActor.costOf', { key });
    org.settle();
    const [, , afterEvent] = org.call<number[]>('FaultActor.costOf', { key });
    const again = org.call<Outcome>('RestoreController.execute', { key });

    assert.ok(written > 0, `${written} rows`);
    assert.deepEqual([beforeEvent, afterEvent], [0, 0]);
    assert.equal(again.status, 'NothingToDo');
    assert.equal(org.itemOf(again, userId, 'activate')?.result, 'alreadyThere');
    assert.equal(org.records(key).get(userId)?.Status__c, 'Executed');
  });

  test('two administrators at once make one restore, and the second is told that it is done already', () => {
    const userId = takeOne();
    const colleague = org.appointSecond();
    const before = activations(userId);
    const first = org.plan([userId]);
    const second = org.plan([userId], colleague);

    const done = org.call<Outcome>('RestoreController.execute', { key: first.key });
    const late = org.call<Outcome>('RestoreController.execute', { key: second.key }, colleague);
    org.settle();

    assert.equal(done.status, 'Executed');
    assert.equal(late.status, 'NothingToDo');
    assert.deepEqual(
      [...new Set(late.users.flatMap(({ items }) => items.map(({ result }) => result)))],
      ['alreadyThere'],
    );
    assert.equal(activations(userId) - before, 1);
    assert.equal(org.records(first.key).get(userId)?.Status__c, 'Executed');
    const ofSecond = org.records(second.key).get(userId);
    assert.deepEqual([ofSecond?.Status__c, ofSecond?.DoneCount__c], ['Executed', 0]);
    assert.match(String(ofSecond?.Summary__c), /^0 done, \d+ already there, 0 failed/);
    const undo = org.call<{ users: { canExecute: boolean }[] }>('UndoController.plan', {
      key: second.key,
      userIds: null,
    });
    assert.equal(undo.users[0]?.canExecute, false);
    const plan = org.plan([userId]);
    assert.equal(plan.users[0]?.alreadyActive, true);
    assert.equal(plan.users[0]?.canExecute, false);
  });
});
