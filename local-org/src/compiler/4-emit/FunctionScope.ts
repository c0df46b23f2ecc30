import type { ProjectType } from '../symbols/ProjectType.ts';
import type { UnitScope } from './UnitScope.ts';

/** One JavaScript function that is being written: its temporaries and what stands for computed values. */
export class FunctionScope {
  readonly unit: UnitScope;
  readonly type: ProjectType;
  private readonly names = new Map<object, string>();
  private count = 0;
  /** Inside `System.runAs(…) { … }`, which is a function of its own in JavaScript. */
  runAsDepth = 0;
  /** Loops inside the innermost runAs block: break and continue of others would leave it. */
  loopDepth = 0;

  constructor(unit: UnitScope, type: ProjectType) {
    this.unit = unit;
    this.type = type;
  }

  /** A variable of the function. */
  temporary(): string {
    return `$${++this.count}`;
  }

  /** Lets bound nodes with that key stand for a piece of code. */
  bind(key: object, code: string): void {
    this.names.set(key, code);
  }

  bound(key: object): string {
    const name = this.names.get(key);
    if (name === undefined) throw new Error('A temporary is read before it is computed.');
    return name;
  }

  /** The declaration of all temporaries; empty when there are none. */
  declarations(): string {
    if (this.count === 0) return '';
    return `let ${Array.from({ length: this.count }, (_, index) => `$${index + 1}`).join(', ')};\n`;
  }
}
