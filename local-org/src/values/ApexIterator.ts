import { throwApex } from '../runtime/ApexException.ts';

/** The System.Iterator of a platform collection. Compiled code calls it under the mangled names of the interface. */
export class ApexIterator {
  readonly apexType = 'System.Iterator';
  private readonly source: Iterator<unknown, void>;
  private upcoming: IteratorResult<unknown, void>;

  constructor(elements: Iterable<unknown>) {
    this.source = elements[Symbol.iterator]() as Iterator<unknown, void>;
    this.upcoming = this.source.next();
  }

  hasnext$(): boolean {
    return !this.upcoming.done;
  }

  /** Throws System.NoSuchElementException at the end. */
  next$(): unknown {
    if (this.upcoming.done) throwApex('System.NoSuchElementException', 'Iterator has no more elements.');
    const { value } = this.upcoming;
    this.upcoming = this.source.next();
    return value;
  }
}
