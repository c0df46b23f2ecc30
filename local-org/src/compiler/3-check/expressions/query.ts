import type { BoundExpressionContext, SoqlLiteralContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import type { Position } from '../../diagnostics.ts';
import { isCollection, shortName, type ApexType } from '../../symbols/ApexType.ts';
import { isAssignable } from '../../symbols/assignability.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression } from '../bound.ts';
import type { QueryBind } from '../World.ts';
import { checkExpression } from './index.ts';
import { queryText, type QueryText } from './queryText.ts';

/** An inline query: its text with numbered binds, checked against the schema, and its binds checked as Apex. */
export function checkQueryLiteral(tree: SoqlLiteralContext, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  const query = queryText(tree.query(), context.source.text);
  if (/\bWITH\s+SECURITY_ENFORCED\b/i.test(query.text) && context.type.unit.apiVersion >= 67)
    context.fail(position, 'APX0603');
  const check = context.world.checkQuery(query.text, context.world.schema);
  for (const { offset, message, isUnsupported } of check.errors)
    context.report(query.positionAt(offset), isUnsupported ? 'APX0907' : 'APX0601', message);
  const binds = query.binds.map((bind) => checkExpression(bind.expression(), context));
  if (check.errors.length === 0) {
    check.binds.forEach((expected, index) => checkBind(expected, binds, index, query, context));
  }
  // What the query gives is not known then.
  if (check.errors.length > 0) context.giveUp();
  const { types } = context;
  if (check.kind === 'count') {
    return {
      kind: 'query',
      text: query.text,
      binds,
      rowType: check.rowType,
      isCount: true,
      type: types.primitive('Integer'),
      position,
    };
  }
  const row = rowType(check.rowType, position, context);
  return {
    kind: 'query',
    text: query.text,
    binds,
    rowType: check.rowType,
    isCount: false,
    type: types.query(row),
    position,
  };
}

function rowType(name: string, position: Position, context: BodyContext): ApexType {
  const { schema } = context.world;
  if (schema.object(name)) return context.types.ofObject(name);
  return context.types.known(name) ?? context.fail(position, 'APX0102', name);
}

function checkBind(
  expected: QueryBind,
  binds: readonly BoundExpression[],
  index: number,
  query: QueryText,
  context: BodyContext,
): void {
  const bind = binds[Number(/\d+$/.exec(expected.name)?.[0] ?? index)];
  const wanted = context.types.known(expected.expects);
  if (!bind || !wanted) return;
  const actual = expected.isCollection && isCollection(bind.type) ? bind.type.args[0]! : bind.type;
  const isRightShape = expected.isCollection || !isCollection(bind.type);
  const isRecord = actual.kind === 'sobject' && wanted.name === 'Id';
  if (isRightShape && (isAssignable(actual, wanted, context.members) || isRecord)) return;
  const position = positionOf(query.binds[index] as BoundExpressionContext);
  context.report(
    position,
    'APX0602',
    shortName(bind.type),
    expected.isCollection ? `a collection of ${expected.expects}` : expected.expects,
  );
}
