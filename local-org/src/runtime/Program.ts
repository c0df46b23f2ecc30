import type { CompiledClass, CompiledField, CompiledMethod, CompiledUnit } from '../compiler/CompiledUnit.ts';
import type { TriggerContext, TriggerEvent, TriggerHandle, TriggerRunner } from '../dml/triggers.ts';
import { currentTransaction } from '../org/current.ts';
import { runtimeType, type RuntimeType } from '../types/RuntimeType.ts';
import type { ClassInfo, MethodInfo, PropertyInfo } from './ClassInfo.ts';
import type { FutureMethod } from '../async/FutureJob.ts';
import { createStub, type StubProvider } from './createStub.ts';
import { isStackExhausted, stackDepthReached } from './exceptions.ts';
import { runFutureBody } from './futureMethods.ts';
import { callStatic, type JsClass, type Linker } from './Linker.ts';
import { RefusedError } from './RefusedError.ts';
import type { TypeTests } from './TypeTests.ts';
import { withTrigger } from './triggerContexts.ts';

const RUN = '$script';

/** The linked classes and triggers of a project. */
export class Program {
  readonly triggers: TriggerRunner;
  readonly testClasses: readonly ClassInfo[];
  private readonly linker: Linker;
  private readonly types: TypeTests;
  private readonly units: readonly CompiledUnit[];
  /** By lower-case name. */
  private readonly infos = new Map<string, ClassInfo>();

  constructor(
    linker: Linker,
    types: TypeTests,
    units: readonly CompiledUnit[],
    inactive: ReadonlySet<string> = new Set(),
  ) {
    this.linker = linker;
    this.types = types;
    this.units = units;
    for (const unit of units.filter(({ kind }) => kind === 'class')) {
      for (const each of unit.classes) this.infos.set(each.name.toLowerCase(), this.describe(each, unit));
    }
    this.testClasses = units.flatMap((unit) => {
      const info = unit.isTest && unit.kind === 'class' ? this.infos.get(unit.name.toLowerCase()) : undefined;
      return info ? [info] : [];
    });
    const handles = units
      .filter((unit) => unit.trigger !== null && !inactive.has(unit.path))
      .map((unit) => this.triggerHandle(unit));
    this.triggers = {
      triggersFor: (object, event) =>
        handles.filter((handle) => handle.object === object && handle.events.includes(event)),
    };
  }

  /** A class, also an inner one, by its case-insensitive name. */
  findClass(name: string): ClassInfo | undefined {
    return this.infos.get(name.toLowerCase());
  }

  /** All classes, in the order of the files. */
  classes(): readonly ClassInfo[] {
    return [...this.infos.values()];
  }

  /** Calls a static method, whatever its visibility. Throws RefusedError when there is none with so many parameters. */
  invokeStatic(className: string, methodName: string, args: readonly unknown[]): unknown {
    const description = this.descriptionOf(className);
    const method = description.methods.find(
      (candidate) =>
        candidate.isStatic &&
        candidate.name.toLowerCase() === methodName.toLowerCase() &&
        candidate.params.length === args.length,
    );
    if (!method)
      throw new RefusedError(`${className} has no static method ${methodName} with ${args.length} parameters.`);
    return running(() => callStatic(this.jsClass(description.name), method.jsName, args));
  }

  /** The turn of a call of a `@future` method has come. Throws System.SerializationException when it is gone. */
  runFutureMethod(method: FutureMethod, args: readonly unknown[]): void {
    running(() => {
      runFutureBody(this.linker.classes.get(method.className), method, args);
    });
  }

  /** As `new Type(args)`. */
  construct(typeName: string, args: readonly unknown[]): unknown {
    const description = this.descriptionOf(typeName);
    const constructor = description.constructors.find((candidate) => candidate.params.length === args.length);
    if (!constructor || description.isAbstract) {
      throw new RefusedError(`${typeName} cannot be constructed with ${args.length} arguments.`);
    }
    return running(() => callStatic(this.jsClass(description.name), `n$${constructor.jsName}`, args));
  }

  readProperty(object: object, name: string): unknown {
    const field = this.fieldOf(object, name);
    const target = object as Record<string, unknown>;
    if (field.getter === null) return target[field.jsName];
    return running(() => (target[field.getter!] as () => unknown).call(object));
  }

  writeProperty(object: object, name: string, value: unknown): void {
    const field = this.fieldOf(object, name);
    const target = object as Record<string, unknown>;
    if (field.setter === null) target[field.jsName] = value;
    else running(() => (target[field.setter!] as (value: unknown) => void).call(object, value));
  }

