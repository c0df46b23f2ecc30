import type { BoundStatement } from '../../3-check/bound.ts';
import { dereference, emit } from '../expressions/index.ts';
import type { FunctionScope } from '../FunctionScope.ts';

type Node<K extends BoundStatement['kind']> = Extract<BoundStatement, { kind: K }>;

// Inside System.runAs a jump has to leave a JavaScript function first: the block tells the code around it what to do.

export function emitReturn(node: Node<'return'>, scope: FunctionScope): string {
  const value = node.value ? emit(node.value, scope) : '';
  if (scope.runAsDepth > 0) return `return { value: ${value === '' ? 'undefined' : value} };\n`;
  return value === '' ? 'return;\n' : `return ${value};\n`;
}

export function emitThrow(node: Node<'throw'>, scope: FunctionScope): string {
  return `throw ${dereference(node.value, scope)};\n`;
}

export function emitBreak(_node: Node<'break'>, scope: FunctionScope): string {
  return leavesRunAs(scope) ? "return 'break';\n" : 'break;\n';
}

export function emitContinue(_node: Node<'continue'>, scope: FunctionScope): string {
  return leavesRunAs(scope) ? "return 'continue';\n" : 'continue;\n';
}

function leavesRunAs(scope: FunctionScope): boolean {
  return scope.runAsDepth > 0 && scope.loopDepth === 0;
}
