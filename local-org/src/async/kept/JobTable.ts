import type { Store } from '../../store/Store.ts';
import type { AsyncWork } from '../AsyncWork.ts';

/** One piece of waiting work as it stands in the org's file. */
export interface KeptJob {
  readonly id: string;
  readonly kind: AsyncWork['kind'];
  /** Milliseconds since 1970, by the org's clock then. */
  readonly keptAt: number;
  readonly dueAt: number;
  readonly signature: string | null;
  /** What the kind of work wrote; null when it cannot be kept. */
  readonly content: string | null;
  /** Why there is no content. */
  readonly reason: string | null;
}

/**
 * The waiting work of an org in its file. Rows are written and removed by the transaction that makes or ends the work, so
 * that they stand and fall with what it did.
 */
export class JobTable {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
    store.database.exec(`
      CREATE TABLE IF NOT EXISTS "local_job" (
        "Id" TEXT PRIMARY KEY, "Kind" TEXT NOT NULL, "KeptAt" REAL NOT NULL, "DueAt" REAL NOT NULL, "Signature" TEXT,
        "Content" TEXT, "Reason" TEXT);
      CREATE TABLE IF NOT EXISTS "local_job_part" (
        "JobId" TEXT NOT NULL, "Number" INTEGER NOT NULL, "Content" TEXT NOT NULL, PRIMARY KEY ("JobId", "Number"));
    `);
  }

  write(job: KeptJob): void {
    const { id, kind, keptAt, dueAt, signature, content, reason } = job;
    const sql = 'INSERT OR REPLACE INTO "local_job" VALUES (?, ?, ?, ?, ?, ?, ?)';
    this.store.rawRun(sql, id, kind, keptAt, dueAt, signature, content, reason);
  }

  remove(id: string): void {
    this.store.rawRun('DELETE FROM "local_job" WHERE "Id" = ?', id);
    this.store.rawRun('DELETE FROM "local_job_part" WHERE "JobId" = ?', id);
  }

  /** In the order in which they were queued. */
  all(): KeptJob[] {
    return this.store.rawQuery('SELECT * FROM "local_job" ORDER BY rowid').map((row) => ({
      id: String(row.Id),
      kind: row.Kind as KeptJob['kind'],
      keptAt: Number(row.KeptAt),
      dueAt: Number(row.DueAt),
      signature: row.Signature as string | null,
      content: row.Content as string | null,
      reason: row.Reason as string | null,
    }));
  }

  writePart(jobId: string, number: number, content: string): void {
    this.store.rawRun('INSERT OR REPLACE INTO "local_job_part" VALUES (?, ?, ?)', jobId, number, content);
  }

  removePart(jobId: string, number: number): void {
    this.store.rawRun('DELETE FROM "local_job_part" WHERE "JobId" = ? AND "Number" = ?', jobId, number);
  }

  part(jobId: string, number: number): string {
    const sql = 'SELECT "Content" FROM "local_job_part" WHERE "JobId" = ? AND "Number" = ?';
    const [row] = this.store.rawQuery(sql, jobId, number);
    if (!row) throw new Error(`Part ${number} of the batch ${jobId} is not in the org's file.`);
    return String(row.Content);
  }
}
