import { throwApex } from '../runtime/ApexException.ts';

/** What the values of a transaction are charged to. */
export interface HeapAccount {
  /** Bytes charged so far; what was dropped again is not taken off. */
  charged: number;
  /** When so much was charged, the account looks at what is really held. */
  next: number;
  readonly limit: number;
  /** Looks at what is held, unless it did so a moment ago. */
  review(bytes: number): void;
  /** Looks at what is held, with a value that nothing holds yet. */
  look(made: unknown): void;
}

let account: HeapAccount | null = null;

/** The account of the transaction that runs now; null outside of transactions. Returns the one before. */
export function useHeapAccount(now: HeapAccount | null): HeapAccount | null {
  const before = account;
  account = now;
  return before;
}

/** Bytes that a reference takes on any machine that runs Apex: the least that an element of a collection takes. */
export const REFERENCE = 4;
/** An object, list, set, map or record without what it holds. */
export const OBJECT = 16;

/** A new value: called wherever one is made or kept. Throws an uncatchable System.LimitException when the heap is full. */
export function charge(bytes: number): void {
  if (account !== null && (account.charged += bytes) > account.next) account.review(bytes);
}

/** A reference to a value that is kept in a collection or record. */
export function chargeKept(value: unknown): void {
  if (account !== null) charge(typeof value === 'string' ? REFERENCE + value.length : REFERENCE);
}

/** How much was charged so far: to be given to lookAt. */
export function chargedSoFar(): number {
  return account?.charged ?? 0;
}

/** After work that made a value by many charges: makes sure that it fits before a variable holds it. */
export function lookAt(made: unknown, chargedBefore: number): void {
  if (account !== null && account.charged - chargedBefore > account.limit / MUCH) account.look(made);
}

/** Work that charges one of so many parts of the limit makes much. */
const MUCH = 64;

/** Refuses a single value before it is made that no heap can hold. */
export function mustFitHeap(bytes: number): void {
  if (bytes > (account?.limit ?? SYNCHRONOUS_HEAP)) throwHeapTooLarge(bytes);
}

/** Outside of transactions. Source: Apex Developer Guide, "Execution Governors and Limits". */
const SYNCHRONOUS_HEAP = 6_000_000;

export function throwHeapTooLarge(bytes: number): never {
  throwApex('System.LimitException', `Apex heap size too large: ${bytes}`);
}