  /** Runs executed Apex that was compiled against this program and linked into it. */
  runAnonymous(unit: CompiledUnit): void {
    this.linker.link([unit], this.library, false);
    running(() => callStatic(this.jsClass(unit.name), RUN, []));
  }

  /** An object whose methods ask a System.StubProvider. */
  createStub(type: RuntimeType, provider: StubProvider): object {
    return createStub(type, provider, this.linker, this.types);
  }

  /** What emitted code calls by `$rt`; set by the loader. */
  library: object = {};

  /** Lines with code and how many of them ran, for each class and trigger that is no test. */
  coverage(): { readonly class: string; readonly covered: number; readonly total: number }[] {
    return this.units
      .filter((unit) => !unit.isTest && unit.kind !== 'anonymous' && unit.lines.length > 0)
      .map((unit) => {
        const counters = this.linker.counters.get(unit.path) ?? new Uint8Array();
        return { class: unit.name, covered: counters.reduce((sum, one) => sum + one, 0), total: unit.lines.length };
      });
  }

  /** The lines of a class that did not run. */
  uncoveredLines(name: string): number[] {
    const unit = this.units.find((candidate) => candidate.name === name);
    const counters = unit && this.linker.counters.get(unit.path);
    return unit && counters ? unit.lines.filter((_, index) => counters[index] === 0).sort((a, b) => a - b) : [];
  }

  private jsClass(name: string): JsClass {
    return this.linker.library.classOf(name);
  }

  private descriptionOf(name: string): CompiledClass {
    const info = this.infos.get(name.toLowerCase());
    const description = this.linker.descriptions.get(info?.name ?? name);
    if (!description) throw new RefusedError(`The class ${name} does not exist or did not compile.`);
    return description;
  }

  private fieldOf(object: object, name: string): CompiledField {
    const type =
      (object as { $type?: { name: string }; apexType?: string }).$type?.name ??
      (object as { apexType?: string }).apexType;
    for (
      let level = this.linker.descriptions.get(type ?? '');
      level;
      level = this.linker.descriptions.get(level.parent ?? '')
    ) {
      const field = level.fields.find(
        (candidate) => !candidate.isStatic && candidate.name.toLowerCase() === name.toLowerCase(),
      );
      if (field) return field;
    }
    throw new RefusedError(`${type ?? 'The object'} has no property ${name}.`);
  }

  private triggerHandle(unit: CompiledUnit): TriggerHandle {
    return {
      name: unit.name,
      object: unit.trigger!.object,
      events: unit.trigger!.events as TriggerEvent[],
      apiVersion: unit.apiVersion,
      run: (context: TriggerContext) =>
        withTrigger(context, () => {
          this.runTrigger(unit);
        }),
    };
  }

  /** Triggers share as their API version says; who called them shares as before afterwards. */
  private runTrigger(unit: CompiledUnit): void {
    const transaction = currentTransaction();
    const before = transaction.sharing;
    transaction.sharing = unit.apiVersion >= 67 ? 'with' : 'without';
    try {
      running(() => callStatic(this.jsClass(unit.classes[0]!.name), RUN, []));
    } finally {
      transaction.sharing = before;
    }
  }

  private describe(description: CompiledClass, unit: CompiledUnit): ClassInfo {
    return {
      name: description.name,
      kind: description.kind,
      sharing: description.sharing,
      apiVersion: unit.apiVersion,
      isAbstract: description.isAbstract,
      access: description.access,
      annotations: description.annotations,
      methods: description.methods.map(methodInfo),
      properties: this.propertiesOf(description),
      supertypes: description.supertypes,
    };
  }

  private propertiesOf(description: CompiledClass): PropertyInfo[] {
    const parent = this.linker.descriptions.get(description.parent ?? '');
    const own = description.fields.map(({ name, type, isStatic, isTransient, annotations }) => ({
      name,
      type: runtimeType(type),
      isStatic,
      isTransient,
      annotations,
    }));
    return parent ? [...this.propertiesOf(parent), ...own] : own;
  }
}

function methodInfo(method: CompiledMethod): MethodInfo {
  const { name, isStatic, access, annotations, line } = method;
  const params = method.params.map((param) => ({ name: param.name, type: runtimeType(param.type) }));
  return { name, isStatic, access, annotations, line, params, returns: runtimeType(method.returns) };
}

/** Where Apex is entered: an endless recursion becomes the limit that it is on Salesforce. */
function running<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isStackExhausted(error) ? stackDepthReached() : error;
  }
}
