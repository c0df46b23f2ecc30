import type { CompiledClass, CompiledMethod } from '../compiler/CompiledUnit.ts';
import { runtimeType, type RuntimeType } from '../types/RuntimeType.ts';
import { ApexList, ApexType } from '../values/index.ts';
import { throwApex } from './ApexException.ts';
import { ApexObject } from './ApexObject.ts';
import { RefusedError } from './RefusedError.ts';
import type { JsClass, Linker } from './Linker.ts';
import type { TypeTests } from './TypeTests.ts';

/** An object of a class of the project that implements System.StubProvider. */
export interface StubProvider {
  handlemethodcall$Object$String$Type$List$List$List(
    stub: object,
    methodName: string,
    returnType: ApexType,
    paramTypes: ApexList,
    paramNames: ApexList,
    args: ApexList,
  ): unknown;
}

const TYPES = runtimeType('List<System.Type>');
const NAMES = runtimeType('List<String>');
const VALUES = runtimeType('List<Object>');

/**
 * An object of a class or interface of the project whose instance methods all ask the provider. No constructor runs.
 * As text it is `Name__sfdc_ApexStub:[]`, which the tests of apex-enterprise-patterns/fflib-apex-mocks rely on.
 * Private and static methods and accessors of properties are not replaced (Apex Developer Guide, "Build a Mocking Framework
 * with the Stub API"). Throws System.TypeException for other types.
 */
export function createStub(type: RuntimeType, provider: StubProvider, linker: Linker, types: TypeTests): object {
  const description = linker.descriptions.get(type.name);
  if (!description && types.isOfProject(type)) throw new RefusedError(`The class ${type.name} did not compile.`);
  if (!description || description.kind === 'enum') {
    throwApex('System.TypeException', `Type cannot be stubbed: ${type.name}`);
  }
  const parent: JsClass =
    description.kind === 'class' ? linker.library.classOf(type.name) : (ApexObject as unknown as JsClass);
  const Stub = class extends parent {};
  if (description.kind === 'interface') Object.defineProperty(Stub.prototype, '$type', { value: type });
  Object.defineProperty(Stub.prototype, 'tostring$', {
    value: () => `${type.name.split('.').at(-1)}__sfdc_ApexStub:[]`,
    configurable: true,
  });
  for (const method of methodsOf(description, linker)) {
    Object.defineProperty(Stub.prototype, method.jsName, {
      value(this: object, ...args: unknown[]): unknown {
        return handled(method, this, args, provider, types);
      },
    });
  }
  return new Stub();
}

/** Own and inherited methods that a stub replaces; the nearest of a name comes first. */
function methodsOf(description: CompiledClass, linker: Linker): CompiledMethod[] {
  const found = new Map<string, CompiledMethod>();
  for (const name of [description.name, ...description.supertypes]) {
    for (const method of linker.descriptions.get(name)?.methods ?? []) {
      if (!method.isStatic && method.access !== 'private' && !found.has(method.jsName))
        found.set(method.jsName, method);
    }
  }
  return [...found.values()];
}

function handled(
  method: CompiledMethod,
  stub: object,
  args: unknown[],
  provider: StubProvider,
  types: TypeTests,
): unknown {
  const returns = runtimeType(method.returns);
  const result = provider.handlemethodcall$Object$String$Type$List$List$List(
    stub,
    method.name,
    ApexType.of(returns),
    new ApexList(
      TYPES,
      method.params.map((param) => ApexType.of(runtimeType(param.type))),
    ),
    new ApexList(
      NAMES,
      method.params.map((param) => param.name),
    ),
    new ApexList(VALUES, args),
  );
  return method.returns === 'void' ? undefined : types.cast(result ?? null, returns);
}
