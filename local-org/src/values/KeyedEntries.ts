import { apexEquals } from './equality.ts';
import { HashedKey, keyOf } from './hash.ts';
import { chargeKept } from './heapCharge.ts';

interface Entry<V> {
  readonly key: unknown;
  value: V;
}

/**
 * The entries of a Map or Set: found by `equals` and `hashCode`, kept in the order of insertion.
 * A key whose hash changed after it was put is not found any more, as on Salesforce.
 */
export class KeyedEntries<V> {
  /** By the key itself where identity is equality, else by the entry, which a bucket knows. */
  private readonly entries = new Map<unknown, Entry<V>>();
  private readonly buckets = new Map<number, Entry<V>[]>();

  get size(): number {
    return this.entries.size;
  }

  get(key: unknown): Entry<V> | undefined {
    return this.find(key, keyOf(key));
  }

  has(key: unknown): boolean {
    return this.get(key) !== undefined;
  }

  /** Adds an entry, or replaces the value of the one that an equal key has; its key stays. */
  set(key: unknown, value: V): void {
    const simple = keyOf(key);
    const known = this.find(key, simple);
    if (known) {
      known.value = value;
      chargeKept(value);
      return;
    }
    const entry = { key, value };
    chargeKept(key);
    chargeKept(value);
    this.entries.set(simple instanceof HashedKey ? entry : simple, entry);
    if (simple instanceof HashedKey) this.addToBucket(entry, simple.hash);
  }

  /** False when there was no such key. */
  delete(key: unknown): boolean {
    const simple = keyOf(key);
    if (!(simple instanceof HashedKey)) return this.entries.delete(simple);
    const entry = this.find(key, simple);
    if (!entry) return false;
    this.entries.delete(entry);
    this.dropFromBucket(entry, simple.hash);
    return true;
  }

  clear(): void {
    this.entries.clear();
    this.buckets.clear();
  }

  values(): Iterable<Entry<V>> {
    return this.entries.values();
  }

  private find(key: unknown, simple: unknown): Entry<V> | undefined {
    if (!(simple instanceof HashedKey)) return this.entries.get(simple);
    return this.buckets.get(simple.hash)?.find((candidate) => apexEquals(candidate.key, key));
  }

  private addToBucket(entry: Entry<V>, hash: number): void {
    const bucket = this.buckets.get(hash);
    if (bucket) bucket.push(entry);
    else this.buckets.set(hash, [entry]);
  }

  private dropFromBucket(entry: Entry<V>, hash: number): void {
    const bucket = this.buckets.get(hash)?.filter((candidate) => candidate !== entry) ?? [];
    if (bucket.length > 0) this.buckets.set(hash, bucket);
    else this.buckets.delete(hash);
  }
}
