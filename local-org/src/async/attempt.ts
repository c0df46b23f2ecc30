import { atomically, executeTransaction, type ExecutionOptions } from '../org/execute.ts';
import type { Org } from '../org/Org.ts';
import type { Transaction } from '../org/Transaction.ts';
import { ApexException } from '../runtime/ApexException.ts';
import { isStackExhausted, stackDepthReached } from '../runtime/exceptions.ts';

/**
 * Runs one transaction of a job. Returns what Apex threw, null when it ended well; anything else that is thrown is a bug.
 * What `settle` writes about the end stands and falls with what the transaction did; after a failure it is a commit of its own.
 */
export function attempt(
  org: Org,
  options: ExecutionOptions,
  work: (transaction: Transaction) => void,
  settle: (error: ApexException | null) => void = () => undefined,
): ApexException | null {
  try {
    executeTransaction(org, options, (transaction) => {
      work(transaction);
      settle(null);
    });
    return null;
  } catch (error) {
    const failure = isStackExhausted(error) ? stackDepthReached() : error;
    if (!(failure instanceof ApexException)) throw failure;
    atomically(org, () => settle(failure));
    return failure;
  }
}

/** As AsyncApexJob and the debug log show an exception. */
export function errorText(error: ApexException): string {
  return `${error.apexType}: ${error.apexMessage ?? ''}`;
}
