import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { FaultyOrg } from './faults/FaultyOrg.ts';

/** Whoever switches users off, within so many milliseconds the product knows what they had. */
const BOUND = 60_000;
const MANY = 200;
const org = new FaultyOrg();
after(() => org.close());

/** The call of a component or of an API, and what integrations, flows and jobs do in transactions of their own. */
const PATHS: Readonly<Record<string, readonly [method: string, params: Readonly<Record<string, unknown>>]>> = {
  'an update of 200 rows by a user, an API or Data Loader': ['FaultActor.setActive', { isActive: false }],
  'a queueable': ['LeaverPaths.byQueueable', {}],
  'a future method': ['LeaverPaths.byFuture', {}],
  'a batch': ['LeaverPaths.byBatch', {}],
};

/** Users whom the org needs, such as its Default Workflow User, cannot be switched off. */
const needed = new Set(
  org.org.database
    .prepare('SELECT "UserId" FROM "local_deactivation_blocker"')
    .all()
    .map(({ UserId }) => String(UserId)),
);
const userIds = org
  .query("SELECT Id FROM User WHERE IsActive = true AND Profile.Name LIKE 'Northlake%' ORDER BY Id")
  .map(({ Id }) => String(Id))
  .filter((id) => !needed.has(id) && id !== org.administratorId)
  .slice(0, MANY);

interface Taken {
  readonly userId: string;
  readonly isReduced: boolean;
  readonly delay: number;
}

function snapshotsSince(time: number): Taken[] {
  return org
    .query(
      `SELECT UserId__c, IsReduced__c, TakenAt__c, CreatedDate FROM ReinstateSnapshot__c WHERE Why__c = 'SwitchedOff' AND TakenAt__c >= ${new Date(time).toISOString()}`,
    )
    .map((row) => ({
      userId: String(row.UserId__c),
      isReduced: row.IsReduced__c === true,
      delay: Date.parse(String(row.CreatedDate)) - Date.parse(String(row.TakenAt__c)),
    }));
}

describe('200 users who are switched off at once', () => {
  for (const [name, [method, params]] of Object.entries(PATHS)) {
    test(`by ${name} are 200 complete snapshots within a minute`, () => {
      assert.equal(userIds.length, MANY);
      // Whole seconds are kept, so each path begins in one of its own.
      org.org.clock.advance(2000);
      const begun = Math.floor(org.org.clock.now() / 1000) * 1000;
      const started = performance.now();

      org.call(method, { ...params, userIds });
      org.settle();

      const elapsed = performance.now() - started;
      const taken = snapshotsSince(begun);
      assert.deepEqual(taken.map(({ userId }) => userId).sort(), [...userIds].sort(), 'one snapshot a user');
      assert.deepEqual(
        taken.filter(({ isReduced }) => isReduced),
        [],
        'nothing is missing in them',
      );
      assert.ok(
        taken.every(({ delay }) => delay <= BOUND),
        'by the clock of the org',
      );
      assert.ok(elapsed < BOUND, `it took ${Math.round(elapsed)} ms`);
      org.call('FaultActor.setActive', { userIds, isActive: true });
    });
  }
});
