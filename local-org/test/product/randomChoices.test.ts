import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { ProductOrg } from './histories/ProductOrg.ts';

const USERS_A_RUN = 8;
const RUNS = 15;
const MINUTE = 60_000;
const NAMES = [
  'Account_Plans',
  'Case_Escalation',
  'Report_Export',
  'Data_Stewardship',
  'Flow_Runner',
  'Contract_Approval',
] as const;

/** What becomes of one set that a user holds. */
const FATES = ['stays', 'is taken', 'ends', 'ends and is taken'] as const;
type Fate = (typeof FATES)[number];

interface Choice {
  readonly accessChoice: 'all' | 'least' | 'pick';
  /** Which of the steps that the plan offers are left out: by their place. */
  readonly leftOut: readonly boolean[];
}

interface Item {
  readonly key: string;
  readonly kind: string;
  readonly targetId: string;
  readonly effect: string;
  readonly has: boolean;
  readonly willHave: boolean;
}

interface Plan {
  readonly key: string;
  readonly users: readonly { readonly userId: string; readonly canExecute: boolean; readonly items: readonly Item[] }[];
}

interface Verified {
  readonly users: readonly {
    readonly name: string;
    readonly checks: readonly { readonly name: string; readonly answer: string; readonly detail?: string | null }[];
  }[];
}

const org = new ProductOrg();
after(() => org.close());

const users = org
  .query(
    `SELECT Id FROM User WHERE IsActive = true AND Profile.Name = 'Northlake Sales Representative' ORDER BY Id LIMIT ${USERS_A_RUN}`,
  )
  .map(({ Id }) => String(Id));
const setIds = NAMES.map((name) => String(org.query(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`)[0]?.Id));

type Histories = readonly (readonly (Fate | null)[])[];

function perform(verb: string, histories: Histories, applies: (fate: Fate) => boolean): void {
  const steps = histories.flatMap((fates, user) =>
    fates.flatMap((fate, set) =>
      fate !== null && applies(fate) ? [{ userId: users[user], verb, target: setIds[set] }] : [],
    ),
  );
  if (steps.length === 0) return;
  assert.deepEqual(org.call<(string | null)[]>('HistoryActor.perform', { steps }).filter(Boolean), []);
}

/** Users who held sets, were deactivated, and have lost some of them since: taken away, or run out. */
function live(histories: Histories): void {
  org.call('HistoryActor.clear', { userIds: users });
  perform('give Set', histories, () => true);
  perform('end Set', histories, (fate) => fate.startsWith('ends'));
  org.call('HistoryActor.deactivate', { userIds: users });
  org.settle();
  org.settle(15 * MINUTE);
  perform('take Set', histories, (fate) => fate.endsWith('is taken'));
  org.settle();
}

function plan(options: object): Plan {
  return org.call<Plan>('RestoreController.plan', {
    userIds: users,
    options: { reason: 'Back from leave', sendPasswordMail: false, ...options },
  });
}

const setsOf = (found: Plan): Item[] =>
  found.users.flatMap(({ items }) => items.filter(({ targetId }) => setIds.includes(targetId)));

/** What every user can do now: active or not, and the sets that count. */
function access(): string[] {
  const ids = users.map((id) => `'${id}'`).join(', ');
  return [
    ...org
      .query(`SELECT Id, IsActive FROM User WHERE Id IN (${ids})`)
      .map((row) => `${String(row.Id)} ${String(row.IsActive)}`),
    ...org
      .query(
        `SELECT AssigneeId, PermissionSetId FROM PermissionSetAssignment WHERE IsActive = true AND PermissionSet.IsOwnedByProfile = false AND AssigneeId IN (${ids})`,
      )
      .map((row) => `${String(row.AssigneeId)} ${String(row.PermissionSetId)}`),
  ].sort();
}

const promised = (found: Plan): string[] =>
  [
    ...found.users.map(({ userId, canExecute }) => `${userId} ${canExecute}`),
    ...found.users.flatMap(({ userId, items }) =>
      items
        .filter(({ kind, willHave }) => kind === 'permissionSet' && willHave)
        .map(({ targetId }) => `${userId} ${targetId}`),
    ),
  ].sort();

const offers = (found: Plan): string[] =>
  setsOf(found)
    .map(({ key, effect }) => `${key} ${effect}`)
    .sort();

function restore({ accessChoice, leftOut }: Choice): Plan {
  const offered = plan({ accessChoice });
  const excludedItemKeys = setsOf(offered)
    .filter(({ effect }, index) => leftOut[index % leftOut.length] && effect !== 'alreadyThere')
    .map(({ key }) => key);
  const chosen = plan({ accessChoice, excludedItemKeys, replacesKey: offered.key });
  org.call('RestoreController.execute', { key: chosen.key });
  org.settle();
  return chosen;
}

/** Answers that are not yes, of checks that apply. */
function doubts(method: string, key: string): string[] {
  const { users: verified } = org.call<Verified>(method, { key });
  assert.equal(verified.length, users.length);
  return verified.flatMap(({ name, checks }) =>
    checks
      .filter(({ answer }) => answer !== 'yes' && answer !== 'notApplicable')
      .map((check) => `${name}: ${check.name} ${check.answer} ${check.detail ?? ''}`),
  );
}

function undo(key: string): void {
  const found = org.call<{ key: string; users: { refusals: string[] }[] }>('UndoController.plan', {
    key,
    userIds: null,
  });
  assert.deepEqual(
    found.users.flatMap(({ refusals }) => refusals),
    [],
  );
  org.call('UndoController.execute', { key: found.key });
  org.settle();
  // Salesforce accepts no end in the past: what had run out ends again within two minutes.
  org.settle(3 * MINUTE);
  assert.deepEqual(doubts('UndoController.verify', found.key), []);
}

const history = fc.array(fc.option(fc.constantFrom(...FATES), { freq: 3 }), {
  minLength: NAMES.length,
  maxLength: NAMES.length,
});
const choice: fc.Arbitrary<Choice> = fc.record({
  accessChoice: fc.constantFrom('all', 'least', 'pick'),
  leftOut: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
});

describe('restores of which a random part is chosen', () => {
  test('give exactly what was shown, are proven, and leave nothing behind when they are undone', (context) => {
    assert.equal(users.length, USERS_A_RUN);
    const seed = Number(process.env.HISTORY_SEED ?? Math.floor(Math.random() * 2 ** 31));
    context.diagnostic(`choices with seed ${seed}`);
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.array(history, { minLength: USERS_A_RUN, maxLength: USERS_A_RUN }),
        choice,
        (histories, chosen) => {
          live(histories);
          const before = access();
          const offered = plan({ accessChoice: 'all' });

          const restored = restore(chosen);

          for (const { effect } of setsOf(restored)) seen.set(effect, (seen.get(effect) ?? 0) + 1);
          assert.deepEqual(access(), promised(restored));
          assert.deepEqual(doubts('RestoreController.verify', restored.key), []);
          undo(restored.key);
          assert.deepEqual(access(), before);
          assert.deepEqual(offers(plan({ accessChoice: 'all' })), offers(offered));
        },
      ),
      { numRuns: RUNS, seed, endOnFailure: false },
    );
    context.diagnostic(JSON.stringify(Object.fromEntries(seen)));
    for (const effect of ['comesBack', 'alreadyThere', 'extended', 'notChosen']) {
      assert.ok((seen.get(effect) ?? 0) > 0, `No step was ${effect}.`);
    }
  });
});
