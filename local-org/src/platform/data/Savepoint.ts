import { currentOrg, currentTransaction } from '../../org/current.ts';
import type { Transaction } from '../../org/Transaction.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import type { Savepoint as StoreSavepoint } from '../../store/Savepoints.ts';
import type { ValueObject } from '../../values/ValueObject.ts';
import { definePlatformType } from '../definePlatformType.ts';

/** System.Savepoint: a point of one transaction. */
class SavepointValue implements ValueObject {
  readonly apexType = 'System.Savepoint';
  readonly inner: StoreSavepoint;
  readonly transaction: Transaction;
  /** How much waited for the commit: events, jobs and mails of what is rolled back are forgotten. */
  readonly taskCount: number;

  constructor(inner: StoreSavepoint, transaction: Transaction) {
    this.inner = inner;
    this.transaction = transaction;
    this.taskCount = transaction.afterCommit.length;
  }
}

export const Savepoint = definePlatformType({ name: 'System.Savepoint' });

/** Counts as a DML statement, as rolling back does (Apex Developer Guide, "Transaction Control"). */
export function setSavepoint(): SavepointValue {
  const transaction = currentTransaction();
  transaction.limits.count('DmlStatements');
  return new SavepointValue(currentOrg().store.savepoint(), transaction);
}

/** Records in memory keep the Ids that they got; savepoints set later are no longer valid. */
export function rollback(savepoint: SavepointValue | null): void {
  const { inner, taskCount, transaction } = checked(savepoint);
  transaction.limits.count('DmlStatements');
  inner.rollback();
  transaction.afterCommit.length = taskCount;
}

export function releaseSavepoint(savepoint: SavepointValue | null): void {
  const { inner, transaction } = checked(savepoint);
  transaction.limits.count('DmlStatements');
  inner.release();
}

function checked(savepoint: SavepointValue | null): SavepointValue {
  if (savepoint === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  if (!savepoint.inner.isOpen || savepoint.transaction !== currentTransaction()) {
    throwApex('System.TypeException', 'Savepoint is no longer valid');
  }
  return savepoint;
}
