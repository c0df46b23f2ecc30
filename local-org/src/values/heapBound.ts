import { throwApex } from '../runtime/ApexException.ts';

/** Bytes that a reference takes on any machine that runs Apex: the least that an element of a collection can take. */
const REFERENCE = 4;

/** The larger heap, that of asynchronous Apex (Apex Developer Guide, "Execution Governors and Limits"). */
const HEAP_BYTES = 12_000_000;

const MOST_ELEMENTS = HEAP_BYTES / REFERENCE;

/**
 * The heap is not measured, but a collection whose references alone fill it ends the transaction, as on Salesforce; there it
 * would end sooner.
 */
export function mustFitHeapAsCollection(size: number): void {
  if (size > MOST_ELEMENTS) throwApex('System.LimitException', `Apex heap size too large: ${size * REFERENCE}`);
}
