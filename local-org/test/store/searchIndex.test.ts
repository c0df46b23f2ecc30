import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { Clock } from '../../src/org/Clock.ts';
import { createSchema } from '../../src/schema/createSchema.ts';
import { planSearch, textInside } from '../../src/soql/sql/planSearch.ts';
import { BindValues } from '../../src/soql/sql/BindValues.ts';
import { resolvedQuery } from '../../src/soql/check.ts';
import { runQuery } from '../../src/soql/run.ts';
import { foldText } from '../../src/store/fold.ts';
import { Store } from '../../src/store/Store.ts';
import { makeTestOrg, type TestOrg } from './testOrg.ts';

const FIELDS = [
  'FirstName',
  'LastName',
  'Username',
  'Email',
  'Alias',
  'FederationIdentifier',
  'EmployeeNumber',
] as const;
const SEARCHED = ['Name', ...FIELDS.slice(2)];
/** Letters that make hits likely, wildcards, a quote, letters whose case SQLite does not know, and one beyond 16 bits. */
const letter = fc.constantFrom('a', 'A', 'b', 'n', '%', '_', '\\', '"', "'", ' ', '.', '@', 'é', 'É', 'Σ', 'ß', '😀');
const text = fc.string({ unit: letter, maxLength: 8 });
const user = fc.record({
  FirstName: fc.option(text),
  LastName: text.map((value) => value.trim() || 'x'),
  Username: text,
  Email: text,
  Alias: text,
  FederationIdentifier: fc.option(text),
  EmployeeNumber: fc.option(text),
  IsActive: fc.boolean(),
});
type User = Record<(typeof FIELDS)[number], string | null> & { IsActive: boolean };

const WHERE = SEARCHED.map((field) => `${field} LIKE :term`).join(' OR ');
const literal = (term: string): string => term.replace(/[\\%_]/g, '\\$&');

function search(org: TestOrg, term: string, isActive: boolean, limit: string): { ids: string[]; count: number } {
  const binds = (name: string) => (name === 'term' ? `%${literal(term)}%` : isActive);
  const where = `IsActive = :active AND (${WHERE})`;
  const options = { access: 'system', sharing: false, apiVersion: 67 } as const;
  return org.run(() => {
    const rows = runQuery(`SELECT Id FROM User WHERE ${where} ORDER BY Name, Id ${limit}`, binds, options);
    const count = runQuery(`SELECT COUNT() FROM User WHERE ${where} ${limit}`, binds, options);
    assert.ok(Array.isArray(rows) && typeof count === 'number');
    return { ids: rows.map((row) => String(row.id)).sort(), count };
  });
}

/** The same by looking at every row, in JavaScript. */
function found(org: TestOrg, term: string, isActive: boolean): string[] {
  return org.store
    .findRows('User', { IsActive: isActive })
    .filter((row) => SEARCHED.some((field) => foldText(String(row[field] ?? '')).includes(foldText(term))))
    .map((row) => String(row.Id))
    .sort();
}

