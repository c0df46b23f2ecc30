import { apexEquals } from './equality.ts';
import { HashedKey, keyOf } from './hash.ts';

interface Entry<V> {
  readonly key: unknown;
  value: V;
}

/**
 * The entries of a Map or Set: found by `equals` and `hashCode`, kept in the order of insertion.
 * A key whose hash changed after it was put is not found any more, as on Salesforce.
 */
export class KeyedEntries<V> {
  private readonly entries = new Map<unknown, Entry<V>>();
  /** Keys that need apexEquals: those stored under a hash. */
  private readonly buckets = new Map<number, unknown[]>();

  get size(): number {
    return this.entries.size;
  }

  get(key: unknown): Entry<V> | undefined {
    return this.entries.get(this.stored(key));
  }

  has(key: unknown): boolean {
    return this.entries.has(this.stored(key));
  }

  /** Adds an entry, or replaces the value of the one that an equal key has; its key stays. */
  set(key: unknown, value: V): void {
    const simple = keyOf(key);
    const stored = simple instanceof HashedKey ? this.inBucket(key, simple.hash) : simple;
    const entry = this.entries.get(stored);
    if (entry) {
      entry.value = value;
      return;
    }
    if (simple instanceof HashedKey) this.addToBucket(key, simple.hash);
    this.entries.set(stored, { key, value });
  }

  /** False when there was no such key. */
  delete(key: unknown): boolean {
    const simple = keyOf(key);
    const stored = simple instanceof HashedKey ? this.inBucket(key, simple.hash) : simple;
    if (!this.entries.delete(stored)) return false;
    if (simple instanceof HashedKey) this.dropFromBucket(stored, simple.hash);
    return true;
  }

  clear(): void {
    this.entries.clear();
    this.buckets.clear();
  }

  values(): Iterable<Entry<V>> {
    return this.entries.values();
  }

  private stored(key: unknown): unknown {
    const simple = keyOf(key);
    return simple instanceof HashedKey ? this.inBucket(key, simple.hash) : simple;
  }

  /** The key under which an equal one is stored; the key itself when there is none. */
  private inBucket(key: unknown, hash: number): unknown {
    return this.buckets.get(hash)?.find((candidate) => apexEquals(candidate, key)) ?? key;
  }

  private addToBucket(key: unknown, hash: number): void {
    const bucket = this.buckets.get(hash);
    if (bucket) bucket.push(key);
    else this.buckets.set(hash, [key]);
  }

  private dropFromBucket(key: unknown, hash: number): void {
    const bucket = this.buckets.get(hash)?.filter((candidate) => candidate !== key) ?? [];
    if (bucket.length > 0) this.buckets.set(hash, bucket);
    else this.buckets.delete(hash);
  }
}
