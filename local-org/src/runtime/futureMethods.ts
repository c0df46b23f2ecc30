import { callLater } from '../async/FutureJob.ts';
import type { CompiledClass } from '../compiler/CompiledUnit.ts';
import type { JsClass } from './Linker.ts';

type StaticMethods = Record<string, (...args: readonly unknown[]) => void>;

/** Puts a call that queues in the place of each `@future` method of a class. */
export function makeFutureMethodsAsynchronous(jsClass: JsClass, description: CompiledClass | undefined): void {
  const statics = jsClass as unknown as StaticMethods;
  for (const method of description?.methods ?? []) {
    if (!method.annotations.some(({ name }) => name.toLowerCase() === 'future')) continue;
    const body = statics[method.jsName]!;
    const future = {
      className: description!.name,
      name: method.name,
      parameterTypes: method.params.map(({ type }) => type),
    };
    statics[method.jsName] = (...args) => {
      callLater(future, args, (copies) => {
        body.apply(jsClass, [...copies]);
      });
    };
  }
}
