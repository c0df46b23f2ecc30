import { executeTransaction, type ExecutionOptions } from '../org/execute.ts';
import type { Org } from '../org/Org.ts';
import type { Transaction } from '../org/Transaction.ts';
import { ApexException } from '../runtime/ApexException.ts';
import { isStackExhausted, stackDepthReached } from '../runtime/exceptions.ts';

/** Runs one transaction of a job. Returns what Apex threw, null when it ended well; anything else that is thrown is a bug. */
export function attempt(
  org: Org,
  options: ExecutionOptions,
  work: (transaction: Transaction) => void,
): ApexException | null {
  try {
    executeTransaction(org, options, work);
    return null;
  } catch (error) {
    if (isStackExhausted(error)) return stackDepthReached();
    if (error instanceof ApexException) return error;
    throw error;
  }
}

/** As AsyncApexJob and the debug log show an exception. */
export function errorText(error: ApexException): string {
  return `${error.apexType}: ${error.apexMessage ?? ''}`;
}
