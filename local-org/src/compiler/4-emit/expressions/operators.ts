import type { BoundExpression } from '../../3-check/bound.ts';
import { place } from '../marks.ts';
import type { FunctionScope } from '../FunctionScope.ts';
import { dereference, emit } from './index.ts';
import { isNeverNull } from './nulls.ts';

type Node<K extends BoundExpression['kind']> = Extract<BoundExpression, { kind: K }>;

const NAMES: Readonly<Record<string, string>> = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' };

/** Integers and Longs are computed in place, so that the engine can optimize; the others are objects. */
export function emitArithmetic(node: Node<'arithmetic'>, scope: FunctionScope): string {
  const mark = place(node.position);
  const left = dereference(node.left, scope);
  const right = dereference(node.right, scope);
  const { operator } = node;
  switch (node.family) {
    case 'Integer':
      if (operator === '*') return `${mark}Math.imul(${left}, ${right})`;
      if (operator === '/') return `${mark}$rt.divideIntegers(${left}, ${right})`;
      return `${mark}((${left} ${operator} ${right}) | 0)`;
    case 'Long':
      if (operator === '/') return `${mark}$rt.divideLongs(${left}, ${right})`;
      if (operator.length > 1) return `${mark}$rt.shiftLong(${JSON.stringify(operator)}, ${left}, ${right})`;
      return `${mark}BigInt.asIntN(64, ${left} ${operator} ${right})`;
    case 'Double':
      return `${mark}$rt.${NAMES[operator]}Doubles(${left}, ${right})`;
    case 'Decimal':
      return `${mark}${left}.${NAMES[operator]}(${right})`;
  }
}

export function emitConcatenate(node: Node<'concatenate'>, scope: FunctionScope): string {
  const [left, right] = [textOf(node.left, scope), textOf(node.right, scope)];
  const isShort = [node.left, node.right].every((side) => side.kind === 'literal' || side.kind === 'concatenate');
  return isShort ? `(${left} + ${right})` : `$rt.concatenate(${left}, ${right})`;
}

function textOf(node: BoundExpression, scope: FunctionScope): string {
  const code = emit(node, scope);
  if (node.kind === 'literal' && typeof node.value === 'string') return code;
  if (node.type.name === 'String') return isNeverNull(node) ? code : `(${code} ?? "null")`;
  return `$rt.concatText(${code})`;
}

export function emitDateArithmetic(node: Node<'dateArithmetic'>, scope: FunctionScope): string {
  const sides = `${dereference(node.left, scope)}, ${dereference(node.right, scope)}`;
  return `${place(node.position)}$rt.${node.operator === '+' ? 'addTime' : 'subtractTime'}(${sides})`;
}

/** Unlike && and ||, both sides are computed. */
export function emitBitwiseBoolean(node: Node<'bitwiseBoolean'>, scope: FunctionScope): string {
  return `!!(${dereference(node.left, scope)} ${node.operator} ${dereference(node.right, scope)})`;
}

export function emitNegate(node: Node<'negate'>, scope: FunctionScope): string {
  const operand = dereference(node.operand, scope);
  switch (node.family) {
    case 'Integer':
      return `(-${operand} | 0)`;
    case 'Long':
      return `BigInt.asIntN(64, -${operand})`;
    case 'Double':
      return `$rt.negateDouble(${operand})`;
    case 'Decimal':
      return `${operand}.negate()`;
  }
}

export function emitComplement(node: Node<'complement'>, scope: FunctionScope): string {
  const operand = dereference(node.operand, scope);
  return node.family === 'Integer' ? `(~${operand})` : `BigInt.asIntN(64, ~${operand})`;
}

export function emitLogical(node: Node<'logical'>, scope: FunctionScope): string {
  return `(${dereference(node.left, scope)} ${node.operator} ${dereference(node.right, scope)})`;
}

const EQUALITY = { text: 'equalTexts', id: 'equalIds', number: 'equalNumbers', value: 'equalValues' } as const;

export function emitEqual(node: Node<'equal'>, scope: FunctionScope): string {
  const left = emit(node.left, scope);
  const right = emit(node.right, scope);
  if (node.comparison === 'identity') return `(${left} ${node.negated ? '!==' : '==='} ${right})`;
  return `${node.negated ? '!' : ''}$rt.${EQUALITY[node.comparison]}(${left}, ${right})`;
}

/** With null on one side every comparison is false (Apex Developer Guide, "Expression Operators"). */
export function emitCompare(node: Node<'compare'>, scope: FunctionScope): string {
  const left = emit(node.left, scope);
  const right = emit(node.right, scope);
  const isPlain = node.comparison === 'Integer' || node.comparison === 'Long';
  if (isPlain && isNeverNull(node.left) && isNeverNull(node.right)) return `(${left} ${node.operator} ${right})`;
  // NaN makes every comparison false; a Long does not compare with it as a number.
  if (node.comparison === 'Integer') {
    return `(${isNeverNull(node.left) ? left : `(${left} ?? NaN)`} ${node.operator} ${isNeverNull(node.right) ? right : `(${right} ?? NaN)`})`;
  }
  const kind = node.comparison === 'text' ? 'compareTexts' : 'compareValues';
  return `$rt.${kind}(${left}, ${JSON.stringify(node.operator)}, ${right})`;
}
