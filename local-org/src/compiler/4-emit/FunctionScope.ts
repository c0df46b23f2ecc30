import type { ProjectType } from '../symbols/ProjectType.ts';
import type { UnitScope } from './UnitScope.ts';

/** One JavaScript function that is being written: its temporaries and what stands for computed values. */
export class FunctionScope {
  readonly unit: UnitScope;
  readonly type: ProjectType;
  private readonly names = new Map<object, string>();
  private count = 0;
  /** Variables of the function that are asked for when the heap is measured; they live as long as it runs. */
  private readonly held: Set<string>;
  /** Inside `System.runAs(…) { … }`, which is a function of its own in JavaScript. */
  runAsDepth = 0;
  /** Loops inside the innermost runAs block: break and continue of others would leave it. */
  loopDepth = 0;

  /** Where rounds of loops are counted: in the function itself where no other Apex is called, which is faster. */
  private readonly hasOwnCounter: boolean;
  private countsRounds = false;

  constructor(unit: UnitScope, type: ProjectType, held: ReadonlySet<string> = new Set(), hasOwnCounter = false) {
    this.unit = unit;
    this.type = type;
    this.held = new Set(held);
    this.hasOwnCounter = hasOwnCounter;
  }

  /** The variable that counts rounds of loops. */
  roundCounter(): string {
    this.countsRounds = true;
    return this.hasOwnCounter ? '$l' : '$k';
  }

  /** Whether a variable is declared for the whole function, not in its block. */
  holds(name: string): boolean {
    return this.held.has(name);
  }

  /** A temporary whose value may be much of the heap. */
  heldTemporary(): string {
    const name = `$h${this.held.size}`;
    this.held.add(name);
    return name;
  }

  get heldVariables(): readonly string[] {
    return [...this.held];
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

  /** The declaration of all temporaries and held variables; empty when there are none. */
  declarations(): string {
    const temporaries = Array.from({ length: this.count }, (_, index) => `$${index + 1}`);
    const held = this.heldVariables.map((name) => `${name} = null`);
    const counter = this.countsRounds && this.hasOwnCounter ? ['$l = 0'] : [];
    const all = [...temporaries, ...held, ...counter];
    return all.length === 0 ? '' : `let ${all.join(', ')};\n`;
  }
}
