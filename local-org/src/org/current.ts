import { useHeapAccount } from '../values/heapCharge.ts';
import type { Org } from './Org.ts';
import type { Transaction } from './Transaction.ts';

let org: Org | null = null;
let transaction: Transaction | null = null;

/** The org that runs now. Throws outside of a transaction: a bug of the local org. */
export function currentOrg(): Org {
  if (!org) throw new Error('No org is running.');
  return org;
}

/** The transaction that runs now. Throws outside of one: a bug of the local org. */
export function currentTransaction(): Transaction {
  if (!transaction) throw new Error('No transaction is running.');
  return transaction;
}

export function hasCurrentTransaction(): boolean {
  return transaction !== null;
}

/** Runs a piece of work inside a transaction; the one before it is current again afterwards, whatever happens. */
export function runInTransaction<T>(inOrg: Org, inTransaction: Transaction, work: () => T): T {
  const before = { org, transaction };
  org = inOrg;
  transaction = inTransaction;
  const heap = useHeapAccount(inTransaction.heap);
  try {
    return work();
  } finally {
    org = before.org;
    transaction = before.transaction;
    useHeapAccount(heap);
  }
}
