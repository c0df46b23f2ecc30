import type { DmlErrorRow } from '../runtime/ApexException.ts';

/** What became of one record of a DML statement, in the order of the records. */
export interface RowResult {
  readonly isSuccess: boolean;
  /** Null for a failed insert. */
  readonly id: string | null;
  /** Only of interest for upsert. */
  readonly isCreated: boolean;
  readonly errors: readonly DmlErrorRow[];
}
