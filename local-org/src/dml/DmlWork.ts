import type { Org } from '../org/Org.ts';
import type { Transaction } from '../org/Transaction.ts';
import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';
import type { DmlRequest } from './DmlRequest.ts';
import type { RuleContext, SObjectRule } from './SObjectRule.ts';

export type RowOperation = 'insert' | 'update' | 'delete' | 'undelete';

/** A record with its position in the statement. */
export interface Entry {
  readonly index: number;
  readonly record: SObjectValue;
}

/** What the parts of one DML statement share about one chunk: records of one object, one operation. */
export interface DmlWork {
  readonly request: DmlRequest;
  readonly operation: RowOperation;
  readonly object: ObjectDescription;
  readonly org: Org;
  readonly transaction: Transaction;
  readonly context: RuleContext;
  readonly rules: readonly SObjectRule[];
}
