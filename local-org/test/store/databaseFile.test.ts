import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { Clock } from '../../src/org/Clock.ts';
import { createSchema } from '../../src/schema/createSchema.ts';
import { DatabaseFileError } from '../../src/store/DatabaseFileError.ts';
import { openDatabase } from '../../src/store/openDatabase.ts';
import { Store } from '../../src/store/Store.ts';

const folder = mkdtempSync(join(tmpdir(), 'database-file-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const schema = createSchema();

function refusal(file: string, says: RegExp): void {
  assert.throws(
    () => openDatabase(file).close(),
    (error) => {
      assert.ok(error instanceof DatabaseFileError, String(error));
      assert.match(error.message, says);
      assert.ok(error.message.startsWith(file));
      return true;
    },
  );
}

test('a file that is not a database is named and left as it is', () => {
  const file = join(folder, 'letter.db');
  writeFileSync(file, 'Dear reader, this is a letter that nobody wants to lose.');
  refusal(file, /is not a database/);
  assert.match(readFileSync(file, 'utf8'), /^Dear reader, .* lose\.$/);
});

test('the database of another program is named and left as it is', () => {
  const file = join(folder, 'music.db');
  const other = new DatabaseSync(file);
  other.exec('CREATE TABLE songs (title TEXT)');
  other.close();
  const before = readFileSync(file);
  refusal(file, /not one of the local org/);
  assert.deepEqual(readFileSync(file), before);
});

test('a damaged database is named and left as it is', () => {
  const file = join(folder, 'damaged.db');
  const store = new Store({ file, schema, clock: new Clock() });
  for (let index = 0; index < 500; index++) store.insertRow('Account', { Name: `Account ${index}` });
  store.close();
  const content = readFileSync(file);
  for (const [from, to] of [
    [4096, 40_960],
    [content.length / 2, content.length - 4096],
  ] as const) {
    const damaged = Buffer.from(content);
    damaged.fill(0xaa, from, to);
    writeFileSync(file, damaged);
    refusal(file, /is damaged/);
    assert.deepEqual(readFileSync(file), damaged);
  }
  writeFileSync(file, content.subarray(0, content.length / 2));
  refusal(file, /is damaged/);
});

test('a file is open once at a time', () => {
  const file = join(folder, 'one.db');
  const first = new Store({ file, schema, clock: new Clock() });
  refusal(file, /in use by another local org/);
  first.insertRow('Account', { Name: 'Still here' });
  first.close();
  const second = new Store({ file, schema, clock: new Clock() });
  assert.equal(second.findRows('Account', {}).length, 1);
  second.close();
});

test('indexes that were dropped for a load are there after it, and after a load that failed', () => {
  const store = new Store({ file: ':memory:', schema, clock: new Clock() });
  const indexes = () => store.rawQuery("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name");
  const before = indexes();
  store.withoutIndexes(['Account'], () => {
    assert.ok(indexes().length < before.length);
    store.insertRow('Account', { Name: 'Loaded' });
  });
  assert.deepEqual(indexes(), before);
  const savepoint = store.savepoint();
  assert.throws(() =>
    store.withoutIndexes(['Account'], () => {
      throw new Error('The file was cut off.');
    }),
  );
  savepoint.rollback();
  savepoint.release();
  assert.deepEqual(indexes(), before);
});
