import { ApexList, ApexSet } from '../../../values/index.ts';

/** An object of the project that implements Iterable. */
interface ProjectIterable {
  iterator$(): unknown;
}

/** An object of the project, or of the platform, that implements Iterator. */
interface AnyIterator {
  hasnext$(): boolean;
  next$(): unknown;
}

/** The elements of a List, a Set or anything that implements Iterable; null for other values. */
export function elementsOf(value: unknown): Iterable<unknown> | null {
  if (value instanceof ApexList) return value.items;
  if (value instanceof ApexSet) return value.values();
  if (typeof (value as ProjectIterable | null)?.iterator$ === 'function') {
    return drain((value as ProjectIterable).iterator$() as AnyIterator);
  }
  return null;
}

function* drain(iterator: AnyIterator): Generator<unknown, void> {
  while (iterator.hasnext$()) yield iterator.next$();
}
