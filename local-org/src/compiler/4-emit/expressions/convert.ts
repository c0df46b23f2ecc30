import type { BoundExpression } from '../../3-check/bound.ts';
import { place } from '../marks.ts';
import type { FunctionScope } from '../FunctionScope.ts';
import { emit } from './index.ts';

/** Conversions keep null. Constants are converted here. */
export function emitConvert(node: Extract<BoundExpression, { kind: 'convert' }>, scope: FunctionScope): string {
  const { operand, conversion } = node;
  if (operand.kind === 'literal' && typeof operand.value === 'number') {
    if (conversion === 'IntegerToLong') return `${operand.value}n`;
    if (conversion === 'IntegerToDecimal') return scope.unit.decimal(String(operand.value));
    if (conversion === 'IntegerToDouble') return scope.unit.double(operand.value);
  }
  const code = emit(operand, scope);
  if (conversion === 'QueryToList') return `$rt.rowList(${scope.unit.type(node.type)}, ${code})`;
  if (conversion === 'DynamicQueryToRecord') {
    return `${place(node.position)}$rt.DynamicQueryToRecord(${scope.unit.type(node.type)}, ${code})`;
  }
  return `${place(node.position)}$rt.${conversion}(${code})`;
}
