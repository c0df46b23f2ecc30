import type {
  CoalExpressionContext,
  CondExpressionContext,
  LogAndExpressionContext,
  LogOrExpressionContext,
  NegExpressionContext,
  SubExpressionContext,
} from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import { isNumeric, shortName, type ApexType } from '../../symbols/ApexType.ts';
import { isAssignable } from '../../symbols/assignability.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression } from '../bound.ts';
import { adapt, commonNumber } from '../conversions.ts';
import { checkExpression, checkValue } from './index.ts';

export function checkParentheses(tree: SubExpressionContext, context: BodyContext): BoundExpression {
  const operand = checkValue(tree.expression(), context);
  // An open query stays open: `([SELECT …]).size()`.
  return { kind: 'parenthesized', operand, type: operand.type, position: positionOf(tree) };
}

export function checkNegation(tree: NegExpressionContext, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  const operand = checkExpression(tree.expression(), context);
  const { type } = operand;
  if (tree.BANG()) {
    if (type.name !== 'Boolean') context.fail(position, 'APX0406');
    return { kind: 'not', operand, type, position };
  }
  if (type.name !== 'Integer' && type.name !== 'Long') context.fail(position, 'APX0416');
  return { kind: 'complement', family: type.name, operand, type, position };
}

export function checkAnd(tree: LogAndExpressionContext, context: BodyContext): BoundExpression {
  return logical(tree, '&&', context);
}

export function checkOr(tree: LogOrExpressionContext, context: BodyContext): BoundExpression {
  return logical(tree, '||', context);
}

function logical(
  tree: LogAndExpressionContext | LogOrExpressionContext,
  operator: '&&' | '||',
  context: BodyContext,
): BoundExpression {
  const position = positionOf(tree);
  const left = checkExpression(tree.expression(0), context);
  const right = checkExpression(tree.expression(1), context);
  if (left.type.name !== 'Boolean' || right.type.name !== 'Boolean') context.fail(position, 'APX0405');
  return { kind: 'logical', operator, left, right, type: left.type, position };
}

export function checkCoalesce(tree: CoalExpressionContext, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  const left = checkExpression(tree.expression(0), context);
  const right = checkExpression(tree.expression(1), context);
  const type = meet(left.type, right.type, context);
  if (!type) return context.fail(position, 'APX0420', shortName(left.type), shortName(right.type));
  return { kind: 'coalesce', left: adapt(left, type), right: adapt(right, type), type, position };
}

export function checkConditional(tree: CondExpressionContext, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  const condition = checkCondition(tree.expression(0), context);
  const whenTrue = checkExpression(tree.expression(1), context);
  const whenFalse = checkExpression(tree.expression(2), context);
  const type = meet(whenTrue.type, whenFalse.type, context);
  if (!type) return context.fail(position, 'APX0408', shortName(whenFalse.type), shortName(whenTrue.type));
  return {
    kind: 'conditional',
    condition,
    whenTrue: adapt(whenTrue, type),
    whenFalse: adapt(whenFalse, type),
    type,
    position,
  };
}

export function checkCondition(tree: Parameters<typeof checkExpression>[0], context: BodyContext): BoundExpression {
  const condition = checkExpression(tree, context);
  if (condition.type.name !== 'Boolean') context.fail(positionOf(tree), 'APX0417', shortName(condition.type));
  return condition;
}

/** The type of both branches: the wider number, or the one that the other can be assigned to. */
function meet(one: ApexType, other: ApexType, context: BodyContext): ApexType | null {
  if (one === other || other.kind === 'null') return one;
  if (one.kind === 'null') return other;
  if (isNumeric(one) && isNumeric(other)) return commonNumber(one, other);
  if (isAssignable(other, one, context.members)) return one;
  return isAssignable(one, other, context.members) ? other : null;
}
