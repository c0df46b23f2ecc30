import { runInThisContext } from 'node:vm';
import type { CompiledClass, CompiledUnit } from '../compiler/CompiledUnit.ts';
import { runtimeType, type RuntimeType } from '../types/RuntimeType.ts';
import { ApexEnum } from '../values/index.ts';
import { ApexException } from './ApexException.ts';
import { ApexObject } from './ApexObject.ts';
import { makeFutureMethodsAsynchronous } from './futureMethods.ts';
import { RefusedError } from './RefusedError.ts';
import { registerCode } from './stackTraces.ts';

/** A class that compiled code defined. Its members have names that only the compiler knows. */
export interface JsClass {
  new (): object;
  $slot: number;
}

type StaticMethods = Record<string, (...args: readonly unknown[]) => unknown>;

/** Calls a static member of a compiled class. */
export function callStatic(jsClass: JsClass, name: string, args: readonly unknown[]): unknown {
  return (jsClass as unknown as StaticMethods)[name]!.apply(jsClass, [...args]);
}

type MakeClass = (parent: JsClass) => JsClass;

interface Definition {
  readonly name: string;
  readonly parent: string | null;
  readonly isException: boolean;
  readonly make: MakeClass;
}

interface PendingUnit {
  readonly assign: () => void;
  readonly classes: readonly string[];
}

/** Evaluates the code of all units, makes the classes in the order of their inheritance, and connects them. */
export class Linker {
  readonly classes = new Map<string, JsClass>();
  readonly descriptions = new Map<string, CompiledClass>();
  /** By path of the file: 1 for each line with code that ran. */
  readonly counters = new Map<string, Uint8Array>();
  private readonly definitions = new Map<string, Definition>();
  private readonly enums = new Map<string, readonly ApexEnum[]>();
  private readonly pending: PendingUnit[] = [];
  private evaluated: readonly string[] = [];
  private slots = 0;

  /** What compiled code sees of the linker. */
  readonly library = {
    define: (name: string, parent: string | null, isException: boolean, make: MakeClass): void => {
      this.definitions.set(name, { name, parent, isException, make });
      // Executed Apex always has the same name: the newest one counts.
      this.classes.delete(name);
    },
    onLink: (assign: () => void): void => {
      this.pending.push({ assign, classes: this.evaluated });
    },
    classOf: (name: string): JsClass => this.classes.get(name) ?? refusingClass(name),
    projectConstant: (type: string, name: string): ApexEnum => {
      const constant = this.enums.get(type)?.find((candidate) => candidate.name === name);
      if (!constant) throw new RefusedError(`The enum ${type} did not compile.`);
      return constant;
    },
    counters: (path: string): Uint8Array => this.counters.get(path)!,
  };

  enumConstants(type: string): readonly ApexEnum[] | undefined {
    return this.enums.get(type);
  }

  link(units: readonly CompiledUnit[], library: object, withCoverage: boolean): void {
    for (const unit of units) this.describe(unit);
    for (const unit of units) {
      const code = withCoverage ? unit.countedCode : unit.code;
      if (withCoverage) this.counters.set(unit.path, new Uint8Array(unit.lines.length));
      const filename = registerCode(unit.path, code);
      const evaluate = runInThisContext(`(function ($rt) {\n${code.js}\n})`, { filename }) as (rt: object) => void;
      this.evaluated = unit.classes.map((each) => each.name);
      evaluate(library);
    }
    for (const definition of this.definitions.values()) this.make(definition);
    this.connect();
  }

  /**
   * Lets every unit look up what it refers to. A unit that needs a constant of an enum that did not compile is taken out, and the
   * others look again: they may have found its classes.
   */
  private connect(): void {
    const broken = this.pending.filter(({ assign }) => !succeeds(assign));
    for (const unit of broken) {
      for (const name of unit.classes) this.classes.delete(name);
      this.pending.splice(this.pending.indexOf(unit), 1);
    }
    if (broken.length > 0) this.connect();
    else this.pending.length = 0;
  }

  private describe(unit: CompiledUnit): void {
    for (const description of unit.classes) {
      const { name, kind, enumValues } = description;
      this.descriptions.set(name, description);
      if (kind === 'enum') {
        this.enums.set(
          name,
          Object.freeze(enumValues.map((constant, ordinal) => new ApexEnum(name, constant, ordinal))),
        );
      }
    }
  }

  /** Null when a superclass did not compile. */
  private make({ name, parent, isException, make }: Definition): JsClass | null {
    const known = this.classes.get(name);
    if (known) return known;
    const parentDefinition = parent === null ? null : this.definitions.get(parent);
    const parentClass = parentDefinition ? this.make(parentDefinition) : parent === null ? base(isException) : null;
    if (!parentClass) return null;
    const made = make(parentClass);
    made.$slot = this.slots++;
    const $type: RuntimeType = runtimeType(name);
    if (!isException) Object.defineProperty(made.prototype, '$type', { value: $type });
    makeFutureMethodsAsynchronous(made, this.descriptions.get(name));
    this.classes.set(name, made);
    return made;
  }
}

function succeeds(assign: () => void): boolean {
  try {
    assign();
    return true;
  } catch (error) {
    if (error instanceof RefusedError) return false;
    throw error;
  }
}

/** Stands for a class that did not compile: whoever uses it is refused. */
function refusingClass(name: string): JsClass {
  const refuse = (): never => {
    throw new RefusedError(`The class ${name} did not compile.`);
  };
  return new Proxy(class {}, { get: refuse, construct: refuse }) as unknown as JsClass;
}

function base(isException: boolean): JsClass {
  return (isException ? ApexException : ApexObject) as unknown as JsClass;
}
