import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ProductOrg } from './histories/ProductOrg.ts';

interface Item {
  readonly key: string;
  readonly label: string;
  readonly effect: string;
  readonly source?: string | null;
  readonly reason?: string | null;
}

interface Plan {
  readonly key: string;
  readonly users: readonly {
    readonly accessNote?: string | null;
    readonly isAccessIncomplete?: boolean;
    readonly items: readonly Item[];
  }[];
}

const SETS = ['Account_Plans', 'Case_Escalation', 'Report_Export'];
const org = new ProductOrg();
after(() => org.close());

const setIds = SETS.map((name) => String(org.query(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`)[0]?.Id));
const userId = String(
  org.query(
    `SELECT Id FROM User WHERE IsActive = true AND Profile.Name = 'Northlake Sales Representative' ORDER BY Id LIMIT 1`,
  )[0]?.Id,
);

function perform(user: string, verb: string): void {
  const steps = setIds.map((target) => ({ userId: user, verb, target }));
  assert.deepEqual(org.call<(string | null)[]>('HistoryActor.perform', { steps }).filter(Boolean), []);
}

function plan(user: string, options: object = {}): Plan {
  return org.call<Plan>('RestoreController.plan', {
    userIds: [user],
    options: { reason: 'Back from leave', sendPasswordMail: false, ...options },
  });
}

function setsOf(found: Plan): string[] {
  return (found.users[0]?.items ?? [])
    .filter(({ key }) => setIds.some((id) => key.includes(id)))
    .map(({ label, effect, source, reason }) => `${label}: ${effect} by ${source ?? ''} ${reason ?? ''}`.trim())
    .sort();
}

function restoreAndUndo(user: string, options: object): void {
  const { key } = plan(user, options);
  org.call('RestoreController.execute', { key });
  org.settle();
  const undo = org.call<{ key: string }>('UndoController.plan', { key, userIds: null });
  org.call('UndoController.execute', { key: undo.key });
  org.settle();
  assert.equal(org.query(`SELECT IsActive FROM User WHERE Id = '${user}'`)[0]?.IsActive, false);
}

describe('what is remembered of a user whose restore was undone', () => {
  before(() => {
    org.call('HistoryActor.clear', { userIds: [userId] });
    perform(userId, 'give Set');
  });

  test('the next plan offers what the first one did, also after a second undo', () => {
    org.call('HistoryActor.deactivate', { userIds: [userId] });
    org.settle();
    perform(userId, 'take Set');
    org.settle();
    const first = plan(userId);
    assert.deepEqual(
      setsOf(first).map((line) => /: (\w+) by (\w+)/.exec(line)?.slice(1).join(' ')),
      SETS.map(() => 'comesBack snapshot'),
    );

    for (const options of [{ accessChoice: 'least' }, {}]) {
      restoreAndUndo(userId, options);

      const next = plan(userId);
      assert.deepEqual(setsOf(next), setsOf(first));
      assert.match(next.users[0]?.accessNote ?? '', /was undone on/);
    }
  });

  test('what was imported from the audit trail stays a hint of what the user had', () => {
    org.call('RestoreSettingsController.importAuditTrail', {});
    org.settle();
    const imported = importedUser();
    const first = plan(imported);
    assert.match(wholeAccess(first), /auditTrail/);

    restoreAndUndo(imported, { accessChoice: 'least' });

    assert.equal(wholeAccess(plan(imported)), wholeAccess(first));
  });
});

/** Somebody of whom only the audit trail knows that sets were removed, and who can be restored. */
function importedUser(): string {
  const rows = org.query(
    `SELECT UserId__c FROM ReinstateSnapshot__c WHERE Why__c = 'AuditTrail' AND ItemCount__c > 1 ORDER BY UserId__c LIMIT 200`,
  );
  for (const row of rows) {
    const user = String(row.UserId__c);
    const found = plan(user) as Plan & { users: readonly { canExecute: boolean }[] };
    if (found.users[0]?.canExecute && /comesBack by auditTrail/.test(wholeAccess(found))) return user;
  }
  throw new Error('The import has found nobody.');
}

function wholeAccess(found: Plan): string {
  return (found.users[0]?.items ?? [])
    .filter(({ key }) => /permissionSet/.test(key))
    .map(({ label, effect, source }) => `${label}: ${effect} by ${source ?? ''}`)
    .sort()
    .join('\n');
}
