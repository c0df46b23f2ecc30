import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { defaultBehavior } from '../../src/rules/OrgBehavior.ts';
import { FaultyOrg, type Plan, type PlannedItem } from './faults/FaultyOrg.ts';

const DAY = 24 * 3_600_000;

const org = new FaultyOrg();
after(() => org.close());
afterEach(() => void Object.assign(org.org.behavior, defaultBehavior()));

interface Held {
  readonly setId: string;
  readonly label: string;
}

/** Active users and a permission set of each that comes back by itself. */
function holders(): Map<string, Held> {
  const rows = org.query(
    `SELECT AssigneeId, PermissionSetId, PermissionSet.Label FROM PermissionSetAssignment
     WHERE PermissionSet.IsOwnedByProfile = false AND PermissionSet.Type = 'Regular' AND PermissionSet.LicenseId = null
       AND ExpirationDate = null AND Assignee.IsActive = true AND Assignee.UserType = 'Standard'
       AND Assignee.Profile.Name = 'Northlake Sales Representative'
     ORDER BY AssigneeId`,
  );
  return new Map(
    rows.map((row) => [
      String(row.AssigneeId),
      { setId: String(row.PermissionSetId), label: String((row.PermissionSet as { Label: string }).Label) },
    ]),
  );
}

/** Deactivates a user whom a trigger of the customer strips before the user is saved. */
function stripAndDeactivate(userId: string): void {
  org.call('FaultActor.setActive', { userIds: [userId], isActive: false });
  org.settle();
  const left = org.query(
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' AND PermissionSet.IsOwnedByProfile = false`,
  );
  assert.deepEqual(left, [], 'the customer took everything');
}

/** The newest snapshot of the deactivation: whether it is complete, and the labels in it. */
function snapshotOf(userId: string): { isReduced: boolean; labels: string[] } {
  const [row] = org.query(
    `SELECT IsReduced__c, AccessJson__c FROM ReinstateSnapshot__c
     WHERE UserId__c = '${userId}' AND Why__c = 'SwitchedOff' ORDER BY TakenAt__c DESC LIMIT 1`,
  );
  const access = JSON.parse(String(row?.AccessJson__c)) as { items: { label: string }[] };
  return { isReduced: row?.IsReduced__c === true, labels: access.items.map(({ label }) => label) };
}

const itemOf = (plan: Plan, { setId }: Held): PlannedItem | undefined =>
  plan.users[0]?.items.find(({ key }) => key.endsWith(`/permissionSet/${setId}`));

describe('a trigger of the customer that strips users before they are saved', () => {
  const [first, second] = holders();
  assert.ok(first && second);

  before(() => {
    org.call('FaultActor.setTitle', { userIds: [first[0], second[0]], title: 'Stripped' });
    org.call('RestoreSettingsController.switchBaseline', { isOn: true });
    org.org.clock.advance(DAY);
    org.settle();
  });

  test('takes nothing from the snapshot when it runs after ours', () => {
    const [userId, held] = first;

    stripAndDeactivate(userId);

    const snapshot = snapshotOf(userId);
    assert.equal(snapshot.isReduced, false);
    assert.ok(snapshot.labels.includes(held.label));
    const item = itemOf(org.plan([userId]), held);
    assert.deepEqual([item?.effect, item?.source], ['comesBack', 'snapshot']);
  });

  test('empties the snapshot when it runs ahead of ours; the last night fills it in, with its date, and the plan offers it', () => {
    const [userId, held] = second;
    const [night] = org.query(
      `SELECT TakenAt__c FROM ReinstateSnapshot__c WHERE UserId__c = '${userId}' AND Why__c = 'Nightly'`,
    );
    org.org.behavior.triggersRunInReverse = true;

    stripAndDeactivate(userId);

    const snapshot = snapshotOf(userId);
    assert.equal(snapshot.isReduced, false, 'nothing tells our trigger that it came late');
    assert.ok(!snapshot.labels.includes(held.label), 'it has what was left');
    const item = itemOf(org.plan([userId]), held);
    assert.deepEqual([item?.effect, item?.source], ['notChosen', 'baseline']);
    assert.equal(new Date(String(item?.asOf)).getTime(), new Date(String(night?.TakenAt__c)).getTime());
    assert.match(item?.reason ?? '', /before/);
    const chosen = org.plan([userId], org.administratorId, [item?.key ?? '']);
    assert.equal(itemOf(chosen, held)?.effect, 'comesBack');
    org.call('RestoreController.execute', { key: chosen.key });
    org.settle();
    assert.equal(
      org.query(
        `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' AND PermissionSetId = '${held.setId}'`,
      ).length,
      1,
      'what was chosen is back',
    );
  });
});
