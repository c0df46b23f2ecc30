import { callLater, type FutureMethod } from '../async/FutureJob.ts';
import type { CompiledClass } from '../compiler/CompiledUnit.ts';
import { throwApex } from './ApexException.ts';
import type { JsClass } from './Linker.ts';

type StaticMethod = (...args: readonly unknown[]) => void;

/** What the `@future` methods of a class do when their turn comes, by name and parameter types. */
const bodies = new WeakMap<JsClass, Map<string, StaticMethod>>();

/** Puts a call that queues in the place of each `@future` method of a class. */
export function makeFutureMethodsAsynchronous(jsClass: JsClass, description: CompiledClass | undefined): void {
  const statics = jsClass as unknown as Record<string, StaticMethod>;
  for (const method of description?.methods ?? []) {
    if (!method.annotations.some(({ name }) => name.toLowerCase() === 'future')) continue;
    const body = statics[method.jsName]!;
    const future = {
      className: description!.name,
      name: method.name,
      parameterTypes: method.params.map(({ type }) => type),
    };
    if (!bodies.has(jsClass)) bodies.set(jsClass, new Map());
    bodies.get(jsClass)!.set(signatureOf(future), (...args) => {
      body.apply(jsClass, [...args]);
    });
    statics[method.jsName] = (...args) => {
      callLater(future, args);
    };
  }
}

function signatureOf({ name, parameterTypes }: FutureMethod): string {
  return `${name.toLowerCase()}(${parameterTypes.join(',')})`;
}

/** Runs the body. Throws System.SerializationException when the project has no such method any more. */
export function runFutureBody(jsClass: JsClass | undefined, method: FutureMethod, args: readonly unknown[]): void {
  const body = jsClass && bodies.get(jsClass)?.get(signatureOf(method));
  if (!body) {
    throwApex(
      'System.SerializationException',
      `The future method ${method.className}.${method.name} is not there any more: the project has changed since.`,
    );
  }
  body(...args);
}
