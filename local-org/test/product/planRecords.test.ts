import assert from 'node:assert/strict';
import { after, afterEach, describe, test } from 'node:test';
import { FaultyOrg, type Row } from './faults/FaultyOrg.ts';

const MINUTE = 60_000;
const org = new FaultyOrg();
after(() => org.close());
let touched: string[] = [];

afterEach(() => {
  org.call('FaultActor.setActive', { userIds: touched, isActive: false });
  org.settle();
  touched = [];
});

function takeUsers(count: number): string[] {
  touched = org.inactive('Salesforce', count);
  assert.equal(touched.length, count);
  return touched;
}

function planInstead(userIds: readonly string[], replacesKey: string): string {
  const options = { reason: 'Back from leave', sendPasswordMail: false, replacesKey };
  return org.call<{ key: string }>('RestoreController.plan', { userIds, options }).key;
}

/** `key: status` of what Activity lists of a user, newest first. */
function activityOf(userId: string): Row[] {
  return org.call<{ rows: Row[] }>('RestoreActivityController.findRecords', { query: { userId } }).rows;
}

describe('the record of a plan', () => {
  test('a run whose outcome has not arrived yet keeps its records when its plan is replaced', () => {
    const [user = '', other = ''] = takeUsers(2);
    const { key } = org.plan([user]);
    org.call('RestoreController.execute', { key });

    planInstead([other], key);
    org.settle();

    assert.deepEqual(org.active([user]), [user]);
    assert.equal(org.records(key).get(user)?.Status__c, 'Executed');
    assert.equal(activityOf(user)[0]?.key, key);
  });

  test('a failed run whose outcome has not arrived yet keeps its records when its plan is replaced', () => {
    const [user = ''] = takeUsers(1);
    org.call('FaultActor.setTitle', { userIds: [user], title: 'Throws' });
    const { key } = org.plan([user]);
    org.call('RestoreController.execute', { key });

    planInstead([user], key);
    org.settle();
    org.call('FaultActor.setTitle', { userIds: [user], title: null });

    assert.deepEqual(org.active([user]), []);
    assert.equal(org.records(key).get(user)?.Status__c, 'Failed');
  });

  test('a plan that was replaced stands in no list and is not executed', () => {
    const [user = ''] = takeUsers(1);
    const { key } = org.plan([user]);
    const later = planInstead([user], key);

    const listed = activityOf(user).map((row) => row.key);
    assert.equal(listed.includes(key), false);
    assert.equal(listed.includes(later), true);
    assert.throws(() => org.call('RestoreController.execute', { key }), /later plan/);
    assert.deepEqual(org.active([user]), []);
  });

  test('a plan that nobody executed is not taken for the restore that another plan made', () => {
    const [user = ''] = takeUsers(1);
    const abandoned = org.plan([user]);
    org.org.clock.advance(MINUTE);
    const { key } = org.restore([user]);
    org.settle();
    org.call('RestoreController.verify', { key });
    org.org.clock.advance(6 * MINUTE);

    const statuses = new Map(activityOf(user).map((row) => [row.key, row.status]));
    assert.equal(statuses.get(abandoned.key), 'Planned');
    assert.equal(statuses.get(key), 'Verified');

    org.call('RestoreController.verify', { key: abandoned.key });

    const record = org.records(abandoned.key).get(user);
    assert.equal(record?.Status__c, 'Planned', JSON.stringify(record));
    assert.equal(activityOf(user).find((row) => row.key === abandoned.key)?.canUndo, false);
  });

  test('a plan that is asked for again is the same plan', () => {
    const people = org.query('SELECT Id FROM User WHERE IsActive = false ORDER BY Id').map(({ Id }) => String(Id));
    const sample = people.filter((_, index) => index % 5 === 0);
    const changed = sample.filter((userId) => effectsOf(userId) !== effectsOf(userId));

    assert.ok(sample.length >= 60, `${sample.length} users`);
    assert.deepEqual(changed, [], 'what a plan stores tells the next one nothing new');
  });
});

/** What a plan for one user would do, without keys and times. */
function effectsOf(userId: string): string {
  interface Planned {
    readonly users: readonly { refusals: string[]; items: { key: string; effect: string; reason: string | null }[] }[];
    readonly seats: readonly { name: string; remainingAfter: number }[];
  }
  const { users, seats } = org.call<Planned>('RestoreController.plan', { userIds: [userId], options: null });
  return JSON.stringify([
    users.map(({ refusals, items }) => [refusals, items.map(({ key, effect, reason }) => [key, effect, reason])]),
    seats.map(({ name, remainingAfter }) => [name, remainingAfter]),
  ]);
}
