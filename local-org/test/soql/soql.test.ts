import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApexException } from '../../src/runtime/ApexException.ts';
import { checkQuery } from '../../src/soql/check.ts';
import { runQuery, type QueryOptions } from '../../src/soql/run.ts';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import { ApexDecimal } from '../../src/values/ApexDecimal.ts';
import { ApexList } from '../../src/values/ApexList.ts';
import { ApexSet } from '../../src/values/ApexSet.ts';
import type { SObjectValue } from '../../src/values/SObjectValue.ts';
import { toText } from '../../src/values/text.ts';
import { readFiles, THING_FILES } from '../schema/projectFixture.ts';
import { makeTestOrg, type TestOrg } from '../store/testOrg.ts';

const DAY = 86_400_000;

function makeOrg(): TestOrg {
  const test = makeTestOrg(readFiles(THING_FILES));
  const { store, userId } = test;
  const now = test.org.clock.now();
  const thing = (key: string, values: Record<string, string | number | boolean | null>): string =>
    store.insertRow('Thing__c', { Key__c: key, Name: key, OwnerId: userId, Flag__c: false, ...values });
  const apple = thing('apple', {
    Text__c: 'Äpfel 50%',
    Amount__c: 5,
    Flag__c: true,
    Status__c: 'Open',
    Day__c: '2026-11-21',
  });
  thing('banana', {
    Text__c: 'banana_split',
    Amount__c: 7.25,
    Status__c: 'Closed',
    Parent__c: apple,
    Moment__c: now - 2 * DAY,
  });
  thing('cherry', { Text__c: null, Amount__c: null, Parent__c: apple, Person__c: userId, Moment__c: now });
  thing('date', { Text__c: 'BANANA', Amount__c: -1, Status__c: 'Open', IsDeleted: true });
  return test;
}

const SYSTEM: QueryOptions = { access: 'system', sharing: false, apiVersion: 67 };

function run(
  org: TestOrg,
  text: string,
  binds: Record<string, unknown> = {},
  options = SYSTEM,
): SObjectValue[] | number {
  return org.run(() => runQuery(text, (name) => binds[name] ?? null, options));
}

function keys(org: TestOrg, tail: string, binds: Record<string, unknown> = {}): unknown[] {
  const result = run(org, `SELECT Key__c FROM Thing__c ${tail}`, binds);
  assert.ok(Array.isArray(result));
  return result.map((record) => record.get('Key__c'));
}

function throws(work: () => unknown, message: RegExp): void {
  assert.throws(
    work,
    (error) =>
      error instanceof ApexException && error.apexType === 'System.QueryException' && message.test(error.message),
  );
}

