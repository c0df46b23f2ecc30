import { throwApex } from '../../runtime/ApexException.ts';

/** Runs work that may make a text longer than this machine can hold: then System.LimitException ends the transaction. */
export function withinHeap<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError && error.message.includes('Invalid string length')) {
      throwApex('System.LimitException', 'Apex heap size too large');
    }
    throw error;
  }
}
