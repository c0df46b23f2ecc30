import type { ArrayExpressionContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import { shortName } from '../../symbols/ApexType.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression } from '../bound.ts';
import { checkExpression } from './index.ts';

/** `list[index]`. */
export function checkElement(tree: ArrayExpressionContext, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  const target = checkExpression(tree.expression(0), context);
  const index = checkExpression(tree.expression(1), context);
  return elementOf(target, index, position, context);
}

function elementOf(
  target: BoundExpression,
  index: BoundExpression,
  position: BoundExpression['position'],
  context: BodyContext,
): BoundExpression {
  if (target.kind === 'safe') {
    const body = elementOf(target.body, index, position, context);
    return { ...target, body, type: body.type };
  }
  if (target.type.base !== 'List') return context.fail(position, 'APX0413', shortName(target.type));
  if (index.type.name !== 'Integer') context.fail(position, 'APX0412', shortName(index.type));
  return { kind: 'element', target, index, type: target.type.args[0]!, position };
}
