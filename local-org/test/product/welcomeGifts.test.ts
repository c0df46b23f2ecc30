import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { FaultyOrg, type Outcome } from './faults/FaultyOrg.ts';

interface UndoPlan {
  readonly key: string;
  readonly users: readonly {
    readonly canExecute: boolean;
    readonly refusals: readonly string[];
    readonly cannotTakeBack: readonly { readonly label: string; readonly reason: string }[];
  }[];
}

const PLANNED = 'Report_Export';
const UNPLANNED = 'Account_Plans';
const LATER = 'Case_Escalation';
const org = new FaultyOrg();
after(() => org.close());

/** Somebody who had a set and lost it while inactive, and who gets that one and another as soon as the user is active. */
function leaver(): string {
  const [userId = ''] = org.inactive('Salesforce', 1);
  org.call('FaultActor.setTitle', { userIds: [userId], title: null });
  for (const name of [PLANNED, UNPLANNED, LATER]) org.call('FaultActor.setSet', { userId, name, isGiven: false });
  org.call('FaultActor.setActive', { userIds: [userId], isActive: true });
  org.call('FaultActor.setSet', { userId, name: PLANNED, isGiven: true });
  org.call('FaultActor.setActive', { userIds: [userId], isActive: false });
  org.settle();
  org.call('FaultActor.setSet', { userId, name: PLANNED, isGiven: false });
  org.call('FaultActor.setTitle', { userIds: [userId], title: `Gets ${PLANNED} ${UNPLANNED}` });
  return userId;
}

function setsOf(userId: string): string[] {
  return org
    .query(
      `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = '${userId}' AND PermissionSet.Name IN ('${PLANNED}', '${UNPLANNED}', '${LATER}')`,
    )
    .map((row) => (row.PermissionSet as { Name: string }).Name)
    .sort();
}

function restoreAndVerify(userId: string): { key: string; outcome: Outcome } {
  const restored = org.restore([userId]);
  org.settle();
  org.call('RestoreController.verify', { key: restored.key });
  return restored;
}

const planUndo = (key: string): UndoPlan => org.call<UndoPlan>('UndoController.plan', { key, userIds: null });

describe('a restore in an org whose automation gives access on activation', () => {
  test('can be undone: what was planned goes, what else the automation gave stays and is named', () => {
    const userId = leaver();
    const { key, outcome } = restoreAndVerify(userId);
    const planned = outcome.users[0]?.items.find(({ statusCode }) => statusCode === 'DUPLICATE_VALUE');
    assert.equal(planned?.result, 'alreadyThere');
    assert.deepEqual(setsOf(userId), [UNPLANNED, PLANNED].sort());

    const undo = planUndo(key);
    const [user] = undo.users;
    assert.deepEqual(user?.refusals, []);
    assert.match(user?.cannotTakeBack.map(({ label }) => label).join('\n') ?? '', /Account Plans/);
    org.call('UndoController.execute', { key: undo.key });
    org.settle();

    assert.deepEqual(org.active([userId]), []);
    assert.deepEqual(setsOf(userId), [UNPLANNED]);
    const { status } = org.call<{ status: string }>('UndoController.verify', { key: undo.key });
    assert.equal(status, 'Verified');
  });

  test('cannot be undone once somebody has given something after the verification', () => {
    const userId = leaver();
    const { key } = restoreAndVerify(userId);
    org.call('FaultActor.setSet', { userId, name: LATER, isGiven: true });

    const [user] = planUndo(key).users;

    assert.equal(user?.canExecute, false);
    assert.match(user?.refusals.join(' ') ?? '', /Case Escalation/);
  });
});
