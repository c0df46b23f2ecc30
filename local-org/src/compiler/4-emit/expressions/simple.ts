import type { BoundExpression } from '../../3-check/bound.ts';
import type { FunctionScope } from '../FunctionScope.ts';
import { dereference, emit } from './index.ts';

type Node<K extends BoundExpression['kind']> = Extract<BoundExpression, { kind: K }>;

export function emitLiteral(node: Node<'literal'>): string {
  return typeof node.value === 'bigint' ? `${node.value}n` : JSON.stringify(node.value);
}

export function emitConditional(node: Node<'conditional'>, scope: FunctionScope): string {
  return `(${dereference(node.condition, scope)} ? ${emit(node.whenTrue, scope)} : ${emit(node.whenFalse, scope)})`;
}

export function emitSafe(node: Node<'safe'>, scope: FunctionScope): string {
  const temporary = scope.temporary();
  const receiver = emit(node.receiver, scope);
  scope.bind(node.key, temporary);
  return `((${temporary} = ${receiver}) === null ? null : ${emit(node.body, scope)})`;
}

export function emitInstanceOf(node: Node<'instanceOf'>, scope: FunctionScope): string {
  const operand = emit(node.operand, scope);
  const { project } = node.of;
  if (project?.declared.kind === 'class') return `(${operand} instanceof ${scope.unit.classOf(project)})`;
  return `$rt.isInstance(${operand}, ${scope.unit.type(node.of)})`;
}