describe('conditions', () => {
  const org = makeOrg();
  const cases: [tail: string, found: string[]][] = [
    ["WHERE Text__c = 'BANANA_SPLIT'", ['banana']],
    ["WHERE Text__c != 'banana_split' ORDER BY Key__c", ['apple', 'cherry']],
    ['WHERE Text__c = null', ['cherry']],
    ["WHERE Text__c = ''", ['cherry']],
    ["WHERE Text__c LIKE 'ä%'", ['apple']],
    ["WHERE Text__c LIKE '%50\\%'", ['apple']],
    ["WHERE Text__c LIKE 'banana\\_%'", ['banana']],
    ["WHERE Text__c LIKE 'banana_split'", ['banana']],
    ["WHERE (NOT Text__c LIKE 'b%') ORDER BY Key__c", ['apple', 'cherry']],
    ['WHERE Amount__c > 5', ['banana']],
    ['WHERE Amount__c >= 5 ORDER BY Key__c', ['apple', 'banana']],
    ['WHERE (NOT Amount__c > 5) ORDER BY Key__c', ['apple', 'cherry']],
    ['WHERE Flag__c = true', ['apple']],
    ["WHERE Key__c IN ('apple', 'CHERRY') ORDER BY Key__c", ['apple', 'cherry']],
    ["WHERE Text__c NOT IN ('banana_split') ORDER BY Key__c", ['apple', 'cherry']],
    ["WHERE Text__c IN ('banana_split', null) ORDER BY Key__c", ['banana', 'cherry']],
    ["WHERE Text__c NOT IN ('banana_split', null)", ['apple']],
    ['WHERE Day__c = TODAY', ['apple']],
    ['WHERE Day__c = 2026-11-21', ['apple']],
    ['WHERE Moment__c = TODAY', ['cherry']],
    ['WHERE Moment__c < TODAY', ['banana']],
    ['WHERE Moment__c = LAST_N_DAYS:5 ORDER BY Key__c', ['banana', 'cherry']],
    ['WHERE Moment__c > 2026-11-20T00:00:00Z', ['cherry']],
    ["WHERE Parent__r.Key__c = 'apple' ORDER BY Key__c", ['banana', 'cherry']],
    ["WHERE Parent__r.Text__c != 'x' ORDER BY Key__c", ['apple', 'banana', 'cherry']],
    ["WHERE Owner.Name = 'ada admin' AND (Amount__c = 5 OR Amount__c = 7.25) ORDER BY Key__c", ['apple', 'banana']],
    ['WHERE Person__c IN (SELECT Id FROM User WHERE IsActive = true)', ['cherry']],
    ['WHERE Person__c NOT IN (SELECT Id FROM User WHERE IsActive = true) ORDER BY Key__c', ['apple', 'banana']],
    ['WHERE CALENDAR_YEAR(Moment__c) = 2026 ORDER BY Key__c', ['banana', 'cherry']],
  ];
  for (const [tail, found] of cases) test(tail, () => assert.deepEqual(keys(org, tail), found));

  test('ALL ROWS finds what lies in the recycle bin', () => {
    assert.deepEqual(keys(org, "WHERE Text__c = 'banana' ALL ROWS"), ['date']);
    assert.deepEqual(keys(org, "WHERE Text__c = 'banana'"), []);
  });

  test('binds: single values, lists, sets, null and records', () => {
    const ids = run(org, "SELECT Id FROM Thing__c WHERE Key__c = 'apple'") as SObjectValue[];
    const list = new ApexList(runtimeType('List<Thing__c>'), ids);
    assert.deepEqual(keys(org, 'WHERE Parent__c IN :ids ORDER BY Key__c', { ids: list }), ['banana', 'cherry']);
    const texts = new ApexSet(runtimeType('Set<String>'), ['BANANA_SPLIT', null]);
    assert.deepEqual(keys(org, 'WHERE Text__c IN :texts ORDER BY Key__c', { texts }), ['banana', 'cherry']);
    assert.deepEqual(keys(org, 'WHERE Text__c = :nothing'), ['cherry']);
    assert.deepEqual(keys(org, 'WHERE Amount__c < :nothing'), []);
    assert.deepEqual(keys(org, 'ORDER BY Key__c LIMIT :count', { count: 1 }), ['apple']);
    throws(() => keys(org, 'WHERE Flag__c = :text', { text: 'true' }), /Invalid bind expression type of String/);
    throws(() => keys(org, 'WHERE Id = :text', { text: 'abc' }), /invalid ID field: abc/);
  });
});

describe('order', () => {
  const org = makeOrg();
  test('nulls come first in both directions, last on demand', () => {
    assert.deepEqual(keys(org, 'ORDER BY Amount__c'), ['cherry', 'apple', 'banana']);
    assert.deepEqual(keys(org, 'ORDER BY Amount__c DESC'), ['cherry', 'banana', 'apple']);
    assert.deepEqual(keys(org, 'ORDER BY Amount__c NULLS LAST'), ['apple', 'banana', 'cherry']);
    assert.deepEqual(keys(org, 'ORDER BY Amount__c DESC NULLS LAST'), ['banana', 'apple', 'cherry']);
  });

  test('text follows the locale, custom picklists their values', () => {
    assert.deepEqual(keys(org, 'WHERE Text__c != null ORDER BY Text__c'), ['apple', 'banana']);
    assert.deepEqual(keys(org, 'WHERE Status__c != null ORDER BY Status__c'), ['apple', 'banana']);
  });

  test('LIMIT and OFFSET', () => {
    assert.deepEqual(keys(org, 'ORDER BY Key__c LIMIT 1 OFFSET 1'), ['banana']);
    throws(() => keys(org, 'OFFSET 2001'), /Maximum SOQL offset allowed is 2000/);
    throws(() => keys(org, 'OFFSET :far', { far: 2001 }), /Maximum SOQL offset allowed is 2000/);
  });
});

