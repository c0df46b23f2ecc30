import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TriggerContext, TriggerEvent } from '../../src/dml/triggers.ts';
import { currentOrg, currentTransaction } from '../../src/org/current.ts';
import { rollback, setSavepoint } from '../../src/platform/data/Savepoint.ts';
import { ApexException, throwApex } from '../../src/runtime/ApexException.ts';
import { ApexList } from '../../src/values/ApexList.ts';
import type { SObjectValue } from '../../src/values/SObjectValue.ts';
import type { RulesOrg } from '../rules/support/RulesOrg.ts';
import { violations } from './invariants.ts';
import { dump, makeOrg, perform, step, type Step } from './orgWork.ts';

const FAULTS = ['none', 'none', 'throw', 'addError', 'change', 'limit', 'after'] as const;
type Fault = (typeof FAULTS)[number];

/** Makes one trigger on every object misbehave; returns how many rows it let through for the record. */
function inject(org: RulesOrg, fault: Fault): void {
  const run = (context: TriggerContext): void => {
    const records = ((context.new ?? context.old) as ApexList).items as SObjectValue[];
    assert.ok(records.length > 0);
    if (fault === 'throw' && context.isBefore)
      throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
    if (fault === 'after' && context.isAfter) throwApex('System.MathException', 'Divide by 0');
    if (fault === 'addError' && context.isBefore) records.at(-1)?.addError('Not this one.');
    if (fault === 'change' && context.isBefore && context.new && records[0]?.type === 'Thing__c') {
      records[0].put('Text__c', 'changed');
    }
  };
  const triggersFor = (object: string, event: TriggerEvent): unknown[] =>
    fault === 'none' || fault === 'limit' || !['User', 'Thing__c'].includes(object)
      ? []
      : [{ name: 'Fault', object, events: [event], apiVersion: 67, run }];
  Object.assign(org.org, { triggers: { triggersFor } });
}

/** True when the step wrote something. Failures of Apex are what a caller would catch. */
function attempted(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    return false;
  }
}

test('a rollback to a savepoint leaves the database as it was', () => {
  let succeeded = 0;
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 6 }),
      fc.array(step, { minLength: 1, maxLength: 10 }),
      fc.constantFrom(...FAULTS),
      (before, after, fault) => {
        const org = makeOrg();
        try {
          for (const item of before) attempted(() => org.transaction(() => perform(org, item)));
          inject(org, fault);
          org.transaction(() => {
            const start = dump(org.store);
            const savepoint = setSavepoint();
            for (const item of after) if (attempted(() => perform(org, item))) succeeded++;
            rollback(savepoint);
            assert.deepEqual(dump(org.store), start);
            assert.equal(currentTransaction().afterCommit.length, 0);
            assert.equal(currentOrg(), org.org);
          });
        } finally {
          org.store.close();
        }
      },
    ),
    { numRuns: 40 },
  );
  assert.ok(succeeded > 50, `${succeeded} statements did something.`);
});

test('a statement that throws changes nothing', () => {
  let thrown = 0;
  fc.assert(
    fc.property(
      fc.array(fc.record({ item: step, fault: fc.constantFrom(...FAULTS) }), { minLength: 1, maxLength: 12 }),
      (steps) => {
        const org = makeOrg();
        try {
          for (const { item, fault } of steps) {
            inject(org, fault);
            const start = dump(org.store);
            if (attempted(() => inTransaction(org, item, fault))) continue;
            thrown++;
            assert.deepEqual(dump(org.store), start);
          }
        } finally {
          org.store.close();
        }
      },
    ),
    { numRuns: 30 },
  );
  assert.ok(thrown > 20, `${thrown} statements threw.`);
});

test('no sequence of DML with faults breaks references, seats or uniqueness', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ item: step, fault: fc.constantFrom(...FAULTS) }), { minLength: 1, maxLength: 25 }),
      (steps) => {
        const org = makeOrg();
        try {
          const known = new Set(violations(org.store));
          for (const { item, fault } of steps) {
            inject(org, fault);
            attempted(() => inTransaction(org, item, fault));
            const found = violations(org.store).filter((violation) => !known.has(violation));
            assert.deepEqual(found, [], `after ${JSON.stringify(item)} with ${fault}`);
          }
        } finally {
          org.store.close();
        }
      },
    ),
    { numRuns: 60 },
  );
});

function inTransaction(org: RulesOrg, item: Step, fault: Fault): void {
  org.transaction((transaction) => {
    // One row is left, so that a statement with more of them passes the limit.
    if (fault === 'limit') transaction.limits.count('DmlRows', 9_999);
    perform(org, item);
  });
}
