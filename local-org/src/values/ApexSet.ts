import { throwApex } from '../runtime/ApexException.ts';
import type { RuntimeType } from '../types/RuntimeType.ts';
import { ApexCollection } from './ApexCollection.ts';
import { ApexIterator } from './ApexIterator.ts';
import { apexHash } from './hash.ts';
import { KeyedEntries } from './KeyedEntries.ts';
import type { ValueObject } from './ValueObject.ts';

/** Apex Set in the order of insertion. `type` is `Set<T>`. */
export class ApexSet extends ApexCollection implements ValueObject {
  private readonly entries: KeyedEntries<unknown>;
  private readonly isKeySet: boolean;

  /** `keysOf`: the entries of a map whose keys this set shows; removing a key then removes the map's entry. */
  constructor(
    type: RuntimeType,
    values: Iterable<unknown> = [],
    keysOf?: { entries: KeyedEntries<unknown>; loops: { running: number } },
  ) {
    super(type, keysOf?.loops);
    this.entries = keysOf?.entries ?? new KeyedEntries<unknown>();
    this.isKeySet = keysOf !== undefined;
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
    if (this.isKeySet) throwApex('System.FinalException', 'Collection is read-only');
    if (this.entries.has(value)) return false;
    this.entries.set(value, true);
    return true;
  }

  /** True when the set changed. */
  remove(value: unknown): boolean {
    this.mustBeChangeable();
    return this.entries.delete(value);
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

  /** `iterator()` as compiled code calls it through System.Iterable. */
  iterator$(): ApexIterator {
    return new ApexIterator(this.values());
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
