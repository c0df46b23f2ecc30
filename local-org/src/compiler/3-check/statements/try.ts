import type { CatchClauseContext, TryStatementContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import { readQualifiedName } from '../../2-declare/typeRefs.ts';
import { shortName, type ApexType } from '../../symbols/ApexType.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundCatch, BoundStatement } from '../bound.ts';
import { isExceptionType } from '../exceptions.ts';
import { resolveType } from '../types.ts';
import { checkBlock, checkStatements } from './index.ts';

export function checkTry(tree: TryStatementContext, context: BodyContext): BoundStatement {
  const body = checkBlock(tree.block(), context);
  const caught: ApexType[] = [];
  const catches = tree.catchClause_list().flatMap((clause) => {
    const bound = context.recover(() => checkCatch(clause, caught, context));
    return bound ? [bound] : [];
  });
  const last = tree.finallyBlock();
  return {
    kind: 'try',
    body,
    catches,
    finally: last ? checkBlock(last.block(), context) : null,
    position: positionOf(tree),
  };
}

function checkCatch(clause: CatchClauseContext, caught: ApexType[], context: BodyContext): BoundCatch {
  const position = positionOf(clause.qualifiedName());
  const type = resolveType(readQualifiedName(clause.qualifiedName()), position, context);
  if (!isExceptionType(type, context)) context.fail(position, 'APX0511', shortName(type));
  if (caught.some((earlier) => context.members.isSubtype(type, earlier))) {
    context.report(position, 'APX0510', type.name);
  }
  caught.push(type);
  return context.inScope(() => {
    const variable = context.declare(clause.id().getText(), type, positionOf(clause.id()));
    const statements = checkStatements(clause.block().statement_list(), context);
    return { type, variable, body: { kind: 'block', statements, position: positionOf(clause) } };
  });
}