describe('a search in the fields of users', () => {
  test('finds exactly the rows that a look at every row finds, also after changes, deletes and rollbacks', () => {
    fc.assert(
      fc.property(
        fc.array(user, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(20), user, fc.constantFrom('update', 'delete', 'undone')), { maxLength: 6 }),
        fc.array(fc.string({ unit: letter, minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
        (users, changes, terms) => {
          const org = makeTestOrg();
          try {
            const ids = users.map((row) => org.store.insertRow('User', row));
            for (const [index, row, kind] of changes) change(org, ids[index % ids.length] ?? '', row, kind);
            for (const term of [...terms, [...(users[0]?.Username ?? '')].slice(1, 5).join('')]) {
              if (term.trim() === '') continue;
              for (const isActive of [true, false]) {
                const expected = found(org, term, isActive);
                assert.deepEqual(search(org, term, isActive, ''), { ids: expected, count: expected.length }, term);
                assert.deepEqual(search(org, term, isActive, 'LIMIT 100'), { ids: expected, count: expected.length });
                assert.equal(search(org, term, isActive, 'LIMIT 1').count, Math.min(1, expected.length));
              }
            }
          } finally {
            org.store.close();
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('reads rows in order when most of them hit, and asks the index for their number', () => {
    const org = makeTestOrg();
    for (let index = 0; index < 2600; index++) {
      org.store.insertRow('User', {
        LastName: `Anna ${index}`,
        Username: `u${index}@example.com`,
        IsActive: index % 2 === 0,
      });
    }
    for (const term of ['anna', 'an', 'a', 'example', '99', '@ex']) {
      const expected = found(org, term, false);
      assert.deepEqual(search(org, term, false, ''), { ids: expected, count: expected.length }, term);
      assert.equal(search(org, term, false, 'LIMIT 1200').count, Math.min(1200, expected.length), term);
      assert.equal(search(org, term, false, 'LIMIT 50').ids.length, Math.min(50, expected.length), term);
    }
    org.store.close();
  });

  test('is planned by the index for a text anywhere inside, and for nothing else', () => {
    const org = makeTestOrg();
    const plan = (where: string, term: string) => {
      const query = resolvedQuery(`SELECT Id FROM User WHERE ${where} LIMIT 10`, org.store.schema);
      return planSearch(query, org.store, new BindValues(() => term, 0, 'GMT'));
    };
    assert.equal(plan('Name LIKE :term', '%ada%')?.kind, 'rare');
    assert.equal(plan(`IsActive = TRUE AND (Name LIKE :term OR Email LIKE :term)`, '%d%')?.kind, 'rare');
    for (const pattern of ['ada%', '%ada', '%a%a%', '%a_a%', '%%', ''])
      assert.equal(plan('Name LIKE :term', pattern), null);
    assert.equal(plan('NOT Name LIKE :term', '%ada%'), null);
    assert.equal(plan('Name LIKE :term OR IsActive = TRUE', '%ada%'), null);
    assert.equal(plan('Name LIKE :term OR Title LIKE :term', '%ada%'), null);
    org.store.close();
  });

  test('takes escaped wildcards as they stand', () => {
    assert.equal(textInside('%a\\_b\\%\\\\%'), 'a_b%\\');
    assert.equal(textInside('%a\\%'), null);
  });
});

test('a file keeps its index, and one without gets it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'search-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const schema = createSchema();
  const clock = new Clock();
  const file = join(folder, 'org.db');
  const open = (name: string) => new Store({ file: name, schema, clock });
  const hits = (store: Store) =>
    store.searchIndex('User')?.expressionFor({ text: 'ann', fields: ['Name'], flag: true }, 10)?.found;

  const first = open(file);
  first.insertRow('User', { LastName: 'Annan', Username: 'a@example.com', IsActive: true });
  assert.equal(hits(first), 1);
  first.copyTo(join(folder, 'copy.db'));
  for (const trigger of ['insert', 'update', 'delete'])
    first.database.exec(`DROP TRIGGER "local_search_User/${trigger}"`);
  first.database.exec('DROP TABLE "local_search_User"');
  first.close();
  for (const name of [file, join(folder, 'copy.db')]) {
    const again = open(name);
    assert.equal(hits(again), 1, name);
    again.insertRow('User', { LastName: 'Hannes', Username: 'h@example.com', IsActive: true });
    assert.equal(hits(again), 2, name);
    again.deleteAllRows();
    assert.equal(hits(again), 0, name);
    assert.equal(again.rawQuery('PRAGMA integrity_check')[0]?.integrity_check, 'ok');
    again.close();
  }
});

function change({ store }: TestOrg, id: string, row: User, kind: string): void {
  if (kind === 'update') store.updateRow('User', id, row);
  else if (kind === 'delete') store.deleteRow('User', id);
  else {
    const savepoint = store.savepoint();
    store.updateRow('User', id, row);
    store.insertRow('User', row);
    savepoint.rollback();
    savepoint.release();
  }
}
