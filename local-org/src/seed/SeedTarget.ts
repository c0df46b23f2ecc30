import type { Clock } from '../org/Clock.ts';
import type { LicenseCounts } from '../rules/licenses/LicenseCounts.ts';
import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';
import type { Store } from '../store/Store.ts';

/** The empty org that a seed fills. Its rules are prepared (rules/index.ts): license counts and computed fields work. */
export interface SeedTarget {
  readonly store: Store;
  readonly schema: SchemaCatalog;
  readonly clock: Clock;
  readonly licenses: LicenseCounts;
  /** Takes a line about how far a long work has come. */
  readonly progress?: (line: string) => void;
}

/** The rows that every seed leaves behind and the org needs to know. */
export interface SeededOrg {
  readonly organizationId: string;
  readonly administratorId: string;
  readonly automatedProcessUserId: string;
}

/** Everything or nothing, and fast: one transaction. */
export function inOneTransaction<T>(store: Store, work: () => T): T {
  const savepoint = store.savepoint();
  try {
    const result = work();
    savepoint.release();
    return result;
  } catch (error) {
    savepoint.rollback();
    savepoint.release();
    throw error;
  }
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
