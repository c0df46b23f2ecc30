import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runQuery } from '../../src/soql/run.ts';
import { ApexDecimal } from '../../src/values/ApexDecimal.ts';
import type { SObjectValue } from '../../src/values/SObjectValue.ts';
import { readFiles, THING_FILES } from '../schema/projectFixture.ts';
import { makeTestOrg, type TestOrg } from '../store/testOrg.ts';
import { AGGREGATES, folded, GROUPS, type Thing } from './soqlModel.ts';

const SYSTEM = { access: 'system', sharing: false, apiVersion: 67 } as const;

const row = fc.record({
  Text__c: fc.option(fc.constantFrom('a', 'A', 'ab', 'b', 'É', 'é')),
  Amount__c: fc.option(fc.constantFrom(-2, 0, 1.5, 7, 7.25)),
  Flag__c: fc.boolean(),
  parent: fc.option(fc.nat(20)),
  person: fc.option(fc.nat(2)),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const org = makeTestOrg(readFiles(THING_FILES));
const PEOPLE = [
  org.userId,
  ...['Ben', 'Cyd'].map((LastName) => org.store.insertRow('User', { LastName, Username: LastName, IsActive: true })),
];

/** Rows in the database for the time of one check; sums and averages stay exact in binary. */
function withRows(rows: readonly Row[], check: (things: readonly Thing[], org: TestOrg) => void): void {
  const savepoint = org.store.savepoint();
  try {
    const things: Thing[] = [];
    for (const [index, { parent, person, ...values }] of rows.entries()) {
      const Parent__c = parent === null ? null : (things[parent % Math.max(1, index)]?.Id ?? null);
      const Person__c = person === null ? null : (PEOPLE[person] ?? null);
      const all = { ...values, Parent__c, Person__c };
      const Id = org.store.insertRow('Thing__c', {
        ...all,
        Key__c: `k${index}`,
        Name: `k${index}`,
        OwnerId: org.userId,
      });
      things.push({ ...all, Id });
    }
    check(things, org);
  } finally {
    savepoint.rollback();
    savepoint.release();
  }
}

function query(text: string): SObjectValue[] {
  return org.run(() => runQuery(text, () => null, SYSTEM)) as SObjectValue[];
}

const rows = fc.array(row, { minLength: 1, maxLength: 14 });
const aggregate = fc.constantFrom(...Object.keys(AGGREGATES));

test('aggregates with GROUP BY and HAVING', () => {
  const group = fc.uniqueArray(fc.constantFrom(...Object.keys(GROUPS)), { minLength: 1, maxLength: 2 });
  const having = fc.option(fc.record({ name: aggregate, operator: fc.constantFrom('>', '<=', '='), value: fc.nat(3) }));
  fc.assert(
    fc.property(rows, group, aggregate, having, (made, fields, name, filter) => {
      withRows(made, (things) => {
        const parents = new Map(things.map((thing) => [thing.Id, thing]));
        const groups = new Map<string, Thing[]>();
        for (const thing of things) {
          const key = JSON.stringify(fields.map((field) => GROUPS[field]?.(thing, parents) ?? null));
          groups.set(key, [...(groups.get(key) ?? []), thing]);
        }
        const expected = [...groups]
          .filter(([, members]) => !filter || compare(AGGREGATES[filter.name]?.(members) ?? null, filter))
          .map(([key, members]) => `${key} ${String(AGGREGATES[name]?.(members) ?? null)}`);
        const aliases = fields.map((field, index) => `${field} g${index}`).join(', ');
        const condition = filter ? ` HAVING ${filter.name} ${filter.operator} ${filter.value}` : '';
        const text = `SELECT ${aliases}, ${name} total FROM Thing__c GROUP BY ${fields.join(', ')}${condition}`;
        const found = query(text).map((result) => {
          const key = fields.map((_, index) => plain(result.get(`g${index}`)));
          return `${JSON.stringify(key)} ${String(plain(result.get('total')))}`;
        });
        assert.deepEqual(found.sort(), expected.sort(), text);
      });
    }),
    { numRuns: 150 },
  );
});

test('aggregates of everything', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), aggregate, (made, name) => {
      withRows(made, (things) => {
        const [result, ...others] = query(`SELECT ${name} total FROM Thing__c`);
        assert.equal(others.length, 0);
        assert.equal(plain(result?.get('total')), AGGREGATES[name]?.(things) ?? null);
      });
    }),
    { numRuns: 60 },
  );
});

