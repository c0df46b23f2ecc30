import { throwApex } from '../runtime/ApexException.ts';
import type { RuntimeType } from '../types/RuntimeType.ts';
import { ApexCollection } from './ApexCollection.ts';
import { ApexIterator } from './ApexIterator.ts';
import { apexEquals } from './equality.ts';
import { apexHash } from './hash.ts';
import { charge, chargeKept, OBJECT, REFERENCE } from './heapCharge.ts';
import type { ValueObject } from './ValueObject.ts';

/** Apex List. `type` is `List<T>`. */
export class ApexList extends ApexCollection implements ValueObject {
  readonly items: unknown[];

  /** Takes the array as it is: it belongs to the list from now on. */
  constructor(type: RuntimeType, items: unknown[] = []) {
    super(type);
    this.items = items;
    charge(OBJECT + REFERENCE * items.length);
  }

  get size(): number {
    return this.items.length;
  }

  /** Throws System.ListException "List index out of bounds: 3". */
  get(index: number): unknown {
    this.checkIndex(index, this.items.length - 1);
    return this.items[index];
  }

  /** Replaces an element. Throws System.ListException when there is none at the index. */
  set(index: number, value: unknown): void {
    if (this.isReadOnly) throwApex('System.FinalException', 'Collection is read-only');
    this.checkIndex(index, this.items.length - 1);
    this.items[index] = value;
    chargeKept(value);
  }

  add(value: unknown): void {
    this.mustBeChangeable();
    this.items.push(value);
    chargeKept(value);
  }

  /** Inserts before the index; the size itself is allowed. */
  insert(index: number, value: unknown): void {
    this.mustBeChangeable();
    this.checkIndex(index, this.items.length);
    this.items.splice(index, 0, value);
    chargeKept(value);
  }

  addAll(values: Iterable<unknown>): void {
    this.mustBeChangeable();
    // A copy first: a list may be added to itself.
    const added = [...values];
    for (const value of added) {
      this.items.push(value);
      chargeKept(value);
    }
  }

  remove(index: number): unknown {
    this.mustBeChangeable();
    this.checkIndex(index, this.items.length - 1);
    return this.items.splice(index, 1)[0];
  }

  clear(): void {
    this.mustBeChangeable();
    this.items.length = 0;
  }

  /** Replaces all elements by the same ones in another order. */
  reorder(items: readonly unknown[]): void {
    this.mustBeChangeable();
    for (let index = 0; index < items.length; index++) this.items[index] = items[index];
  }

  indexOf(value: unknown): number {
    return this.items.findIndex((item) => apexEquals(item, value));
  }

  /** For for-each loops: changes are refused meanwhile. */
  iterate(): Iterable<unknown> {
    return this.guarded(this.items);
  }

  /** `iterator()` as compiled code calls it through System.Iterable. */
  iterator$(): ApexIterator {
    return new ApexIterator(this.items);
  }

  valueEquals(other: unknown): boolean {
    if (!(other instanceof ApexList) || other.size !== this.size) return false;
    return this.items.every((item, index) => apexEquals(item, other.items[index]));
  }

  valueHash(): number {
    return this.items.reduce((hash: number, item) => (Math.imul(31, hash) + apexHash(item)) | 0, 1);
  }

  valueText(print: (value: unknown) => string): string {
    return `(${this.items.map(print).join(', ')})`;
  }

  private checkIndex(index: number | null, last: number): void {
    if (index === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
    if (index < 0 || index > last) throwApex('System.ListException', `List index out of bounds: ${index}`);
  }
}
