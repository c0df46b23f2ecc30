import type {
  AssignExpressionContext,
  ExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
} from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import type { Position } from '../../diagnostics.ts';
import { isNumeric, shortName } from '../../symbols/ApexType.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression, NumberFamily } from '../bound.ts';
import { adapt, convert, settle } from '../conversions.ts';
import { checkTarget } from '../targets.ts';
import { bindOperator } from './arithmetic.ts';
import { checkEntity, checkExpression, checkValue } from './index.ts';

const COMPOUND = {
  ADD_ASSIGN: '+',
  SUB_ASSIGN: '-',
  MUL_ASSIGN: '*',
  DIV_ASSIGN: '/',
  AND_ASSIGN: '&',
  OR_ASSIGN: '|',
  XOR_ASSIGN: '^',
  RSHIFT_ASSIGN: '>>',
  URSHIFT_ASSIGN: '>>>',
  LSHIFT_ASSIGN: '<<',
} as const;

export function checkAssignment(tree: AssignExpressionContext, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  const left = checkLeft(tree.expression(0), context);
  const value = checkValue(tree.expression(1), context);
  if (tree.ASSIGN()) {
    const target = checkTarget(left, { reads: false }, context);
    const converted = convert(
      target.type.kind === 'object' ? settle(value, context) : value,
      target.type,
      position,
      context,
    );
    return { kind: 'assign', target, value: converted, type: target.type, position };
  }
  const name = (Object.keys(COMPOUND) as (keyof typeof COMPOUND)[]).find((token) => tree[token]());
  if (!name) return context.fail(position, 'APX0903', tree.getText());
  return update(left, COMPOUND[name], settle(value, context), 'after', position, context);
}

/** What stands left is not read as it stands: a property may have a setter alone. */
function checkLeft(tree: ExpressionContext, context: BodyContext): BoundExpression {
  const entity = checkEntity(tree, context);
  return entity.kind === 'value' ? entity.value : context.fail(entity.position, 'APX0208');
}

/** `target operator= value`. */
function update(
  left: BoundExpression,
  operator: string,
  value: BoundExpression,
  gives: 'before' | 'after',
  position: Position,
  context: BodyContext,
): BoundExpression {
  const target = checkTarget(left, { reads: true }, context);
  const key = {};
  const before: BoundExpression = { kind: 'temporary', key, type: target.type, position: target.position };
  const result = bindOperator(operator, before, value, position, context);
  return {
    kind: 'update',
    target,
    key,
    value: convert(result, target.type, position, context),
    gives,
    type: target.type,
    position,
  };
}

export function checkPostfix(tree: PostOpExpressionContext, context: BodyContext): BoundExpression {
  const left = checkLeft(tree.expression(), context);
  return step(left, tree.INC() ? '+' : '-', 'before', positionOf(tree), context);
}

export function checkPrefix(tree: PreOpExpressionContext, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  if (tree.INC() || tree.DEC()) {
    return step(checkLeft(tree.expression(), context), tree.INC() ? '+' : '-', 'after', position, context);
  }
  const operand = checkExpression(tree.expression(), context);
  const { type } = operand;
  if (!isNumeric(type)) context.fail(position, 'APX0407', tree.SUB() ? 'minus' : 'plus', shortName(type));
  if (tree.ADD()) return operand;
  return { kind: 'negate', family: type.name as NumberFamily, operand, type, position };
}

function step(
  left: BoundExpression,
  operator: '+' | '-',
  gives: 'before' | 'after',
  position: Position,
  context: BodyContext,
): BoundExpression {
  if (!isNumeric(left.type)) {
    const what = gives === 'before' ? 'postfix increment/decrement' : 'prefix increment/decrement';
    context.fail(position, 'APX0407', what, shortName(left.type));
  }
  const one: BoundExpression = { kind: 'literal', value: 1, type: context.types.primitive('Integer'), position };
  return update(left, operator, adapt(one, left.type), gives, position, context);
}
