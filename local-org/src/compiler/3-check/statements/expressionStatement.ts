import type { ExpressionStatementContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression, BoundStatement } from '../bound.ts';
import { checkValue } from '../expressions/index.ts';

const ALLOWED = new Set<BoundExpression['kind']>([
  'assign',
  'update',
  'call',
  'construct',
  'newRecord',
  'newList',
  'newSet',
  'newMap',
  'enumCall',
  'enumValues',
  'enumValueOf',
]);

export function checkExpressionStatement(tree: ExpressionStatementContext, context: BodyContext): BoundStatement {
  const position = positionOf(tree);
  const expression = checkValue(tree.expression(), context);
  const essence = expression.kind === 'safe' ? expression.body : expression;
  if (!ALLOWED.has(essence.kind)) return context.fail(position, 'APX0519');
  return { kind: 'expression', expression, position };
}
