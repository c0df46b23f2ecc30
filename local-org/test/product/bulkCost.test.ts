import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { ProductOrg } from './histories/ProductOrg.ts';

/** Active users of each license, more than are needed: some cannot be deactivated, because the org needs them. */
const MIXTURE = {
  Salesforce: 115,
  'Salesforce Platform': 40,
  'Chatter Free': 15,
  'Customer Portal Manager Custom': 40,
};
const CROWD = 200;
const MOST_QUERIES = 15;
const MOST_STATEMENTS = 10;
/** What a step of each of these kinds is counted by, in the results of a record. */
const KINDS = [
  'activate',
  'unfreeze',
  'featureLicense',
  'manager',
  'federationId',
  'permissionSet',
  'permissionSetGroup',
  'permissionSetLicense',
  'publicGroup',
  'queue',
  'packageLicense',
];

interface Priced {
  readonly answer: string;
  readonly queries: number;
  readonly statements: number;
}

interface Run {
  readonly costs: Readonly<Record<'plan' | 'execute' | 'verify', Omit<Priced, 'answer'>>>;
  /** Status and results of the records, by user. */
  readonly records: ReadonlyMap<string, { readonly status: string; readonly results: string }>;
}

const org = new ProductOrg('costs');
after(() => org.close());

function usersOf(license: string, count: number): string[] {
  return org
    .query(
      `SELECT Id FROM User WHERE IsActive = true AND Profile.UserLicense.Name = '${license}' AND Profile.Name != 'System Administrator' AND Id NOT IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name LIKE 'Reinstate%') ORDER BY Id LIMIT ${count}`,
    )
    .map(({ Id }) => String(Id));
}

/** One Chatter group; none in an org without Chatter, which does not know the object. */
function chatterGroups(): string[] {
  try {
    return org.query('SELECT Id FROM CollaborationGroup LIMIT 1').map(({ Id }) => String(Id));
  } catch {
    return [];
  }
}

/** Users who have lost everything since they were deactivated: the first of them something of every kind. */
function takeLeavers(): string[] {
  const chosen = Object.entries(MIXTURE).flatMap(([license, count]) => usersOf(license, count));
  const free = org.call<string[]>('CostActor.leave', { userIds: chosen });
  assert.deepEqual(org.call<string[]>('CostActor.comeBack', { userIds: free }), free);
  org.settle();
  const users = free.slice(0, CROWD + 1);
  assert.equal(users.length, CROWD + 1, `${free.length} users can be deactivated.`);
  org.call('CostActor.fill', { userIds: users });
  // Some of the others are in Chatter groups already, so the first one has to be as well.
  for (const groupId of chatterGroups()) org.call('CostActor.chat', { userId: users[0], groupId });
  org.call('CostActor.leave', { userIds: users });
  org.settle();
  org.call('CostActor.strip', { userIds: users });
  org.settle();
  return users;
}

function restore(userIds: readonly string[]): Run {
  const plan = org.call<Priced>('CostActor.plan', { userIds });
  const execute = org.call<Priced>('CostActor.execute', { key: plan.answer });
  org.settle();
  const verify = org.call<Priced>('CostActor.verify', { key: plan.answer });
  const records = org
    .query(`SELECT UserId__c, Status__c, ResultCodes__c FROM ReinstateRestore__c WHERE RunKey__c = '${plan.answer}'`)
    .map(
      (row) => [String(row.UserId__c), { status: String(row.Status__c), results: String(row.ResultCodes__c) }] as const,
    );
  const costOf = ({ queries, statements }: Priced): Omit<Priced, 'answer'> => ({ queries, statements });
  return {
    costs: { plan: costOf(plan), execute: costOf(execute), verify: costOf(verify) },
    records: new Map(records),
  };
}

const doneKinds = (results: readonly string[]): string[] =>
  KINDS.filter((kind) => results.some((text) => new RegExp(`(^|;)${kind}/[^=]+=done`).test(text)));

describe('users of several licenses who have lost access of every kind', () => {
  test(`${CROWD} of them, of whom one fails, cost the queries and statements of one`, (context) => {
    const [alone = '', ...crowd] = takeLeavers();
    const licenses = new Set(
      org
        .query(`SELECT Profile.UserLicense.Name FROM User WHERE Id IN (${crowd.map((id) => `'${id}'`).join(', ')})`)
        .map(({ Profile }) => (Profile as { UserLicense: { Name: string } }).UserLicense.Name),
    );
    assert.equal(licenses.size, Object.keys(MIXTURE).length, 'The crowd has every license.');
    const unlucky = crowd[7] ?? '';
    org.call('CostActor.stopPay', { userId: unlucky });

    const one = restore([alone]);
    const many = restore(crowd);

    context.diagnostic(`one: ${JSON.stringify(one.costs)}, ${CROWD}: ${JSON.stringify(many.costs)}`);
    assert.deepEqual(many.costs, one.costs);
    assert.ok(many.costs.execute.queries <= MOST_QUERIES, `${many.costs.execute.queries} queries`);
    assert.ok(many.costs.execute.statements <= MOST_STATEMENTS, `${many.costs.execute.statements} statements`);
    // Without a step of every kind the figures would say nothing.
    assert.deepEqual(doneKinds([...one.records.values()].map(({ results }) => results)), KINDS);
    assert.deepEqual(doneKinds([...many.records.values()].map(({ results }) => results)), KINDS);
    const failed = [...many.records].filter(([, { results }]) => /(^|;)activate\/[^=]+=failed/.test(results));
    assert.deepEqual(
      failed.map(([userId, { status }]) => [userId, status]),
      [[unlucky, 'Failed']],
    );
    const active = org.query(
      `SELECT Id FROM User WHERE IsActive = true AND Id IN (${crowd.map((id) => `'${id}'`).join(', ')})`,
    );
    assert.equal(active.length, CROWD - 1);
  });
});
