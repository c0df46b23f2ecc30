import type { ExpressionContext, ExpressionListContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression } from '../bound.ts';
import { settle } from '../conversions.ts';
import type { Entity } from '../entities.ts';
import { checkReadable } from '../targets.ts';
import * as arithmetic from './arithmetic.ts';
import * as assignment from './assignment.ts';
import { checkCast } from './cast.ts';
import * as comparison from './comparison.ts';
import { checkNew } from './creation.ts';
import { checkDot, checkMethodCall } from './dot.ts';
import { checkElement } from './element.ts';
import * as logic from './logic.ts';
import { checkPrimary } from './primary.ts';

type Check = (tree: never, context: BodyContext) => Entity | BoundExpression;

/** One check per kind of expression, by the name of the parser's class. */
const CHECKS: Readonly<Record<string, Check>> = {
  PrimaryExpressionContext: checkPrimary,
  DotExpressionContext: checkDot,
  MethodCallExpressionContext: checkMethodCall,
  ArrayExpressionContext: checkElement,
  NewExpressionContext: checkNew,
  CastExpressionContext: checkCast,
  SubExpressionContext: logic.checkParentheses,
  PostOpExpressionContext: assignment.checkPostfix,
  PreOpExpressionContext: assignment.checkPrefix,
  NegExpressionContext: logic.checkNegation,
  Arth1ExpressionContext: arithmetic.checkProduct,
  Arth2ExpressionContext: arithmetic.checkSum,
  BitExpressionContext: arithmetic.checkShift,
  BitAndExpressionContext: arithmetic.checkBitAnd,
  BitNotExpressionContext: arithmetic.checkBitXor,
  BitOrExpressionContext: arithmetic.checkBitOr,
  CmpExpressionContext: comparison.checkOrder,
  EqualityExpressionContext: comparison.checkEquality,
  InstanceOfExpressionContext: comparison.checkInstanceOf,
  LogAndExpressionContext: logic.checkAnd,
  LogOrExpressionContext: logic.checkOr,
  CoalExpressionContext: logic.checkCoalesce,
  CondExpressionContext: logic.checkConditional,
  AssignExpressionContext: assignment.checkAssignment,
};

/** What an expression is before a dot: a value, a type or a prefix. */
export function checkEntity(tree: ExpressionContext, context: BodyContext): Entity {
  const entity = readEntity(tree, context);
  // The type was reported where it is written: what follows from it is not looked at.
  if (entity.kind === 'value' && entity.value.type.kind === 'unknown') context.giveUp();
  return entity;
}

function readEntity(tree: ExpressionContext, context: BodyContext): Entity {
  const check = CHECKS[tree.constructor.name];
  if (!check) return context.fail(positionOf(tree), 'APX0903', `The expression ${tree.getText()}`);
  const result = check(tree as never, context);
  return isEntity(result) ? result : { kind: 'value', value: result };
}

function isEntity(result: Entity | BoundExpression): result is Entity {
  return result.kind === 'value' || ((result.kind === 'type' || result.kind === 'prefix') && 'path' in result);
}

/** A value. An inline query may still be a record or a list: see `settle`. */
export function checkValue(tree: ExpressionContext, context: BodyContext): BoundExpression {
  const entity = checkEntity(tree, context);
  if (entity.kind === 'value') return checkReadable(entity.value, context);
  return context.fail(entity.position, entity.kind === 'type' ? 'APX0219' : 'APX0201', entity.path);
}

/** A value of one type, not void. */
export function checkExpression(tree: ExpressionContext, context: BodyContext): BoundExpression {
  const value = settle(checkValue(tree, context), context);
  if (value.type.kind === 'void') context.fail(positionOf(tree), 'APX0424', tree.getText());
  return value;
}

/** Arguments of a call: queries stay open until the parameter is known. */
export function checkArguments(
  tree: ExpressionListContext | null | undefined,
  context: BodyContext,
): BoundExpression[] {
  return (tree?.expression_list() ?? []).map((argument) => {
    const value = checkValue(argument, context);
    if (value.type.kind === 'void') context.fail(positionOf(argument), 'APX0424', argument.getText());
    return value;
  });
}
