import type { AssignExpressionContext, ExpressionContext, ExpressionListContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import type { Position } from '../../diagnostics.ts';
import type { ApexType } from '../../symbols/ApexType.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression, RecordValue } from '../bound.ts';
import { convert } from '../conversions.ts';
import { recordMember } from '../recordMembers.ts';
import { checkTarget } from '../targets.ts';
import { checkValue } from './index.ts';

/** `new User(Alias = 'x', Profile = p)`. */
export function checkNewRecord(
  list: ExpressionListContext | null,
  type: ApexType,
  position: Position,
  context: BodyContext,
): BoundExpression {
  const values = (list?.expression_list() ?? []).map((tree) => namedValue(tree, type, context));
  const seen = new Set<string>();
  for (const { field } of values) {
    if (seen.has(field)) context.fail(position, 'APX0421', field);
    seen.add(field);
  }
  return { kind: 'newRecord', values, type, position };
}

function namedValue(tree: ExpressionContext, type: ApexType, context: BodyContext): RecordValue {
  const position = positionOf(tree);
  const assignment = tree as AssignExpressionContext;
  if (tree.constructor.name !== 'AssignExpressionContext' || !assignment.ASSIGN()) {
    return context.fail(position, 'APX0302', `${type.name}(${tree.getText()})`);
  }
  const name = assignment.expression(0).getText();
  const record: BoundExpression = { kind: 'temporary', key: {}, type, position };
  const member = checkTarget(recordMember(record, name, position, context), { reads: false }, context);
  if (member.kind !== 'recordField' && member.kind !== 'recordParent')
    return context.fail(position, 'APX0204', name, type.name);
  const value = convert(checkValue(assignment.expression(1), context), member.type, position, context);
  const isRelationship = member.kind === 'recordParent';
  return { field: isRelationship ? member.relationship : member.field, isRelationship, value };
}
