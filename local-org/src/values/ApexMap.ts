import { runtimeType, type RuntimeType } from '../types/RuntimeType.ts';
import { ApexCollection } from './ApexCollection.ts';
import { ApexSet } from './ApexSet.ts';
import { apexEquals } from './equality.ts';
import { apexHash } from './hash.ts';
import { KeyedEntries } from './KeyedEntries.ts';
import type { ValueObject } from './ValueObject.ts';

/** Apex Map in the order of insertion. `type` is `Map<K,V>`. Text keys are case-sensitive. */
export class ApexMap extends ApexCollection implements ValueObject {
  private readonly store = new KeyedEntries<unknown>();

  constructor(type: RuntimeType, pairs: Iterable<readonly [unknown, unknown]> = []) {
    super(type);
    for (const [key, value] of pairs) this.store.set(key, value);
  }

  get size(): number {
    return this.store.size;
  }

  /** Null when the key is not there. */
  get(key: unknown): unknown {
    return this.store.get(key)?.value ?? null;
  }

  has(key: unknown): boolean {
    return this.store.has(key);
  }

  /** The value before, or null. */
  put(key: unknown, value: unknown): unknown {
    this.mustBeChangeable();
    const before = this.get(key);
    this.store.set(key, value);
    return before;
  }

  /** The removed value, or null. */
  remove(key: unknown): unknown {
    this.mustBeChangeable();
    const before = this.get(key);
    this.store.delete(key);
    return before;
  }

  clear(): void {
    this.mustBeChangeable();
    this.store.clear();
  }

  /** The keys as an Apex set that follows the map: adding to it throws, removing removes the entry. */
  keySet(): ApexSet {
    const type = runtimeType(`Set<${this.type.args[0]?.name ?? 'Object'}>`);
    return new ApexSet(type, [], { entries: this.store, loops: this.loops });
  }

  *keys(): Generator<unknown, void> {
    for (const entry of this.store.values()) yield entry.key;
  }

  *values(): Generator<unknown, void> {
    for (const entry of this.store.values()) yield entry.value;
  }

  *pairs(): Generator<[unknown, unknown], void> {
    for (const entry of this.store.values()) yield [entry.key, entry.value];
  }

  valueEquals(other: unknown): boolean {
    if (!(other instanceof ApexMap) || other.size !== this.size) return false;
    for (const [key, value] of this.pairs()) {
      if (!other.has(key) || !apexEquals(value, other.get(key))) return false;
    }
    return true;
  }

  valueHash(): number {
    let hash = 0;
    for (const [key, value] of this.pairs()) hash = (hash + (apexHash(key) ^ apexHash(value))) | 0;
    return hash;
  }

  valueText(print: (value: unknown) => string): string {
    return `{${[...this.pairs()].map(([key, value]) => `${print(key)}=${print(value)}`).join(', ')}}`;
  }
}
