import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { PseudoRandom } from '../../src/seed/PseudoRandom.ts';
import { openDatabase } from '../../src/store/openDatabase.ts';
import { killWorker } from './kill.ts';

const KILLS = 25;
const SIZES = { few: 50, many: 2000 } as const;

const folder = mkdtempSync(join(tmpdir(), 'crash-imports-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function writeUsers(name: keyof typeof SIZES): string {
  const directory = join(folder, name);
  mkdirSync(directory);
  const rows = Array.from({ length: SIZES[name] }, (_, index) => {
    const id = `005000${String(index).padStart(9, '0')}AAA`;
    return `${id},${name}${index}@example.com,${name},${index % 2 === 0}`;
  });
  writeFileSync(join(directory, 'User.csv'), ['Id,Username,LastName,IsActive', ...rows, ''].join('\n'));
  return directory;
}

test(`an org that is killed ${KILLS} times during imports holds one import or the other`, async () => {
  const file = join(folder, 'org.db');
  const folders = [writeUsers('few'), writeUsers('many')];
  const random = new PseudoRandom(Date.now());
  let last: string | null = null;
  const seen = new Set<string>();
  for (let kill = 0; kill < KILLS; kill++) {
    const { said, wasKilled } = await killWorker(
      ['import', file, ...folders],
      // None to three imports are through.
      { lines: kill % 4, withinMs: 900 },
      () => random.next(),
    );
    assert.ok(wasKilled, 'imports go on until they are killed');
    last = said.at(-1)?.split(' ')[1] ?? last;
    const database = openDatabase(file);
    assert.equal(database.prepare('PRAGMA integrity_check').get()?.integrity_check, 'ok');
    const tables = Number(
      database.prepare(`SELECT COUNT(*) AS n FROM sqlite_master WHERE name = 'local_state'`).get()?.n,
    );
    const choice = tables
      ? database.prepare(`SELECT "Value" AS value FROM "local_state" WHERE "Key" = 'choice'`).get()?.value
      : undefined;
    if (choice === undefined) {
      assert.equal(last, null, 'an import that was reported is lost');
    } else {
      const { directory } = JSON.parse(String(choice)) as { directory: string };
      const name = directory === folders[0] ? 'few' : 'many';
      const other = name === 'few' ? 'many' : 'few';
      const count = (like: string) =>
        Number(database.prepare('SELECT COUNT(*) AS n FROM "User" WHERE "LastName" = ?').get(like)?.n);
      assert.equal(count(name), SIZES[name]);
      assert.equal(count(other), 0);
      // The one that was reported last, or the one after it, whose report the kill cut off.
      if (said.length > 0) seen.add(name);
    }
    database.close();
  }
  assert.deepEqual([...seen].sort(), ['few', 'many'], 'every kill hit the same import');
});
