import type { RunAsStatementContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import { shortName } from '../../symbols/ApexType.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundStatement } from '../bound.ts';
import { checkExpression } from '../expressions/index.ts';
import { checkBlock } from './index.ts';

/** `System.runAs(user) { … }`. */
export function checkRunAs(tree: RunAsStatementContext, context: BodyContext): BoundStatement {
  const position = positionOf(tree);
  const [argument, ...others] = tree.expressionList()?.expression_list() ?? [];
  if (!argument || others.length > 0) return context.fail(position, 'APX0518', tree.expressionList()?.getText() ?? '');
  const user = checkExpression(argument, context);
  if (user.type.name === 'System.Version')
    return context.fail(position, 'APX0903', 'System.runAs with a package version');
  if (user.type.sobject?.name !== 'User') context.fail(position, 'APX0518', shortName(user.type));
  return { kind: 'runAs', user, body: checkBlock(tree.block(), context), position };
}
