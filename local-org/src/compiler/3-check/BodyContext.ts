import { AlreadyReported, CheckFailure, type MessageCode, type Position } from '../diagnostics.ts';
import type { SourceFile } from '../source.ts';
import type { ApexType } from '../symbols/ApexType.ts';
import type { ConstructorSymbol, FieldSymbol } from '../symbols/Member.ts';
import type { ProjectType } from '../symbols/ProjectType.ts';
import type { LocalVariable } from './bound.ts';
import { isIdentifier, isReserved } from './reservedNames.ts';
import type { World } from './World.ts';

export interface BodyOptions {
  readonly world: World;
  readonly source: SourceFile;
  readonly type: ProjectType;
  readonly isStatic: boolean;
  readonly returns: ApexType;
  /** Inside the accessor of a property its name means the stored value. */
  readonly accessorOf?: FieldSymbol;
  readonly constructor_?: ConstructorSymbol;
  /** Constructors and initializers may assign final fields. */
  readonly mayInitialize?: boolean;
  /** The field whose initial value is checked: fields below it do not exist yet. */
  readonly initializes?: FieldSymbol;
}

/** Where the check stands inside one body of code: its variables, its loops, what `this` is. */
export class BodyContext {
  readonly world: World;
  readonly source: SourceFile;
  readonly type: ProjectType;
  readonly isStatic: boolean;
  readonly returns: ApexType;
  readonly accessorOf: FieldSymbol | null;
  readonly constructorOf: ConstructorSymbol | null;
  readonly mayInitialize: boolean;
  readonly initializes: FieldSymbol | null;
  loopDepth = 0;
  /** Something in the body was reported: what follows from it is not. */
  hasFailed = false;
  private readonly scopes: Map<string, LocalVariable>[] = [new Map<string, LocalVariable>()];

  constructor(options: BodyOptions) {
    this.world = options.world;
    this.source = options.source;
    this.type = options.type;
    this.isStatic = options.isStatic;
    this.returns = options.returns;
    this.accessorOf = options.accessorOf ?? null;
    this.constructorOf = options.constructor_ ?? null;
    this.mayInitialize = options.mayInitialize ?? false;
    this.initializes = options.initializes ?? null;
  }

  get types(): World['types'] {
    return this.world.types;
  }

  get members(): World['members'] {
    return this.world.members;
  }

  /** Scripts and triggers have no object: their methods are called as static ones. */
  get isScript(): boolean {
    return this.type.outermost.unit.kind !== 'class';
  }

  local(name: string): LocalVariable | null {
    const key = name.toLowerCase();
    for (let depth = this.scopes.length - 1; depth >= 0; depth--) {
      const variable = this.scopes[depth]?.get(key);
      if (variable) return variable;
    }
    return null;
  }

  /** Locals by name, for binds of dynamic queries. */
  locals(): LocalVariable[] {
    return this.scopes.flatMap((scope) => [...scope.values()]);
  }

  declare(name: string, type: ApexType, position: Position, isFinal = false): LocalVariable {
    if (this.local(name)) this.report(position, 'APX0202', name);
    if (!isIdentifier(name)) this.report(position, 'APX0140', name);
    if (isReserved(name)) this.report(position, 'APX0221', name);
    const variable: LocalVariable = { name, type, jsName: `v_${name.toLowerCase()}`, isFinal };
    this.scopes.at(-1)?.set(name.toLowerCase(), variable);
    return variable;
  }

  /** Makes a variable of another context known here. */
  adopt(variable: LocalVariable): void {
    this.scopes.at(-1)?.set(variable.name.toLowerCase(), variable);
  }

  inScope<T>(work: () => T): T {
    this.scopes.push(new Map());
    try {
      return work();
    } finally {
      this.scopes.pop();
    }
  }

  inLoop<T>(work: () => T): T {
    this.loopDepth++;
    try {
      return this.inScope(work);
    } finally {
      this.loopDepth--;
    }
  }

  report(position: Position, code: MessageCode, ...values: readonly string[]): void {
    this.world.diagnostics.report(this.source.path, position, code, ...values);
  }

  fail(position: Position, code: MessageCode, ...values: readonly string[]): never {
    throw new CheckFailure(position, code, ...values);
  }

  /** Ends the check of a statement that depends on something that was reported already. */
  giveUp(): never {
    throw new AlreadyReported();
  }

  /** Runs the check of one statement or member; what it stumbles on is reported once and the next one is checked. */
  recover<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof CheckFailure || error instanceof AlreadyReported)) throw error;
      this.hasFailed = true;
      if (error instanceof CheckFailure) this.report(error.position, error.code, ...error.values);
      return null;
    }
  }
}