describe('pages after a row', () => {
  const org = makeOrg();
  const after = '(Amount__c < :last OR (Amount__c = :last AND Key__c > :key))';
  const page = (tail: string, binds: Record<string, unknown>): unknown[] =>
    keys(org, `WHERE ${tail} ORDER BY Amount__c DESC NULLS LAST LIMIT 5`, binds);

  test('hold the rows behind it', () => {
    assert.deepEqual(page(after, { last: ApexDecimal.fromDouble(7.25), key: 'banana' }), ['apple']);
    assert.deepEqual(page(after, { last: 5, key: 'a' }), ['apple']);
    assert.deepEqual(page(after, { last: 5, key: 'apple' }), []);
    assert.deepEqual(page(`(Amount__c < :last OR Amount__c = null)`, { last: 6 }), ['apple', 'cherry']);
  });

  test('a null as last value equals empty fields', () => {
    assert.deepEqual(page(after, { last: null, key: 'a' }), ['cherry']);
    assert.deepEqual(keys(org, 'WHERE Text__c IN (:last, :key) ORDER BY Key__c', { last: null, key: 'banana_split' }), [
      'banana',
      'cherry',
    ]);
  });
});

describe('results', () => {
  const org = makeOrg();

  test('records know what was selected, and their parents', () => {
    const [record] = run(
      org,
      "SELECT Key__c, Parent__r.Owner.Name, Parent__r.Amount__c FROM Thing__c WHERE Key__c = 'banana'",
    ) as SObjectValue[];
    assert.ok(record);
    assert.equal(record.getParent('Parent__r')?.getParent('Owner')?.get('Name'), 'Ada Admin');
    assert.equal(toText(record.getParent('Parent__r')?.get('Amount__c')), '5.00');
    assert.ok(record.id?.startsWith('a'));
    assert.throws(() => record.get('Text__c'), /without querying the requested field: Thing__c\.Text__c/);
    assert.throws(() => record.getParent('Owner'), /without querying the requested field: Thing__c\.Owner/);
    assert.throws(
      () => record.getChildren('Children__r'),
      /without querying the requested field: Thing__c\.Children__r/,
    );
    record.put('Text__c', 'x');
    assert.equal(record.get('Text__c'), 'x');
  });

  test('an empty reference gives a null parent', () => {
    const [record] = run(org, "SELECT Parent__r.Key__c FROM Thing__c WHERE Key__c = 'apple'") as SObjectValue[];
    assert.equal(record?.getParent('Parent__r'), null);
  });

  test('child sub-queries bring lists, with a limit for each parent', () => {
    const text =
      'SELECT Key__c, (SELECT Key__c FROM Children__r ORDER BY Key__c DESC LIMIT 1) FROM Thing__c ORDER BY Key__c';
    const children = (run(org, text) as SObjectValue[]).map((record) =>
      record.getChildren('Children__r').items.map((child) => (child as SObjectValue).get('Key__c')),
    );
    assert.deepEqual(children, [['cherry'], [], []]);
  });

  test('references to several objects show name and type', () => {
    const [record] = run(org, "SELECT Owner.Name, Owner.Type FROM Thing__c WHERE Key__c = 'apple'") as SObjectValue[];
    assert.equal(record?.getParent('Owner')?.get('Type'), 'User');
  });

  test('COUNT() is a number, other aggregates are rows', () => {
    assert.equal(run(org, 'SELECT COUNT() FROM Thing__c'), 3);
    assert.equal(run(org, 'SELECT COUNT() FROM Thing__c LIMIT 2'), 2);
    const rows = run(
      org,
      'SELECT Flag__c, COUNT(Id) total, SUM(Amount__c), MAX(Key__c) last FROM Thing__c GROUP BY Flag__c HAVING COUNT(Id) > 0 ORDER BY COUNT(Id) DESC',
    ) as SObjectValue[];
    assert.deepEqual(
      rows.map((row) => [...row.fields].map(([name, value]) => `${name}=${toText(value)}`)),
      [
        ['Flag__c=false', 'total=2', 'expr0=7.25', 'last=cherry'],
        ['Flag__c=true', 'total=1', 'expr0=5.00', 'last=apple'],
      ],
    );
  });

  test('COUNT_DISTINCT ignores case and nulls', () => {
    org.store.insertRow('Thing__c', { Key__c: 'twin', Name: 'twin', OwnerId: org.userId, Text__c: 'BANANA_SPLIT' });
    const [row] = run(org, 'SELECT COUNT_DISTINCT(Text__c) n FROM Thing__c') as SObjectValue[];
    assert.equal(row?.fields.get('n'), 2);
  });
});

