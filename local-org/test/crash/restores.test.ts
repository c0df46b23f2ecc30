import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { PseudoRandom } from '../../src/seed/PseudoRandom.ts';
import { openDatabase } from '../../src/store/openDatabase.ts';
import { killWorker } from './kill.ts';

const KILLS = 25;

const folder = mkdtempSync(join(tmpdir(), 'crash-restores-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test(`an org that is killed ${KILLS} times during restores keeps every committed step and no half one`, async () => {
  const random = new PseudoRandom(Date.now());
  let kills = 0;
  let restored = 0;
  for (let org = 0; kills < KILLS; org++) {
    const file = join(folder, `org${org}.db`);
    const killed = await killUntilEmpty(file, KILLS - kills, () => random.next());
    kills += killed.kills;
    restored += killed.restored;
    rmSync(file, { force: true });
  }
  assert.equal(kills, KILLS);
  assert.ok(restored > 0, 'no restore got through before a kill');
});

/** Kills restores in one org until all its users are back, or often enough, and looks at the org after each time. */
async function killUntilEmpty(
  file: string,
  wanted: number,
  random: () => number,
): Promise<{ kills: number; restored: number }> {
  const keys: string[] = [];
  const active: string[] = [];
  let base: Counts | null = null;
  let kills = 0;
  let isEmpty = false;
  while (kills < wanted && !isEmpty) {
    const { said, wasKilled } = await killWorker(['restore', file], { lines: kills % 4, withinMs: 400 }, random);
    if (wasKilled) kills++;
    isEmpty = said.at(-1) === 'over';
    for (const line of said) {
      const [step, what = ''] = line.split(' ');
      if (step === 'planned') keys.push(what);
      if (step === 'executed') active.push(what);
      if (step === 'base') base ??= JSON.parse(what) as Counts;
    }
    const database = openDatabase(file);
    const count = (sql: string, ...values: string[]) => Number(database.prepare(sql).get(...values)?.n);
    assert.equal(database.prepare('PRAGMA integrity_check').get()?.integrity_check, 'ok');
    for (const id of active) assert.equal(count('SELECT "IsActive" AS n FROM "User" WHERE "Id" = ?', id), 1, id);
    const text = JSON.stringify(database.prepare('SELECT * FROM "ReinstateRestore__c"').all());
    for (const key of keys) assert.ok(text.includes(key), `the plan ${key} is lost`);
    // The trail entry of an activation is written by the same transaction as the activation.
    const now: Counts = countsOf(count);
    assert.ok(base, 'the worker said what the org held at first');
    assert.equal(
      now.active - base.active,
      now.trail - base.trail,
      'an activation and its trail stand and fall together',
    );
    // So are the counts by which seats are given.
    assert.equal(count('SELECT SUM("Active") AS n FROM "local_user_count" WHERE "Key" LIKE \'00e%\''), now.withProfile);
    database.close();
  }
  return { kills, restored: active.length };
}

interface Counts {
  readonly active: number;
  readonly trail: number;
  readonly withProfile: number;
}

function countsOf(count: (sql: string) => number): Counts {
  return {
    active: count('SELECT COUNT(*) AS n FROM "User" WHERE "IsActive" = 1'),
    trail: count(`SELECT COUNT(*) AS n FROM "SetupAuditTrail" WHERE "Action" = 'activateduser'`),
    withProfile: count('SELECT COUNT(*) AS n FROM "User" WHERE "IsActive" = 1 AND "ProfileId" IS NOT NULL'),
  };
}
