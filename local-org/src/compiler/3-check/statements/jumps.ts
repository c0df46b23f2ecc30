import type {
  BreakStatementContext,
  ContinueStatementContext,
  ReturnStatementContext,
  ThrowStatementContext,
} from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import { shortName } from '../../symbols/ApexType.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundStatement } from '../bound.ts';
import { convert, settle } from '../conversions.ts';
import { isExceptionType } from '../exceptions.ts';
import { checkExpression, checkValue } from '../expressions/index.ts';

export function checkReturn(tree: ReturnStatementContext, context: BodyContext): BoundStatement {
  const position = positionOf(tree);
  const { returns } = context;
  if (!tree.expression()) {
    if (returns.kind !== 'void') context.fail(position, 'APX0504', shortName(returns));
    return { kind: 'return', value: null, position };
  }
  if (returns.kind === 'void') context.fail(position, 'APX0503');
  const value = checkValue(tree.expression(), context);
  const settled = returns.kind === 'object' ? settle(value, context) : value;
  return { kind: 'return', value: convert(settled, returns, positionOf(tree.expression()), context), position };
}

export function checkThrow(tree: ThrowStatementContext, context: BodyContext): BoundStatement {
  const value = checkExpression(tree.expression(), context);
  const isThrowable = value.type.kind === 'null' || isExceptionType(value.type, context);
  if (!isThrowable) context.fail(positionOf(tree), 'APX0509', shortName(value.type));
  return { kind: 'throw', value, position: positionOf(tree) };
}

export function checkBreak(tree: BreakStatementContext, context: BodyContext): BoundStatement {
  if (context.loopDepth === 0) context.fail(positionOf(tree), 'APX0507');
  return { kind: 'break', position: positionOf(tree) };
}

export function checkContinue(tree: ContinueStatementContext, context: BodyContext): BoundStatement {
  if (context.loopDepth === 0) context.fail(positionOf(tree), 'APX0508');
  return { kind: 'continue', position: positionOf(tree) };
}