describe('limits', () => {
  test('queries, rows, sub-queries and aggregated rows are counted', () => {
    const org = makeOrg();
    org.run((transaction) => {
      const { limits } = transaction;
      const count = (text: string): number[] => {
        const before = [limits.get('Queries'), limits.get('QueryRows'), limits.get('AggregateQueries')];
        runQuery(text, () => null, SYSTEM);
        return [limits.get('Queries'), limits.get('QueryRows'), limits.get('AggregateQueries')].map(
          (used, index) => used - (before[index] ?? 0),
        );
      };
      assert.deepEqual(count('SELECT Id FROM Thing__c'), [1, 3, 0]);
      assert.deepEqual(count('SELECT Id, (SELECT Id FROM Children__r) FROM Thing__c'), [1, 5, 1]);
      assert.deepEqual(count('SELECT COUNT() FROM Thing__c'), [1, 1, 0]);
      assert.deepEqual(count('SELECT COUNT(Id) FROM Thing__c GROUP BY Flag__c'), [1, 2, 0]);
      assert.deepEqual(count('SELECT MAX(Amount__c) FROM Thing__c'), [1, 3, 0]);
    });
  });

  test('LIMIT and OFFSET want numbers that are not negative', () => {
    const org = makeOrg();
    const text = 'SELECT Id FROM Thing__c LIMIT :size OFFSET :start';
    assert.equal((run(org, text, { size: 2, start: 0 }) as SObjectValue[]).length, 2);
    throws(() => run(org, text, { size: null, start: 0 }), /SOQL limit must be a non-negative value/);
    throws(() => run(org, text, { size: -1, start: 0 }), /SOQL limit must be a non-negative value/);
    throws(() => run(org, text, { size: 1, start: -1 }), /SOQL offset must be a non-negative value/);
    throws(() => run(org, text, { size: 1, start: 2001 }), /Maximum SOQL offset allowed is 2000/);
    const children = 'SELECT (SELECT Id FROM Children__r LIMIT :size) FROM Thing__c';
    throws(() => run(org, children, { size: -1 }), /SOQL limit must be a non-negative value/);
  });

  test('a text of more than 100,000 characters is no query', () => {
    const text = `SELECT Id FROM Thing__c WHERE Text__c = '${'x'.repeat(100_000)}'`;
    throws(() => run(makeOrg(), text), /cannot be longer than 100000 characters/);
  });

  test('more than 2,000 groups need a LIMIT', () => {
    const org = makeOrg();
    for (let index = 0; index < 2001; index++) {
      org.store.insertRow('Thing__c', { Key__c: `g${index}`, Text__c: `g${index}`, Name: 'x', OwnerId: org.userId });
    }
    const text = "SELECT Text__c FROM Thing__c WHERE Key__c LIKE 'g%' GROUP BY Text__c";
    throws(() => run(org, text), /does not support queryMore/);
    assert.equal((run(org, `${text} LIMIT 2000`) as SObjectValue[]).length, 2000);
  });

  test('the 101st query ends the transaction', () => {
    const org = makeOrg();
    org.run(() => {
      const query = (): unknown => runQuery('SELECT Id FROM Thing__c LIMIT 1', () => null, SYSTEM);
      for (let number = 0; number < 100; number++) query();
      assert.throws(query, /Too many SOQL queries: 101/);
    });
  });
});

