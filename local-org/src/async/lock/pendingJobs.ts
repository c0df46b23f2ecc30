import type { Store } from '../../store/Store.ts';
import { ACTIVE_STATUSES } from '../jobRows.ts';

/** A job that waits or runs. */
export interface PendingJob {
  /** What System.abortJob takes. */
  readonly id: string;
  readonly type: string;
  /** The class whose object waits; an inner one by the class around it. */
  readonly className: string;
  readonly status: string;
  /** Of a scheduled job. */
  readonly name: string | null;
  /** Milliseconds since 1970; only of a scheduled job. */
  readonly nextRun: number | null;
}

/** The jobs of an org that have not ended, schedules first. */
export function pendingJobs(store: Pick<Store, 'rawQuery'>): PendingJob[] {
  const statuses = ACTIVE_STATUSES.map((status) => `'${status}'`).join(', ');
  const rows = store.rawQuery(`
    SELECT j."Id", j."JobType", j."Status", j."CronTriggerId", c."Name" AS "ClassName", t."NextFireTime", d."Name" AS "JobName"
    FROM "AsyncApexJob" j
    LEFT JOIN "ApexClass" c ON c."Id" = j."ApexClassId"
    LEFT JOIN "CronTrigger" t ON t."Id" = j."CronTriggerId"
    LEFT JOIN "CronJobDetail" d ON d."Id" = t."CronJobDetailId"
    WHERE j."Status" IN (${statuses}) AND (j."CronTriggerId" IS NULL OR t."Id" IS NOT NULL)
    ORDER BY j."CronTriggerId" IS NULL, j."Id"`);
  return rows.map((row) => ({
    id: String(row.CronTriggerId ?? row.Id),
    type: String(row.JobType),
    className: (row.ClassName as string | null) ?? '',
    status: String(row.Status),
    name: row.JobName as string | null,
    nextRun: row.NextFireTime as number | null,
  }));
}
