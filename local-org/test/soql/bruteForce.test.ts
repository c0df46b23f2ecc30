import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runQuery } from '../../src/soql/run.ts';
import type { RowValues } from '../../src/store/RowValues.ts';
import type { SObjectValue } from '../../src/values/SObjectValue.ts';
import { readFiles, THING_FILES } from '../schema/projectFixture.ts';
import { makeTestOrg } from '../store/testOrg.ts';
import { holds, toSoql, type Condition } from './bruteForce.ts';

const TEXTS = ['a', 'A', 'ab', 'Ab', 'b', 'ba', 'é', 'É', 'z'];
const text = fc.constantFrom(...TEXTS);
const amount = fc.constantFrom(-2, 0, 1.5, 7);

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    field: fc.constantFrom('Text__c' as const, 'Parent__r.Text__c' as const),
    operator: fc.constantFrom('=' as const, '!=' as const, '<' as const, '>' as const, '<=' as const, '>=' as const),
    value: text,
  }),
  fc.record({
    kind: fc.constant('compare' as const),
    field: fc.constant('Amount__c' as const),
    operator: fc.constantFrom('=' as const, '!=' as const, '<' as const, '>=' as const),
    value: amount,
  }),
  fc.record({
    kind: fc.constant('compare' as const),
    field: fc.constantFrom('Text__c' as const, 'Amount__c' as const, 'Parent__r.Text__c' as const),
    operator: fc.constantFrom('=' as const, '!=' as const),
    value: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('compare' as const),
    field: fc.constant('Flag__c' as const),
    operator: fc.constantFrom('=' as const, '!=' as const),
    value: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('like' as const), pattern: fc.constantFrom('a%', '%b', '_', 'A_', '%', 'É') }),
  fc.record({
    kind: fc.constant('in' as const),
    field: fc.constantFrom('Text__c' as const, 'Parent__r.Text__c' as const),
    isNegated: fc.boolean(),
    values: fc.array(fc.option(text), { minLength: 1, maxLength: 4 }),
  }),
);

const condition = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      items: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), item: tie('condition') }),
  ),
})).condition;

const row = fc.record({
  Text__c: fc.option(text),
  Amount__c: fc.option(amount),
  Flag__c: fc.boolean(),
  parent: fc.option(fc.nat(20)),
});

test('a query finds exactly the rows of which its condition holds', () => {
  const org = makeTestOrg(readFiles(THING_FILES));
  const options = { access: 'system', sharing: false, apiVersion: 67 } as const;
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.array(condition, { minLength: 1, maxLength: 6 }),
      (rows, conditions) => {
        const savepoint = org.store.savepoint();
        try {
          const ids: string[] = [];
          for (const [index, { parent, ...values }] of rows.entries()) {
            const Parent__c = parent === null ? null : (ids[parent % Math.max(1, index)] ?? null);
            ids.push(
              org.store.insertRow('Thing__c', {
                ...values,
                Parent__c,
                Key__c: `k${index}`,
                Name: `k${index}`,
                OwnerId: org.userId,
              }),
            );
          }
          const stored = new Map<string, RowValues>(
            org.store.findRows('Thing__c').map((found) => [String(found.Id), found]),
          );
          for (const tree of conditions) {
            const expected = ids.filter((id) => {
              const found = stored.get(id) as RowValues;
              return holds(tree, found, stored.get(String(found.Parent__c)) ?? null);
            });
            // A limit turns on the reading in order, which must find the same rows.
            const paged = `SELECT Id FROM Thing__c WHERE ${toSoql(tree)} ORDER BY Text__c DESC NULLS LAST LIMIT 100`;
            const inPages = org.run(() => runQuery(paged, () => null, options)) as SObjectValue[];
            assert.deepEqual(inPages.map((record) => record.id).sort(), [...expected].sort(), paged);
            const soql = `SELECT Id FROM Thing__c WHERE ${toSoql(tree)} ORDER BY Id`;
            const found = org.run(() => runQuery(soql, () => null, options)) as SObjectValue[];
            assert.deepEqual(
              found.map((record) => record.id),
              [...expected].sort(),
              soql,
            );
          }
        } finally {
          savepoint.rollback();
          savepoint.release();
        }
      },
    ),
    { numRuns: 150 },
  );
});
