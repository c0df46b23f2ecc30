import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { personas } from '../../src/seed/personas.ts';
import { FaultyOrg, type Row } from './faults/FaultyOrg.ts';

/**
 * A customer's automation refuses everything that the product's subscribers write, until Salesforce stops them: the ones for
 * snapshots, outcomes and refused calls, each driven there by real events.
 */
const org = new FaultyOrg();
after(() => org.close());

const TRIGGERS = ['ReinstateAccessLostTrigger', 'ReinstateFailureTrigger', 'ReinstateOutcomeTrigger'];
const MINUTE = 60_000;

interface Activity {
  readonly rows: readonly { readonly key: string; readonly userId: string; readonly status: string }[];
}

function subscribers(): unknown[] {
  return org
    .query('SELECT Name, Status, Retries, LastError FROM EventBusSubscriber')
    .map(({ Name, Status, Retries, LastError }) => [Name, Status, Retries, LastError])
    .sort(([one], [other]) => String(one).localeCompare(String(other)));
}

function warnings(): { text: string; cure: string; url?: string }[] {
  return org.call<{ warnings: { text: string; cure: string; url?: string }[] }>('RestoreConsoleController.open', {
    query: null,
  }).warnings;
}

function snapshotsOf(userId: string): Row[] {
  return org.query(
    `SELECT Key__c, IsReduced__c, ItemCount__c FROM ReinstateSnapshot__c WHERE UserId__c = '${userId}' AND Why__c = 'SwitchedOff'`,
  );
}

function statusInActivity(key: string): string | undefined {
  return org
    .call<Activity>('RestoreActivityController.findRecords', { query: null })
    .rows.find((row) => row.key === key)?.status;
}

/** Active users who hold permission sets, so that a snapshot of them has something to say. */
function leavers(count: number): string[] {
  const users = org
    .query(
      `SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.IsOwnedByProfile = false AND Assignee.IsActive = true
       AND Assignee.Profile.Name = 'Northlake Sales Representative' ORDER BY AssigneeId LIMIT 40`,
    )
    .map(({ AssigneeId }) => String(AssigneeId));
  const found = [...new Set(users)].slice(0, count);
  assert.equal(found.length, count);
  return found;
}

test('subscribers that cannot write stop, the console says so, and nothing is lost or written twice', () => {
  const [restored = ''] = org.inactive('Salesforce', 1);
  const [first = '', second = ''] = leavers(2);
  const refusalsBefore = refusals();

  org.call('BooksClosed.close', {});
  org.call('FaultActor.setActive', { userIds: [first], isActive: false });
  const { key, outcome } = org.restore([restored]);
  beRefused(restored);
  org.settle();

  assert.deepEqual(
    subscribers(),
    TRIGGERS.map((name) => [name, 'Error', 9, 'FIELD_CUSTOM_VALIDATION_EXCEPTION: The books are closed']),
    'after ten runs Salesforce stops each of them',
  );
  requireWarnings();

  // Intent first: the user is active, and the record that was there before says that nobody knows what came of it.
  assert.equal(outcome.status, 'Executed');
  assert.deepEqual(org.active([restored]), [restored]);
  assert.equal(org.records(key).get(restored)?.Status__c, 'Planned');
  org.org.clock.advance(6 * MINUTE);
  assert.equal(statusInActivity(key), 'OutcomeUnknown');

  // The cause is gone; a verification settles the outcome although the subscriber is still stopped.
  org.call('BooksClosed.open', {});
  org.call('RestoreController.verify', { key });
  const reconciled = org.records(key).get(restored);
  assert.equal(reconciled?.Status__c, 'Verified');
  assert.match(String(reconciled?.Summary__c), /no outcome|live state/i);
  assert.ok(Number(reconciled?.DoneCount__c) >= 1);

  // What happens while they are stopped waits as well.
  org.call('FaultActor.setActive', { userIds: [second], isActive: false });
  org.settle();
  assert.deepEqual([...snapshotsOf(first), ...snapshotsOf(second)], []);

  for (const name of TRIGGERS) org.org.events.resume(org.org, name, 'leftOff');
  org.settle();

  assert.deepEqual(
    subscribers(),
    TRIGGERS.map((name) => [name, 'Running', 0, null]),
  );
  assert.deepEqual(warnings(), []);
  for (const userId of [first, second]) {
    const [snapshot, ...more] = snapshotsOf(userId);
    assert.deepEqual([snapshot?.IsReduced__c, more], [false, []], 'one complete snapshot of each deactivation');
    assert.ok(Number(snapshot?.ItemCount__c) > 0);
  }
  const record = org.records(key).get(restored);
  assert.deepEqual([record?.Status__c, record?.DoneCount__c], ['Verified', reconciled?.DoneCount__c]);
  assert.equal(
    org.query(`SELECT Id FROM ReinstateRestore__c WHERE UserId__c = '${restored}' AND RunKey__c = '${key}'`).length,
    1,
  );
  assert.equal(refusals(), refusalsBefore + 1, 'the refused call is recorded once');

  // A second resume has nothing to deliver again.
  org.settle();
  assert.equal(snapshotsOf(first).length, 1);
});

function refusals(): number {
  return org.query("SELECT Id FROM ReinstateRestore__c WHERE Kind__c = 'Refusal'").length;
}

function requireWarnings(): void {
  for (const name of TRIGGERS) {
    const warning = warnings().find(({ text }) => text.includes(name));
    assert.match(warning?.text ?? '', /has stopped \(Error\).*The books are closed/, name);
    assert.match(warning?.cure ?? '', new RegExp(`resume the subscription of ${name} where it left off`));
    assert.equal(warning?.url, '/lightning/setup/EventObjects/home');
  }
}

/** An auditor, who may look and take nothing away, tries it. */
function beRefused(userId: string): void {
  const auditor = personas(org.org.store).find(({ role }) => role === 'Auditor');
  assert.ok(auditor);
  const params = { packageLicenseId: null, userIds: [userId] };
  assert.throws(() => org.call('SeatController.planRelease', params, auditor.userId), /ReinstateReclaim/);
}
