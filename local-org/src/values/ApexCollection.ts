import { throwApex } from '../runtime/ApexException.ts';
import type { RuntimeType } from '../types/RuntimeType.ts';

/** What List, Set and Map share: the run-time type, and who may change them when. */
export abstract class ApexCollection {
  readonly type: RuntimeType;
  /** Trigger.new and the like: elements can be changed where records allow it, the collection cannot. */
  isReadOnly = false;
  private running = 0;

  constructor(type: RuntimeType) {
    this.type = type;
  }

  get apexType(): string {
    return this.type.name;
  }

  /**
   * Throws System.FinalException when the collection is read-only or a for-each loop runs over it.
   * Source of the second: Apex Developer Guide, "Iterating Collections"; for sets since API 62.
   */
  protected mustBeChangeable(): void {
    if (this.isReadOnly) throwApex('System.FinalException', 'Collection is read-only');
    if (this.running > 0) {
      throwApex('System.FinalException', 'Cannot modify a collection while it is being iterated.');
    }
  }

  /** Goes through elements while the collection is closed to changes, also when the loop is left early. */
  protected *guarded<T>(elements: Iterable<T>): Generator<T, void> {
    this.running++;
    try {
      yield* elements;
    } finally {
      this.running--;
    }
  }
}
