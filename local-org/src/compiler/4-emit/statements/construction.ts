import type { BoundStatement } from '../../3-check/bound.ts';
import { emit } from '../expressions/index.ts';
import { exceptionArguments } from '../expressions/creation.ts';
import type { FunctionScope } from '../FunctionScope.ts';

/** The initial value of a field, at its place among the initializers. */
export function emitInitialize(node: Extract<BoundStatement, { kind: 'initialize' }>, scope: FunctionScope): string {
  const owner = node.field.isStatic ? '$s' : 'this';
  return `${owner}.${node.field.jsName} = ${emit(node.value, scope)};\n`;
}

/** The call of another constructor. */
export function emitDelegate(node: Extract<BoundStatement, { kind: 'delegate' }>, scope: FunctionScope): string {
  const args = node.args.map((argument) => emit(argument, scope));
  const { constructor } = node;
  const call = constructor.project
    ? `this.${constructor.jsName}(${args.join(', ')});\n`
    : `$rt.initException(this, ${exceptionArguments(constructor, args)});\n`;
  return call;
}