describe('rights', () => {
  const options: QueryOptions = { access: 'user', sharing: false, apiVersion: 67 };

  test('user mode hides objects and fields as if they did not exist', () => {
    const org = makeOrg();
    org.access = {
      objectAccess: (_user, object) => ({
        read: object !== 'User',
        create: true,
        edit: true,
        delete: true,
        viewAll: true,
        modifyAll: true,
      }),
    };
    throws(() => run(org, 'SELECT Owner.Name FROM Thing__c', {}, options), /sObject type 'User' is not supported/);
    org.access = { fieldAccess: (_user, _object, field) => ({ read: field !== 'Amount__c', edit: true }) };
    throws(
      () => run(org, 'SELECT Id FROM Thing__c WHERE Amount__c = 1', {}, options),
      /No such column 'Amount__c' on entity 'Thing__c'/,
    );
    assert.equal((run(org, 'SELECT Id FROM Thing__c WHERE Amount__c = 5', {}, SYSTEM) as SObjectValue[]).length, 1);
    assert.equal(
      (run(org, 'SELECT Id FROM Thing__c WHERE Amount__c = 5 WITH SYSTEM_MODE', {}, options) as SObjectValue[]).length,
      1,
    );
  });

  test('WITH SECURITY_ENFORCED looks at SELECT and FROM, and ends with API version 67', () => {
    const org = makeOrg();
    const old: QueryOptions = { ...SYSTEM, apiVersion: 66 };
    org.access = { fieldAccess: (_user, _object, field) => ({ read: field !== 'Amount__c', edit: true }) };
    const count = (text: string): number => (run(org, text, {}, old) as SObjectValue[]).length;
    assert.equal(count('SELECT Key__c FROM Thing__c WHERE Amount__c = 5 WITH SECURITY_ENFORCED ORDER BY Amount__c'), 1);
    assert.equal(count('SELECT Owner.Name FROM Thing__c WITH SECURITY_ENFORCED'), 3);
    const refused = /Insufficient permissions: secure query included inaccessible field/;
    throws(() => count('SELECT Amount__c FROM Thing__c WITH SECURITY_ENFORCED'), refused);
    throws(() => count('SELECT (SELECT Amount__c FROM Children__r) FROM Thing__c WITH SECURITY_ENFORCED'), refused);
    throws(() => count('SELECT MAX(Amount__c) FROM Thing__c WITH SECURITY_ENFORCED'), refused);
    throws(() => run(org, 'SELECT Id FROM Thing__c WITH SECURITY_ENFORCED', {}, SYSTEM), /from API version 67.0 on/);
  });

  test('sharing filters rows, also those of sub-queries', () => {
    const org = makeOrg();
    org.access = {
      visibleRowsSql: (_user, object, alias) => (object === 'Thing__c' ? `${alias}."Key__c" <> 'cherry'` : null),
    };
    const text = 'SELECT Key__c, (SELECT Key__c FROM Children__r) FROM Thing__c ORDER BY Key__c';
    const shared = run(org, text, {}, { ...SYSTEM, sharing: true }) as SObjectValue[];
    assert.deepEqual(
      shared.map((record) => [record.get('Key__c'), record.getChildren('Children__r').size]),
      [
        ['apple', 1],
        ['banana', 0],
      ],
    );
    assert.equal((run(org, text, {}, SYSTEM) as SObjectValue[]).length, 3);
  });
});

