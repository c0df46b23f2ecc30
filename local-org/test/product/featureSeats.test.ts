import assert from 'node:assert/strict';
import { after, afterEach, describe, test } from 'node:test';
import { defaultBehavior } from '../../src/rules/OrgBehavior.ts';
import { FaultyOrg, type Item, type Outcome } from './faults/FaultyOrg.ts';
import { readUserStates } from './histories/userStates.ts';

const LICENSE = 'Salesforce';
const MARKETING = 'UserPermissionsMarketingUser';
const CONTENT = 'UserPermissionsSFContentUser';
/** What one execution may cost, retries among it. */
const MOST_QUERIES = 15;

const org = new FaultyOrg();
after(() => org.close());
const touched = new Set<string>();

/** Every test leaves the org as it found it. */
afterEach(() => {
  Object.assign(org.org.behavior, defaultBehavior());
  for (const flag of [MARKETING, CONTENT]) org.leaveFeatureSeats(flag, 100);
  const userIds = [...touched];
  touched.clear();
  for (const flag of [MARKETING, CONTENT]) org.call('FaultActor.setFlag', { userIds, flag, isOn: false });
  org.call('FaultActor.setActive', { userIds, isActive: false });
  // The next snapshot of a user is a later one.
  org.settle();
});

/** Users who were active with these feature licenses, and were deactivated: the flags stay on. */
function leavers(count: number, flags: readonly string[]): string[] {
  const userIds = org.inactive(LICENSE, count);
  assert.equal(userIds.length, count);
  for (const userId of userIds) touched.add(userId);
  for (const flag of flags) org.leaveFeatureSeats(flag, count);
  org.call('FaultActor.setActive', { userIds, isActive: true });
  for (const flag of flags) org.call('FaultActor.setFlag', { userIds, flag, isOn: true });
  org.call('FaultActor.setActive', { userIds, isActive: false });
  org.settle();
  return userIds;
}

/** Somebody who is active takes the last seat of a feature license. */
function takeSeat(flag: string): void {
  const [taker] = org.query(
    `SELECT Id FROM User WHERE IsActive = true AND UserType = 'Standard' AND ${flag} = false ORDER BY Id LIMIT 1`,
  );
  org.call('FaultActor.setFlag', { userIds: [String(taker?.Id)], flag, isOn: true });
}

function flagsOf(userId: string): string[] {
  const [row] = org.query(`SELECT ${MARKETING}, ${CONTENT} FROM User WHERE Id = '${userId}'`);
  return [MARKETING, CONTENT].filter((flag) => row?.[flag] === true);
}

function flagItem(outcome: Outcome, userId: string, flag: string): Item | undefined {
  return outcome.users.find((user) => user.userId === userId)?.items.find(({ key }) => key.endsWith(`/${flag}`));
}

function requireShortage(item: Item | undefined): void {
  assert.deepEqual([item?.result, item?.statusCode], ['failed', 'LICENSE_LIMIT_EXCEEDED']);
  assert.equal(item?.message, 'Salesforce said: License Limit Exceeded');
  assert.match(item?.cure ?? '', /Free a seat/);
}

function featureCheck(key: string): { answer?: string; detail?: string | null } | undefined {
  return org.verify(key).users[0]?.checks.find(({ name }) => name === 'features');
}

describe('a feature license that is to come back', () => {
  test('whose last seat somebody takes between plan and execute: the user is back without it, and told so', () => {
    const [userId = ''] = leavers(1, [MARKETING]);
    org.call('FaultActor.setFlag', { userIds: [userId], flag: MARKETING, isOn: false });
    org.leaveFeatureSeats(MARKETING, 1);
    const { key } = org.plan([userId]);
    takeSeat(MARKETING);

    const outcome = org.call<Outcome>('RestoreController.execute', { key });
    org.settle();

    assert.deepEqual(org.active([userId]), [userId]);
    assert.deepEqual(flagsOf(userId), []);
    requireShortage(flagItem(outcome, userId, MARKETING));
    assert.equal(org.records(key).get(userId)?.Status__c, 'PartlyExecuted');
    assert.equal(featureCheck(key)?.answer, 'no');
  });
});

