import assert from 'node:assert/strict';
import { test } from 'node:test';
import { executeDml } from '../../src/dml/execute.ts';
import { readFiles, THING_FILES } from '../schema/projectFixture.ts';
import { makeTestOrg, record } from '../store/testOrg.ts';

/** Which of two triggers of one event ran first. */
function orderOf(triggersRunInReverse: boolean): string[] {
  const org = makeTestOrg(readFiles(THING_FILES));
  org.behavior.triggersRunInReverse = triggersRunInReverse;
  const ran: string[] = [];
  for (const name of ['Ahead', 'Behind']) {
    const run = (): void => void ran.push(name);
    org.triggers.push({ name, object: 'Thing__c', events: ['before insert'], apiVersion: 67, run });
  }
  org.run(() =>
    executeDml({
      operation: 'insert',
      records: [record('Thing__c', { Key__c: 'a' })],
      allOrNone: true,
      access: 'system',
      sharing: false,
      externalIdField: null,
      apiVersion: 67,
    }),
  );
  return ran;
}

test('triggers of one event run in either order, for Salesforce guarantees none', () => {
  assert.deepEqual(orderOf(false), ['Ahead', 'Behind']);
  assert.deepEqual(orderOf(true), ['Behind', 'Ahead']);
});
