import type { RuntimeType } from '../types/RuntimeType.ts';
import { ApexCollection } from './ApexCollection.ts';
import { apexHash } from './hash.ts';
import { KeyedEntries } from './KeyedEntries.ts';
import type { ValueObject } from './ValueObject.ts';

/** Apex Set in the order of insertion. `type` is `Set<T>`. */
export class ApexSet extends ApexCollection implements ValueObject {
  private readonly entries = new KeyedEntries<true>();

  constructor(type: RuntimeType, values: Iterable<unknown> = []) {
    super(type);
    for (const value of values) this.entries.set(value, true);
  }

  get size(): number {
    return this.entries.size;
  }

  has(value: unknown): boolean {
    return this.entries.has(value);
  }

  /** True when the set changed. */
  add(value: unknown): boolean {
    this.mustBeChangeable();
    return this.entries.has(value) ? false : this.entries.set(value, true) === undefined;
  }

  /** True when the set changed. */
  remove(value: unknown): boolean {
    this.mustBeChangeable();
    return this.entries.delete(value) !== undefined;
  }

  clear(): void {
    this.mustBeChangeable();
    this.entries.clear();
  }

  *values(): Generator<unknown, void> {
    for (const entry of this.entries.values()) yield entry.key;
  }

  /** For for-each loops: changes are refused meanwhile. */
  iterate(): Iterable<unknown> {
    return this.guarded(this.values());
  }

  valueEquals(other: unknown): boolean {
    if (!(other instanceof ApexSet) || other.size !== this.size) return false;
    for (const value of this.values()) if (!other.has(value)) return false;
    return true;
  }

  valueHash(): number {
    let hash = 0;
    for (const value of this.values()) hash = (hash + apexHash(value)) | 0;
    return hash;
  }

  valueText(print: (value: unknown) => string): string {
    return `{${[...this.values()].map(print).join(', ')}}`;
  }
}