describe('a feature license that stayed on while the user was inactive', () => {
  test('and whose seat is gone: the user is back without it, everything says so, and the undo switches it on again', () => {
    const [userId = ''] = leavers(1, [MARKETING, CONTENT]);
    const before = readUserStates(org, [userId]);
    org.leaveFeatureSeats(MARKETING, 0);

    const { key, outcome } = org.restore([userId]);
    org.settle();

    assert.deepEqual(org.active([userId]), [userId]);
    assert.deepEqual(flagsOf(userId), [CONTENT]);
    requireShortage(flagItem(outcome, userId, MARKETING));
    const record = org.records(key).get(userId);
    assert.deepEqual([record?.Status__c, record?.ErrorCode__c], ['PartlyExecuted', 'LICENSE_LIMIT_EXCEEDED']);
    const check = featureCheck(key);
    assert.equal(check?.answer, 'no');
    assert.match(check.detail ?? '', /Marketing/);
    const detail = org.call<{ outcomes: Item[] }>('RestoreActivityController.getDetail', { recordId: record?.Id });
    requireShortage(detail.outcomes.find((item) => item.key.endsWith(MARKETING)));
    assert.deepEqual(org.undo(key), []);
    assert.deepEqual(readUserStates(org, [userId]), before);
  });

  test('costs one statement a flag for all users, within the queries of an execution', () => {
    const users = leavers(6, [MARKETING, CONTENT]);
    org.leaveFeatureSeats(MARKETING, 2);
    const { key } = org.plan(users);

    const [queries = 0, statements = 0] = org.call<number[]>('FaultActor.costOf', { key });
    org.settle();

    assert.deepEqual(org.active(users), [...users].sort());
    assert.equal(users.filter((id) => flagsOf(id).includes(MARKETING)).length, 2, 'as many as there are seats');
    assert.equal(users.filter((id) => flagsOf(id).includes(CONTENT)).length, 6);
    assert.ok(queries <= MOST_QUERIES, `${queries} queries`);
    assert.ok(statements <= 8 + 3, `${statements} statements`);
    const failed = [...org.records(key).values()].filter(({ Status__c }) => Status__c === 'PartlyExecuted');
    assert.equal(failed.length, 4);
  });

  test('is never switched off where inactive users keep their seats', () => {
    const [userId = ''] = leavers(1, [MARKETING]);
    org.org.behavior.inactiveUsersHoldFeatureLicenses = true;
    const held = org.query(`SELECT Id FROM User WHERE ${MARKETING} = true`).length;
    const active = org.query(`SELECT Id FROM User WHERE IsActive = true AND ${MARKETING} = true`).length;
    org.leaveFeatureSeats(MARKETING, held - active);

    const { key } = org.restore([userId]);
    org.settle();

    assert.deepEqual(flagsOf(userId), [MARKETING]);
    assert.equal(org.records(key).get(userId)?.Status__c, 'Executed');
  });

  test('stays on when the activation fails for another reason: nothing of the user is changed', () => {
    const [userId = ''] = leavers(1, [MARKETING]);
    const { key } = org.plan([userId]);
    const seats = org.seatsLeft(LICENSE);
    const fillers = org.inactive(LICENSE, seats + 1).filter((id) => id !== userId);
    for (const filler of fillers) touched.add(filler);
    org.org.behavior.licenseCountsAreCached = true;
    org.call('FaultActor.setActive', { userIds: fillers.slice(0, seats), isActive: true });
    org.leaveFeatureSeats(MARKETING, 0);
    const before = readUserStates(org, [userId]);

    const outcome = org.call<Outcome>('RestoreController.execute', { key });
    org.settle();

    assert.equal(org.itemOf(outcome, userId, 'activate')?.statusCode, 'LICENSE_LIMIT_EXCEEDED');
    assert.deepEqual(readUserStates(org, [userId]), before);
    assert.equal(org.records(key).get(userId)?.Status__c, 'Failed');
  });
});
