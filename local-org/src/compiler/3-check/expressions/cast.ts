import type { CastExpressionContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import { readTypeRef } from '../../2-declare/typeRefs.ts';
import { isNumeric, shortName } from '../../symbols/ApexType.ts';
import { isAssignable, isCastable } from '../../symbols/assignability.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression } from '../bound.ts';
import { adapt, displayName } from '../conversions.ts';
import { resolveType } from '../types.ts';
import { checkValue } from './index.ts';

/** `(Type) value`: between numbers it computes, between classes it tests. */
export function checkCast(tree: CastExpressionContext, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  const type = resolveType(readTypeRef(tree.typeRef()), position, context);
  const operand = checkValue(tree.expression(), context);
  if (!isCastable(operand.type, type, context.members)) {
    return context.fail(position, 'APX0409', displayName(operand.type), shortName(type));
  }
  if (operand.type.kind === 'query' || (isNumeric(operand.type) && isNumeric(type))) {
    const value = adapt(operand, type);
    return value.type === type ? { kind: 'parenthesized', operand: value, type, position } : { ...value, type };
  }
  if (isAssignable(operand.type, type, context.members) && type.base !== 'List' && type.base !== 'Map') {
    return { kind: 'parenthesized', operand: adapt(operand, type), type, position };
  }
  return { kind: 'cast', operand, type, position };
}
