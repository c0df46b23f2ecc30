import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { ProductOrg, type Row } from './histories/ProductOrg.ts';

interface Item {
  readonly key: string;
  readonly kind: string;
  readonly targetId: string;
  readonly effect: string;
  readonly reason?: string;
  readonly isHighRisk: boolean;
}

interface Plan {
  readonly key: string;
  readonly users: readonly { readonly userId: string; readonly items: readonly Item[] }[];
  readonly policy: { readonly highRisk: readonly string[]; readonly missing: readonly string[] };
}

interface Outcome {
  readonly status: string;
  readonly users: readonly {
    readonly userId: string;
    readonly items: readonly { readonly key: string; readonly result: string; readonly message?: string }[];
  }[];
}

const PROFILE = 'Northlake Sales Representative';
const MINUTE = 60_000;
const org = new ProductOrg('histories', 'risks');
after(() => org.close());

const [one = '', two = ''] = org
  .query(`SELECT Id FROM User WHERE IsActive = true AND Profile.Name = '${PROFILE}' ORDER BY Id LIMIT 2`)
  .map(({ Id }) => String(Id));
const set = idOf(`SELECT Id FROM PermissionSet WHERE Name = 'Account_Plans'`);
const group = idOf(`SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Sales_Team'`);
const shipped = org.call<{ settings: object }>('RestoreSettingsController.open', {}).settings;

function idOf(soql: string): string {
  return String(org.query(soql)[0]?.Id);
}

function configure(changes: object): void {
  org.call('RestoreSettingsController.save', { settings: { ...shipped, ...changes } });
}

function setPermission(setId: string, isOn: boolean): void {
  org.call('RiskActor.setPermission', { setId, name: 'ViewAllData', isOn });
}

function perform(verb: string, target: string, userId = one): void {
  const refusals = org.call<unknown[]>('HistoryActor.perform', { steps: [{ userId, verb, target }] });
  assert.deepEqual(refusals, [null]);
}

/** The user had this when the user was deactivated. */
function deactivate(...userIds: string[]): void {
  org.call('HistoryActor.deactivate', { userIds });
  org.settle();
}

function plan(options: object = {}, userIds = [one]): Plan {
  return org.call('RestoreController.plan', { userIds, options: { sendPasswordMail: false, ...options } });
}

function itemOf(planned: Plan, targetId: string): Item {
  const item = planned.users[0]?.items.find((each) => each.targetId === targetId);
  assert.ok(item, 'the plan has no such item');
  return item;
}

function execute({ key }: Plan): Outcome {
  return org.call('RestoreController.execute', { key });
}

function isActive(userId = one): boolean {
  return org.query(`SELECT IsActive FROM User WHERE Id = '${userId}'`)[0]?.IsActive === true;
}

function recordOf({ key }: Plan, userId = one): Row {
  org.settle();
  const fields = 'Status__c, Summary__c, DoneCount__c';
  const where = `RunKey__c = '${key}' AND UserId__c = '${userId}'`;
  return org.query(`SELECT ${fields} FROM ReinstateRestore__c WHERE ${where}`)[0] ?? {};
}

/** Nothing was done for the user, the operator is told why, and Activity keeps it. */
function assertRefused(planned: Plan, what: RegExp): void {
  assert.deepEqual(planned.policy.missing, [], 'the plan asked for nothing');
  const outcome = execute(planned);
  assert.equal(outcome.status, 'Failed');
  for (const { result, message } of outcome.users[0]?.items ?? []) {
    assert.equal(result, 'refused');
    assert.match(message ?? '', what);
    assert.match(message ?? '', /Plan the restore again and type a reason\.$/);
  }
  assert.equal(isActive(), false);
  const record = recordOf(planned);
  assert.deepEqual([record.Status__c, record.DoneCount__c], ['Refused', 0]);
  assert.match(String(record.Summary__c), what);
}

beforeEach(() => {
  org.call('HistoryActor.clear', { userIds: [one, two] });
  org.settle();
});

afterEach(() => {
  configure({});
  for (const id of [set, memberOf(group)]) setPermission(id, false);
  org.settle();
});

function memberOf(groupId: string): string {
  return String(
    org.query(
      `SELECT PermissionSetId FROM PermissionSetGroupComponent WHERE PermissionSetGroupId = '${groupId}' ORDER BY Id`,
    )[0]?.PermissionSetId,
  );
}

function nameOf(setId: string): string {
  return String(org.query(`SELECT Name FROM PermissionSet WHERE Id = '${setId}'`)[0]?.Name);
}

