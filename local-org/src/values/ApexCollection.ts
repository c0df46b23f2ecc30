import { throwApex } from '../runtime/ApexException.ts';
import type { RuntimeType } from '../types/RuntimeType.ts';

/** What List, Set and Map share: the run-time type, and who may change them when. */
export abstract class ApexCollection {
  readonly type: RuntimeType;
  /** Trigger.new and the like: elements can be changed where records allow it, the collection cannot. */
  isReadOnly = false;
  /** How many loops run over the collection; a map and its key set share it. */
  protected readonly loops: { running: number };

  constructor(type: RuntimeType, loops = { running: 0 }) {
    this.type = type;
    this.loops = loops;
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
    if (this.loops.running > 0) {
      throwApex('System.FinalException', 'Cannot modify a collection while it is being iterated.');
    }
  }

  /** Goes through elements while the collection is closed to changes, also when the loop is left early. */
  protected *guarded<T>(elements: Iterable<T>): Generator<T, void> {
    this.loops.running++;
    try {
      for (const element of elements) yield element;
    } finally {
      this.loops.running--;
    }
  }
}
