import type {
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  BitAndExpressionContext,
  BitExpressionContext,
  BitNotExpressionContext,
  BitOrExpressionContext,
} from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import type { Position } from '../../diagnostics.ts';
import { isNumeric } from '../../symbols/ApexType.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression, NumberFamily } from '../bound.ts';
import { adapt, commonNumber } from '../conversions.ts';
import { checkExpression } from './index.ts';

export function checkProduct(tree: Arth1ExpressionContext, context: BodyContext): BoundExpression {
  const [left, right] = operands(tree, context);
  return bindOperator(tree.MUL() ? '*' : '/', left, right, positionOf(tree), context);
}

export function checkSum(tree: Arth2ExpressionContext, context: BodyContext): BoundExpression {
  const [left, right] = operands(tree, context);
  return bindOperator(tree.ADD() ? '+' : '-', left, right, positionOf(tree), context);
}

export function checkShift(tree: BitExpressionContext, context: BodyContext): BoundExpression {
  const [left, right] = operands(tree, context);
  const operator = tree.LT_list().length > 0 ? '<<' : tree.GT_list().length === 3 ? '>>>' : '>>';
  return bindOperator(operator, left, right, positionOf(tree), context);
}

export function checkBitAnd(tree: BitAndExpressionContext, context: BodyContext): BoundExpression {
  const [left, right] = operands(tree, context);
  return bindOperator('&', left, right, positionOf(tree), context);
}

export function checkBitXor(tree: BitNotExpressionContext, context: BodyContext): BoundExpression {
  const [left, right] = operands(tree, context);
  return bindOperator('^', left, right, positionOf(tree), context);
}

export function checkBitOr(tree: BitOrExpressionContext, context: BodyContext): BoundExpression {
  const [left, right] = operands(tree, context);
  return bindOperator('|', left, right, positionOf(tree), context);
}

function operands(
  tree: Pick<Arth1ExpressionContext, 'expression'>,
  context: BodyContext,
): [BoundExpression, BoundExpression] {
  return [checkExpression(tree.expression(0), context), checkExpression(tree.expression(1), context)];
}

/** An operator between two values; compound assignments use it as well. */
export function bindOperator(
  operator: string,
  left: BoundExpression,
  right: BoundExpression,
  position: Position,
  context: BodyContext,
): BoundExpression {
  if (['<<', '>>', '>>>'].includes(operator)) return shift(operator, left, right, position, context);
  if (operator === '&' || operator === '|' || operator === '^')
    return bitwise(operator, left, right, position, context);
  if (operator === '+' && (left.type.name === 'String' || right.type.name === 'String')) {
    return { kind: 'concatenate', left, right, type: context.types.primitive('String'), position };
  }
  if ((operator === '+' || operator === '-') && ['Date', 'Datetime', 'Time'].includes(left.type.name)) {
    return dateArithmetic(operator, left, right, position, context);
  }
  if (!isNumeric(left.type) || !isNumeric(right.type)) return context.fail(position, 'APX0401');
  const type = commonNumber(left.type, right.type);
  const family = type.name as NumberFamily;
  return { kind: 'arithmetic', family, operator, left: adapt(left, type), right: adapt(right, type), type, position };
}

function shift(
  operator: string,
  left: BoundExpression,
  right: BoundExpression,
  position: Position,
  context: BodyContext,
): BoundExpression {
  const isWhole = (value: BoundExpression): boolean => value.type.name === 'Integer' || value.type.name === 'Long';
  if (!isWhole(left) || !isWhole(right)) return context.fail(position, 'APX0425');
  const { type } = left;
  const family = type.name as NumberFamily;
  return { kind: 'arithmetic', family, operator, left, right: adapt(right, type), type, position };
}

function bitwise(
  operator: '&' | '|' | '^',
  left: BoundExpression,
  right: BoundExpression,
  position: Position,
  context: BodyContext,
): BoundExpression {
  if (left.type.name === 'Boolean' && right.type.name === 'Boolean') {
    return { kind: 'bitwiseBoolean', operator, left, right, type: left.type, position };
  }
  const isWhole = (value: BoundExpression): boolean => value.type.name === 'Integer' || value.type.name === 'Long';
  if (!isWhole(left) || !isWhole(right)) return context.fail(position, 'APX0416');
  const type = commonNumber(left.type, right.type);
  return {
    kind: 'arithmetic',
    family: type.name as NumberFamily,
    operator,
    left: adapt(left, type),
    right: adapt(right, type),
    type,
    position,
  };
}

function dateArithmetic(
  operator: '+' | '-',
  left: BoundExpression,
  right: BoundExpression,
  position: Position,
  context: BodyContext,
): BoundExpression {
  const allowed = left.type.name === 'Datetime' ? ['Integer', 'Double', 'Decimal'] : ['Integer', 'Long'];
  if (!allowed.includes(right.type.name)) {
    return context.fail(position, left.type.name === 'Datetime' ? 'APX0415' : 'APX0414');
  }
  return { kind: 'dateArithmetic', operator, left, right, type: left.type, position };
}
