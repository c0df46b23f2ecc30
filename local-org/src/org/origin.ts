import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { SEED_VERSION, type SeedChoice } from '../seed/seedOrg.ts';
import type { Store } from '../store/Store.ts';

/** Where the data of an org come from. */
export interface OrgOrigin {
  readonly choice: SeedChoice | { readonly kind: 'import'; readonly directory: string };
  /** Another text when the same seed would be filled in differently today; imported data have none. */
  readonly version: string;
}

export function seedVersion(choice: SeedChoice): string {
  return createHash('sha256')
    .update(JSON.stringify([SEED_VERSION, choice]))
    .digest('hex');
}

/** Null for an org that was never filled. */
export function readOrigin(store: Store): OrgOrigin | null {
  createTable(store);
  return originIn(store.database);
}

/** The same of a file that is not open here, without a change to it; null too when it cannot be read: opening it says why. */
export function peekOrigin(file: string): OrgOrigin | null {
  if (!existsSync(file)) return null;
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    return originIn(database);
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

function originIn(database: DatabaseSync): OrgOrigin | null {
  const state = new Map(
    database
      .prepare('SELECT * FROM "local_state"')
      .all()
      .map((row) => [row.Key, String(row.Value)]),
  );
  const version = state.get('seed');
  if (version === undefined) return null;
  const choice = JSON.parse(state.get('choice') ?? '{"kind":"sample"}') as OrgOrigin['choice'];
  return { choice, version };
}

export function writeOrigin(store: Store, { choice, version }: OrgOrigin): void {
  createTable(store);
  const write = store.database.prepare('INSERT OR REPLACE INTO "local_state" VALUES (?, ?)');
  write.run('seed', version);
  write.run('choice', JSON.stringify(choice));
}

function createTable(store: Store): void {
  store.database.exec('CREATE TABLE IF NOT EXISTS "local_state" ("Key" TEXT PRIMARY KEY, "Value" TEXT NOT NULL)');
}
