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
  const file = join(folder, 'org.db');
  const random = new PseudoRandom(Date.now());
  const keys: string[] = [];
  const active: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    for (const line of await killWorker(['restore', file], 600, () => random.next())) {
      const [step, what = ''] = line.split(' ');
      if (step === 'planned') keys.push(what);
      if (step === 'executed') active.push(what);
    }
    const database = openDatabase(file);
    const count = (sql: string, ...values: string[]) => Number(database.prepare(sql).get(...values)?.n);
    assert.equal(database.prepare('PRAGMA integrity_check').get()?.integrity_check, 'ok');
    for (const id of active) assert.equal(count('SELECT "IsActive" AS n FROM "User" WHERE "Id" = ?', id), 1, id);
    const stored = database.prepare('SELECT * FROM "ReinstateRestore__c"').all();
    const text = JSON.stringify(stored);
    for (const key of keys) assert.ok(text.includes(key), `the plan ${key} is lost`);
    // The trail entry of an activation is written by the same transaction as the activation.
    const activated = count(`SELECT COUNT(*) AS n FROM "User" WHERE "IsActive" = 1`) - BASE.active(database);
    const trail = count(`SELECT COUNT(*) AS n FROM "SetupAuditTrail" WHERE "Action" = 'activateduser'`);
    assert.equal(activated, trail - BASE.trail(database), 'an activation and its audit trail stand and fall together');
    database.close();
  }
  assert.ok(active.length > 0 && keys.length > 0, 'no restore got through before a kill');
});

/** What the sample holds before the first restore, taken when it is first seen. */
const BASE = {
  activeUsers: -1,
  trailEntries: -1,
  active(database: ReturnType<typeof openDatabase>): number {
    if (this.activeUsers < 0) this.note(database);
    return this.activeUsers;
  },
  trail(database: ReturnType<typeof openDatabase>): number {
    if (this.trailEntries < 0) this.note(database);
    return this.trailEntries;
  },
  note(database: ReturnType<typeof openDatabase>): void {
    const since = `SELECT COUNT(*) AS n FROM "SetupAuditTrail" WHERE "Action" = 'activateduser'`;
    this.trailEntries = Number(database.prepare(since).get()?.n);
    this.activeUsers = Number(database.prepare('SELECT COUNT(*) AS n FROM "User" WHERE "IsActive" = 1').get()?.n);
  },
};
