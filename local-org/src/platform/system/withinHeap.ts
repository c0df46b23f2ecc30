import { throwApex } from '../../runtime/ApexException.ts';

/** Runs work that may make a text longer than this machine can hold: then System.LimitException ends the transaction. */
export function withinHeap<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError && error.message.includes('Invalid string length')) throwTooLarge();
    throw error;
  }
}

/** The heap of a synchronous transaction. Source: Apex Developer Guide, "Execution Governors and Limits". */
const HEAP_BYTES = 6_000_000;

/** Refuses a text before it is made. */
export function mustFitHeap(length: number): void {
  if (length > HEAP_BYTES) throwTooLarge(length);
}

function throwTooLarge(length?: number): never {
  throwApex(
    'System.LimitException',
    length === undefined ? 'Apex heap size too large' : `Apex heap size too large: ${length}`,
  );
}
