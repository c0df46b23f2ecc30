import type { LiteralContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression } from '../bound.ts';
import { readMultilineString, readString } from './strings.ts';

export function checkLiteral(tree: LiteralContext, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  const { types } = context;
  const text = tree.getText();
  if (tree.IntegerLiteral()) return integer(text, position, context);
  if (tree.LongLiteral()) {
    const value = BigInt(text.slice(0, -1));
    if (BigInt.asIntN(64, value) !== value) context.fail(position, 'APX0003');
    return { kind: 'literal', value, type: types.primitive('Long'), position };
  }
  if (tree.NumberLiteral()) {
    if (/d$/i.test(text))
      return { kind: 'doubleLiteral', value: Number(text.slice(0, -1)), type: types.primitive('Double'), position };
    return { kind: 'decimalLiteral', text, type: types.primitive('Decimal'), position };
  }
  if (tree.BooleanLiteral()) {
    return { kind: 'literal', value: text.toLowerCase() === 'true', type: types.primitive('Boolean'), position };
  }
  if (tree.NULL()) return { kind: 'literal', value: null, type: types.null, position };
  const value = tree.MultilineStringLiteral() ? readMultilineString(text) : readString(text);
  return { kind: 'literal', value, type: types.primitive('String'), position };
}

export function integer(
  text: string,
  position: { line: number; column: number },
  context: BodyContext,
): BoundExpression {
  const value = Number(text);
  if (value > 2_147_483_647) context.fail(position, 'APX0002');
  return { kind: 'literal', value, type: context.types.primitive('Integer'), position };
}
