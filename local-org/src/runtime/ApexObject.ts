import type { RuntimeType } from '../types/RuntimeType.ts';
import { charge, OBJECT } from '../values/heapCharge.ts';

/** Every object of a class of the project. The linker puts `$type` on the prototype of each class. */
export class ApexObject {
  declare readonly $type: RuntimeType;

  constructor() {
    charge(OBJECT);
  }

  /** Runs the initializers of the fields; classes that have some override it. */
  $begin(): void {}
}
