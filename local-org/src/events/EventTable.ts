import { readState } from '../async/kept/readState.ts';
import { writeState } from '../async/kept/writeState.ts';
import type { Store } from '../store/Store.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';

/** How long events are kept (Platform Events Developer Guide, "High-Volume Platform Event Persistence": 72 hours). */
const RETENTION = 72 * 3_600_000;

/** The published events of an org in its file, so that what was not delivered is delivered after a restart. */
export class EventTable {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
    store.database.exec(
      'CREATE TABLE IF NOT EXISTS "local_event" ("ReplayId" INTEGER PRIMARY KEY, "PublishedAt" REAL NOT NULL, "Content" TEXT NOT NULL)',
    );
  }

  write(event: SObjectValue): void {
    const sql = 'INSERT INTO "local_event" VALUES (?, ?, ?)';
    this.store.rawRun(sql, replayIdOf(event), this.store.clock.now(), writeState(event));
  }

  /** The replay id of the event that was published last; 0 when there was none. */
  get tip(): number {
    const [row] = this.store.rawQuery('SELECT MAX("ReplayId") AS tip FROM "local_event"');
    return Number(row?.tip ?? 0);
  }

  /** Events that are not too old, after a position, in the order of publishing. */
  after(position: number): SObjectValue[] {
    const sql = 'SELECT "Content" FROM "local_event" WHERE "ReplayId" > ? AND "PublishedAt" > ? ORDER BY "ReplayId"';
    const rows = this.store.rawQuery(sql, position, this.store.clock.now() - RETENTION);
    return rows.map((row) => readState(String(row.Content)) as SObjectValue);
  }

  /** Removes what is too old. The last event stays: replay ids go on from it. */
  removeOld(): void {
    const sql = 'DELETE FROM "local_event" WHERE "PublishedAt" <= ? AND "ReplayId" < ?';
    this.store.rawRun(sql, this.store.clock.now() - RETENTION, this.tip);
  }
}

export function replayIdOf(event: SObjectValue): number {
  return Number(event.get('ReplayId'));
}