describe('what Salesforce refuses', () => {
  const { schema } = makeOrg().org;
  const refused: [text: string, message: RegExp][] = [
    ['SELECT Nope FROM User', /No such column 'Nope' on entity 'User'/],
    ['SELECT Id FROM Nope', /sObject type 'Nope' is not supported/],
    ['SELECT Id FROM Lead', /Lead is not supported by the local org/],
    ['SELECT Id FROM News__e', /sObject type 'News__e' is not supported/],
    ['SELECT Id FROM Name', /sObject type 'Name' is not supported/],
    ['SELECT Nope.Name FROM User', /Didn't understand relationship 'Nope'/],
    ['SELECT (SELECT Id FROM Nopes) FROM User', /Didn't understand relationship 'Nopes'/],
    ['SELECT Id, Id FROM User', /duplicate field selected: Id/],
    ['SELECT Id', /unexpected token/],
    ['SELECT Id FROM User WHERE IsActive = true AND Name = null OR Alias = null', /unexpected token/],
    ["SELECT Id FROM SetupAuditTrail WHERE Display = 'x'", /'Display' can not be filtered/],
    ['SELECT COUNT(Id) FROM SetupAuditTrail', /does not support aggregate operator COUNT/],
    ['SELECT Id FROM User ORDER BY UserPermissionsMarketingUser', /can not be sorted/],
    ['SELECT FederationIdentifier, COUNT(Id) FROM User GROUP BY FederationIdentifier', /can not be grouped/],
    ['SELECT Id FROM Thing__c WHERE Long__c = null', /'Long__c' can not be filtered/],
    ['SELECT Name, COUNT(Id) FROM User', /Field must be grouped or aggregated: Name/],
    ['SELECT COUNT(Id) FROM User GROUP BY ProfileId ORDER BY Name', /Ordered field must be grouped or aggregated/],
    ['SELECT SUM(Name) FROM User', /does not support aggregate operator SUM/],
    ['SELECT COUNT(IsActive) FROM User', /does not support aggregate operator COUNT/],
    ['SELECT COUNT_DISTINCT(Flag__c) FROM Thing__c', /does not support aggregate operator COUNT_DISTINCT/],
    ['SELECT MIN(Status__c) FROM Thing__c', /does not support aggregate operator MIN/],
    ['SELECT COUNT(), Id FROM User', /COUNT\(\) must be the only element/],
    ["SELECT Id FROM User WHERE IsActive = 'true'", /must be of type boolean and should not be enclosed in quotes/],
    ['SELECT Id FROM User WHERE Name = 5', /must be of type string and should be enclosed in quotes/],
    ["SELECT Id FROM User WHERE Id = 'abc'", /invalid ID field: abc/],
    ["SELECT Id FROM User WHERE IsActive LIKE 'a%'", /invalid operator/],
    ['SELECT Id FROM User WHERE LastLoginDate > null', /null can only be compared/],
    ['SELECT Id FROM User ORDER BY Name FOR UPDATE', /ORDER BY/],
    ['SELECT TYPEOF Owner WHEN User THEN Name END FROM Thing__c', /TYPEOF is not supported/],
    ['SELECT FIELDS(ALL) FROM User', /FIELDS\(\) is not supported/],
    ["SELECT Id FROM User WHERE Name INCLUDES ('a')", /INCLUDES is not supported/],
    ['SELECT toLabel(Status__c) FROM Thing__c', /TOLABEL\(\) is not supported/],
    ['SELECT Id FROM Thing__c WHERE Day__c = THIS_FISCAL_YEAR', /THIS_FISCAL_YEAR is not supported/],
    ['SELECT COUNT(Id) FROM User GROUP BY ROLLUP(ProfileId)', /ROLLUP/],
    ['SELECT Id FROM Thing__c WHERE Person__c IN (SELECT Name FROM User)', /must select one Id or reference field/],
    [
      'SELECT Id FROM Thing__c WHERE Flag__c = true OR Person__c IN (SELECT Id FROM User)',
      /not allowed with the 'OR' operator/,
    ],
    ['SELECT Id FROM Thing__c WHERE Parent__c IN (SELECT Id FROM Thing__c)', /should not be on the same object type/],
    [
      'SELECT Id FROM User WHERE NOT (Id IN (SELECT Person__c FROM Thing__c))',
      /NOT operator is not supported in conjunction with semi-joins/,
    ],
    [
      'SELECT Id FROM User WHERE IsActive = TRUE AND (Name = null AND Id IN (SELECT Person__c FROM Thing__c))',
      /only allowed at the top level/,
    ],
    ['SELECT Id FROM User WHERE Id IN (SELECT Person__r.Id FROM Thing__c)', /must select one Id or reference field/],
    ['SELECT Id FROM Thing__c WHERE Person__r.Id IN (SELECT Id FROM User)', /only be compared with Id and reference/],
    ['SELECT Id FROM User WHERE Id = (SELECT Person__c FROM Thing__c)', /only after IN and NOT IN/],
    [
      'SELECT Id FROM User WHERE Id IN (SELECT Person__c FROM Thing__c WHERE OwnerId IN (SELECT Id FROM Group))',
      /Nesting of semi join sub-selects is not supported/,
    ],
    ['SELECT MAX(Amount__c) FROM Thing__c LIMIT 1', /overall aggregate functions cannot also use LIMIT/],
    ['SELECT MAX(Amount__c) FROM Thing__c OFFSET 1', /overall aggregate functions cannot also use OFFSET/],
    ['SELECT Id FROM Thing__c OFFSET 2001', /Maximum SOQL offset allowed is 2000/],
    ['SELECT Owner.Profile.Name FROM Thing__c', /behind Owner, .*is not supported/],
    ['SELECT Owner.Department FROM Thing__c', /No such column 'Department' on entity 'Name'/],
  ];
  for (const [text, message] of refused) {
    test(text, () => {
      const { errors } = checkQuery(text, schema);
      assert.ok(
        errors.some((error) => message.test(error.message)),
        JSON.stringify(errors),
      );
    });
  }

  test('places and bind types are told', () => {
    const check = checkQuery('SELECT Id, Nope FROM User WHERE Id IN :b0 AND Name LIKE :b1 LIMIT :b2', schema);
    assert.deepEqual(
      check.errors.map((error) => error.offset),
      [11],
    );
    assert.deepEqual(check.binds, [
      { name: 'b0', expects: 'Id', isCollection: true },
      { name: 'b1', expects: 'String', isCollection: false },
      { name: 'b2', expects: 'Integer', isCollection: false },
    ]);
    assert.equal(checkQuery('SELECT COUNT() FROM User', schema).kind, 'count');
    assert.equal(checkQuery('SELECT COUNT(Id) FROM User', schema).rowType, 'AggregateResult');
  });
});