describe('what becomes high-risk after the plan was shown', () => {
  test('the profile of the user, by a permission that counts from now on', () => {
    deactivate(one);
    const planned = plan();
    configure({ highRiskPermissions: 'ModifyAllData, RunReports' });

    assertRefused(planned, /Profile Northlake Sales Representative carries Run Reports/);
    const again = plan({ reason: 'Back from leave' });
    assert.equal(execute(again).status, 'Executed');
    assert.equal(isActive(), true);
  });

  test('the profile of the user, by its name', () => {
    deactivate(one);
    const planned = plan();
    configure({ highRiskProfiles: PROFILE });

    assertRefused(planned, /Profile Northlake Sales Representative is on the list/);
  });

  test('a set that the user holds, by its name', () => {
    perform('give Set', set);
    deactivate(one);
    const planned = plan();
    configure({ highRiskSets: 'Account_Plans' });

    assertRefused(planned, /permission set .* is on the list/);
  });

  test('a set that comes back, by its name', () => {
    perform('give Set', set);
    deactivate(one);
    perform('take Set', set);
    const planned = plan();
    configure({ highRiskSets: 'account_plans' });

    assertRefused(planned, /permission set .* is on the list/);
    assert.deepEqual(
      org.query(`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${one}' AND PermissionSetId = '${set}'`),
      [],
    );
  });

  test('a group that the user holds, by a member that gains, before the group is calculated', () => {
    perform('give SetGroup', group);
    deactivate(one);
    const planned = plan();
    setPermission(memberOf(group), true);

    assertRefused(planned, /permission set group .* carries View All Data/);
    setPermission(memberOf(group), false);
    org.settle();
    assert.deepEqual(plan().policy.missing, []);
    setPermission(memberOf(group), true);
    assert.equal(plan().policy.missing.length, 1, 'a plan asks for a reason at once');
  });

  test('one of two users: the other is restored', () => {
    deactivate(one, two);
    perform('give Set', set);
    const planned = plan({}, [one, two]);
    configure({ highRiskSets: 'Account_Plans' });

    assert.equal(execute(planned).status, 'PartlyExecuted');
    assert.deepEqual([isActive(one), isActive(two)], [false, true]);
    assert.deepEqual([recordOf(planned, one).Status__c, recordOf(planned, two).Status__c], ['Refused', 'Executed']);
  });
});

describe('an assignment that ran out while the user was inactive', () => {
  beforeEach(() => {
    org.call('RiskActor.giveUntil', { userId: one, setId: set, minutes: 10 });
    deactivate(one);
    org.settle(20 * MINUTE);
  });

  test('is extended when it is what it was', () => {
    assert.equal(itemOf(plan(), set).effect, 'extended');
  });

  test('is left out when it has gained a high-risk permission', () => {
    setPermission(set, true);

    const item = itemOf(plan(), set);
    assert.deepEqual([item.effect, item.isHighRisk], ['notChosen', true]);
    assert.match(item.reason ?? '', /Has gained View All Data/);

    const chosen = plan({ includedItemKeys: [item.key], reason: 'Back from leave' });
    assert.equal(execute(chosen).status, 'Executed');
    assert.equal(itemOf(plan(), set).effect, 'alreadyThere');
  });

  test('is refused when it gains one after the plan', () => {
    const planned = plan();
    setPermission(set, true);

    const results = execute(planned).users[0]?.items.filter(({ key }) => key.endsWith(set)) ?? [];
    assert.deepEqual(
      results.map(({ result }) => result),
      ['refused'],
    );
    assert.match(results[0]?.message ?? '', /Has gained View All Data/);
    assert.deepEqual([isActive(), itemOf(plan(), set).effect], [true, 'notChosen']);
  });
});

describe('a permission set group', () => {
  beforeEach(() => {
    perform('give SetGroup', group);
    deactivate(one);
    perform('take SetGroup', group);
  });

  test('needs a reason when it contains a set that the settings name', () => {
    configure({ highRiskSets: nameOf(memberOf(group)) });

    const { policy, users } = plan();
    assert.equal(policy.missing.length, 1);
    assert.match(policy.highRisk.join(' '), /permission set group .* contains .*, which is on the list/);
    assert.equal(itemOf({ key: '', policy, users }, group).isHighRisk, true);
  });

  test('cannot be given while it is calculated again, and has gained what its member gained', () => {
    setPermission(memberOf(group), true);

    const waiting = itemOf(plan(), group);
    assert.equal(waiting.effect, 'cannot');
    assert.match(waiting.reason ?? '', /is calculating this permission set group again/);
    org.settle();
    const calculated = itemOf(plan(), group);
    assert.deepEqual([calculated.effect, calculated.isHighRisk], ['notChosen', true]);
    assert.match(calculated.reason ?? '', /Has gained View All Data/);
  });

  test('is refused when its member gains after the plan, before and after it is calculated', () => {
    for (const [isCalculated, reason] of [
      [false, /is calculating this permission set group again/],
      [true, /Has gained View All Data/],
    ] as const) {
      const planned = plan();
      assert.equal(itemOf(planned, group).effect, 'comesBack');
      setPermission(memberOf(group), true);
      if (isCalculated) org.settle();

      const results = execute(planned).users[0]?.items.filter(({ key }) => key.endsWith(group)) ?? [];
      assert.equal(results[0]?.result, 'refused');
      assert.match(results[0]?.message ?? '', reason);
      assert.equal(isActive(), true, 'the user is restored without it');
      setPermission(memberOf(group), false);
      deactivateAgain();
    }
  });

  function deactivateAgain(): void {
    org.call('HistoryActor.clear', { userIds: [one] });
    org.settle();
    perform('give SetGroup', group);
    deactivate(one);
    perform('take SetGroup', group);
  }
});
