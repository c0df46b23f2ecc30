import type { LimitName } from './GovernorLimits.ts';
import type { TransactionOptions } from './Transaction.ts';

/**
 * Limits of a kind of transaction that differ from those of synchronous or asynchronous Apex.
 * Sources: Apex Developer Guide, "Execution Governors and Limits" and "Transaction Finalizers".
 */
export function limitsOf(quiddity: TransactionOptions['quiddity']): Partial<Record<LimitName, number>> {
  switch (quiddity) {
    case 'future':
    case 'batch':
      return { FutureCalls: 0 };
    case 'finalizer':
      return { QueueableJobs: 1, HeapSize: 12_000_000 };
    default:
      return {};
  }
}
