import type { DoWhileStatementContext, IfStatementContext, WhileStatementContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression, BoundStatement } from '../bound.ts';
import { checkCondition } from '../expressions/logic.ts';
import { checkBlock, checkBody } from './index.ts';

export function checkIf(tree: IfStatementContext, context: BodyContext): BoundStatement {
  const condition = conditionOf(tree, context);
  const [then, otherwise] = tree.statement_list();
  return {
    kind: 'if',
    condition,
    then: checkBody(then ?? null, tree, context),
    otherwise: otherwise ? checkBody(otherwise, tree, context) : null,
    position: positionOf(tree),
  };
}

export function checkWhile(tree: WhileStatementContext, context: BodyContext): BoundStatement {
  const condition = conditionOf(tree, context);
  const body = context.inLoop(() => checkBody(tree.statement(), tree, context));
  return { kind: 'while', condition, body, position: positionOf(tree) };
}

export function checkDoWhile(tree: DoWhileStatementContext, context: BodyContext): BoundStatement {
  const body = context.inLoop(() => checkBlock(tree.block(), context));
  return { kind: 'doWhile', condition: conditionOf(tree, context), body, position: positionOf(tree) };
}

/** A broken condition is reported, and the body is checked all the same. */
function conditionOf(tree: Pick<IfStatementContext, 'parExpression'>, context: BodyContext): BoundExpression {
  const inner = tree.parExpression().expression();
  const checked = context.recover(() => checkCondition(inner, context));
  return (
    checked ?? { kind: 'literal', value: true, type: context.types.primitive('Boolean'), position: positionOf(inner) }
  );
}
