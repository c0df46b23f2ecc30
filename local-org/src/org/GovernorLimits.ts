import { throwApex } from '../runtime/ApexException.ts';

/** The counted resources of a transaction, named as the methods of the Apex class Limits without `get`. */
export const LIMITS = {
  Queries: { sync: 100, async: 200, message: 'Too many SOQL queries' },
  QueryRows: { sync: 50_000, async: 50_000, message: 'Too many query rows' },
  AggregateQueries: { sync: 300, async: 300, message: 'Too many aggregate queries' },
  QueryLocatorRows: { sync: 10_000, async: 10_000, message: 'Too many query locator rows' },
  DmlStatements: { sync: 150, async: 150, message: 'Too many DML statements' },
  DmlRows: { sync: 10_000, async: 10_000, message: 'Too many DML rows' },
  CpuTime: { sync: 10_000, async: 60_000, message: 'Apex CPU time limit exceeded' },
  HeapSize: { sync: 6_000_000, async: 12_000_000, message: 'Apex heap size too large' },
  QueueableJobs: { sync: 50, async: 1, message: 'Too many queueable jobs added to the queue' },
  FutureCalls: { sync: 50, async: 50, message: 'Too many future calls' },
  PublishImmediateDML: { sync: 150, async: 150, message: 'Too many immediate publish calls' },
  EmailInvocations: { sync: 10, async: 10, message: 'Too many Email Invocations' },
  Callouts: { sync: 100, async: 100, message: 'Too many callouts' },
  SoslQueries: { sync: 20, async: 20, message: 'Too many SOSL queries' },
  ApexCursors: { sync: 10_000, async: 10_000, message: 'Too many Apex cursors' },
  ApexCursorRows: { sync: 50_000_000, async: 50_000_000, message: 'Too many Apex cursor rows' },
  ApexPaginationCursors: { sync: 50, async: 50, message: 'Too many Apex pagination cursors' },
  ApexPaginationCursorRows: { sync: 100_000, async: 100_000, message: 'Too many Apex pagination cursor rows' },
  FetchCallsOnApexCursor: { sync: 10, async: 10, message: 'Too many fetch calls on Apex cursor' },
  MobilePushApexCalls: { sync: 10, async: 10, message: 'Too many mobile push Apex calls' },
} as const satisfies Record<string, { sync: number; async: number; message: string }>;

export type LimitName = keyof typeof LIMITS;

/**
 * The governor limits of one transaction. Sources: Apex Developer Guide, "Execution Governors and Limits" (API 67).
 * CPU time is an estimate: the wall time of this process is slower or faster than a Salesforce server. What the heap holds is
 * known by the transaction's HeapMeter; here stands its limit alone.
 */
export class GovernorLimits {
  readonly isAsync: boolean;
  private readonly used = new Map<LimitName, number>();
  private cpuStart: number;

  private readonly own: Partial<Record<LimitName, number>>;

  /** @param own limits that differ from those of synchronous or asynchronous Apex. */
  constructor(isAsync: boolean, own: Partial<Record<LimitName, number>> = {}) {
    this.isAsync = isAsync;
    this.own = { ...own };
    this.cpuStart = performance.now();
  }

  /** Adds to a counter. Throws an uncatchable System.LimitException when the limit is passed. */
  count(name: LimitName, amount = 1): void {
    const used = this.get(name) + amount;
    this.used.set(name, used);
    if (used > this.limit(name)) throwApex('System.LimitException', `${LIMITS[name].message}: ${used}`);
  }

  get(name: LimitName): number {
    if (name === 'CpuTime') return Math.floor(performance.now() - this.cpuStart);
    return this.used.get(name) ?? 0;
  }

  limit(name: LimitName): number {
    return this.own[name] ?? (this.isAsync ? LIMITS[name].async : LIMITS[name].sync);
  }

  /** Sets a limit of this transaction alone. */
  allow(name: LimitName, limit: number): void {
    this.own[name] = limit;
  }

  /** Takes back what was counted: rows of a query that turned out to be those of a locator. */
  giveBack(name: LimitName, amount: number): void {
    this.used.set(name, Math.max(0, this.get(name) - amount));
  }

  /** What was counted so far, to go back to with restore: DML with partial success starts each attempt with the same limits. */
  snapshot(): ReadonlyMap<LimitName, number> {
    return new Map(this.used);
  }

  restore(snapshot: ReadonlyMap<LimitName, number>): void {
    this.used.clear();
    for (const [name, used] of snapshot) this.used.set(name, used);
  }

  /** Takes time of this machine off that Salesforce does not count. */
  excuseCpu(milliseconds: number): void {
    this.cpuStart += milliseconds;
  }

  /** Called from loops of compiled code. */
  checkCpu(): void {
    if (this.get('CpuTime') > this.limit('CpuTime')) {
      throwApex('System.LimitException', LIMITS.CpuTime.message);
    }
  }
}