test('semi-joins and anti-joins', () => {
  const use = fc.record({
    isNegated: fc.boolean(),
    condition: fc.constantFrom('', ' WHERE Flag__c = TRUE', " WHERE Text__c = 'a'", ' WHERE Amount__c = null'),
  });
  const holds: Readonly<Record<string, (thing: Thing) => boolean>> = {
    '': () => true,
    ' WHERE Flag__c = TRUE': (thing) => thing.Flag__c,
    " WHERE Text__c = 'a'": (thing) => folded(thing.Text__c) === 'a',
    ' WHERE Amount__c = null': (thing) => thing.Amount__c === null,
  };
  fc.assert(
    fc.property(rows, fc.array(use, { minLength: 1, maxLength: 2 }), (made, uses) => {
      withRows(made, (things) => {
        const expected = PEOPLE.filter((person) =>
          uses.every(({ isNegated, condition }) => {
            return things.some((thing) => thing.Person__c === person && holds[condition]?.(thing)) !== isNegated;
          }),
        );
        const parts = uses.map(({ isNegated, condition }) => {
          return `Id ${isNegated ? 'NOT IN' : 'IN'} (SELECT Person__c FROM Thing__c${condition})`;
        });
        const text = `SELECT Id FROM User WHERE ${parts.join(' AND ')}`;
        assert.deepEqual(
          query(text)
            .map(({ id }) => id)
            .sort(),
          [...expected].sort(),
          text,
        );
        // The other way round: an empty reference is in no list, and outside of every one.
        const active = `SELECT Id FROM Thing__c WHERE Person__c NOT IN (SELECT Id FROM User WHERE LastName = 'Ben')`;
        const outside = things.filter((thing) => thing.Person__c !== PEOPLE[1]).map(({ Id }) => Id);
        assert.deepEqual(
          query(active)
            .map(({ id }) => id)
            .sort(),
          outside.sort(),
        );
      });
    }),
    { numRuns: 100 },
  );
});

test('children of each parent, in order and limited', () => {
  const nulls = fc.constantFrom('', ' NULLS FIRST', ' NULLS LAST');
  fc.assert(
    fc.property(rows, fc.constantFrom('', ' DESC'), nulls, fc.option(fc.nat(3)), (made, direction, place, limit) => {
      withRows(made, (things) => {
        const order = `Amount__c${direction}${place}, Id`;
        const inner = `SELECT Id FROM Children__r ORDER BY ${order}${limit === null ? '' : ` LIMIT ${limit}`}`;
        const text = `SELECT Id, (${inner}) FROM Thing__c`;
        for (const parent of query(text)) {
          const expected = things
            .filter((thing) => thing.Parent__c === parent.id)
            .sort((left, right) => byAmount(left, right, direction === ' DESC', place === ' NULLS LAST'))
            .map(({ Id }) => Id)
            .slice(0, limit ?? undefined);
          const found = (parent.getChildren('Children__r').items as SObjectValue[]).map(({ id }) => id);
          assert.deepEqual(found, expected, text);
        }
      });
    }),
    { numRuns: 100 },
  );
});

function byAmount(left: Thing, right: Thing, isDescending: boolean, areNullsLast: boolean): number {
  const [first, second] = [left.Amount__c, right.Amount__c];
  if (first === second) return left.Id < right.Id ? -1 : 1;
  if (first === null || second === null) return (first === null) === areNullsLast ? 1 : -1;
  return isDescending ? second - first : first - second;
}

function compare(value: number | null, { operator, value: other }: { operator: string; value: number }): boolean {
  if (value === null) return false;
  return operator === '>' ? value > other : operator === '=' ? value === other : value <= other;
}

/** Apex values as JavaScript ones; texts folded, as groups are. */
function plain(value: unknown): unknown {
  if (value instanceof ApexDecimal) return value.toNumber();
  return typeof value === 'string' && !/^(005|a0)/.test(value) ? value.toLowerCase() : value;
}
