import { throwHeapTooLarge, type HeapAccount } from '../values/heapCharge.ts';
import { heldBytes } from './heldBytes.ts';

/** What a method of Apex that runs holds in its variables. */
export type HeapFrame = () => readonly unknown[];

/** Where the values are that a transaction can still reach. */
export interface HeapRoots {
  readonly statics: readonly unknown[];
  readonly heapFrames: readonly HeapFrame[];
}

/** Values that were looked at for each value that has to be made before the next look. */
const VALUES_PER_CHARGE = 64;
/** The least part of the limit that is charged between two looks. */
const LEAST_STEP = 1 / 256;
/** So few values are looked at as often as one likes. */
const FEW = 256;

/**
 * The heap of one transaction, an estimate. Values are charged when they are made; only when the charges since the last look
 * could fill the heap, what variables, static fields and running triggers reach is added up. So values that were dropped do not
 * count, and code that holds little is hardly ever looked at.
 * Values that only an expression under way holds are not seen; a look finds them once a variable or collection holds them.
 */
export class HeapMeter implements HeapAccount {
  charged = 0;
  next: number;
  private readonly roots: HeapRoots;
  private readonly limitNow: () => number;
  private readonly excuse: (milliseconds: number) => void;
  private waits = 0;

  /** @param excuse takes the time of a look from the CPU time of the transaction. */
  constructor(roots: HeapRoots, limitNow: () => number, excuse: (milliseconds: number) => void) {
    this.roots = roots;
    this.limitNow = limitNow;
    this.excuse = excuse;
    this.next = limitNow();
  }

  get limit(): number {
    return this.limitNow();
  }

  /** Limits.getHeapSize(). */
  measure(): number {
    return heldBytes(this.roots).bytes;
  }

  review(bytes: number): void {
    if (this.waits > 0 && bytes < this.limit * LEAST_STEP) this.waits--;
    else this.take(bytes, null);
  }

  look(made: unknown): void {
    this.take(0, made);
  }

  private take(bytes: number, made: unknown): void {
    const start = performance.now();
    const held = heldBytes(this.roots, made);
    this.excuse(performance.now() - start);
    if (held.bytes > this.limit) throwHeapTooLarge(held.bytes);
    this.waits = held.values <= FEW ? 0 : Math.ceil(held.values / VALUES_PER_CHARGE);
    // What is being made now is not held yet: it stays charged.
    this.next = this.charged + Math.max(this.limit * LEAST_STEP, this.limit - held.bytes - bytes);
  }
}
