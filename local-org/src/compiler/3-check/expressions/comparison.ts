import type {
  CmpExpressionContext,
  EqualityExpressionContext,
  InstanceOfExpressionContext,
} from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import { readTypeRef } from '../../2-declare/typeRefs.ts';
import type { Position } from '../../diagnostics.ts';
import { isEnum, isNumeric, isText, shortName, type ApexType } from '../../symbols/ApexType.ts';
import { isAssignable, isCastable } from '../../symbols/assignability.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression, EqualityKind, OrderKind } from '../bound.ts';
import { adapt, commonNumber } from '../conversions.ts';
import { resolveType } from '../types.ts';
import { checkExpression } from './index.ts';

type Operator = '<' | '>' | '<=' | '>=';

const ORDERED = ['Date', 'Datetime', 'Time'];

/** `<`, `>`, `<=`, `>=`: false when a side is null. */
export function checkOrder(tree: CmpExpressionContext, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  const left = checkExpression(tree.expression(0), context);
  const right = checkExpression(tree.expression(1), context);
  const operator: Operator = tree.GT() ? (tree.ASSIGN() ? '>=' : '>') : tree.ASSIGN() ? '<=' : '<';
  const type = context.types.primitive('Boolean');
  const bound = (comparison: OrderKind, to: ApexType): BoundExpression => ({
    kind: 'compare',
    operator,
    comparison,
    left: adapt(left, to),
    right: adapt(right, to),
    type,
    position,
  });
  if (isNumeric(left.type) && isNumeric(right.type)) {
    const common = commonNumber(left.type, right.type);
    return bound(common.name as OrderKind, common);
  }
  if (isText(left.type) && isText(right.type)) {
    return { kind: 'compare', operator, comparison: 'text', left, right, type, position };
  }
  if (ORDERED.includes(left.type.name) && ORDERED.includes(right.type.name)) {
    if (left.type === right.type) return bound('value', left.type);
    if (isAssignable(left.type, right.type, context.members)) return bound('value', right.type);
    if (isAssignable(right.type, left.type, context.members)) return bound('value', left.type);
  }
  if (left.type === right.type) return context.fail(position, 'APX0403', shortName(left.type));
  return context.fail(position, 'APX0402', messageName(left.type), messageName(right.type));
}

function messageName(type: ApexType): string {
  return type.kind === 'null' ? 'NULL' : shortName(type);
}

export function checkEquality(tree: EqualityExpressionContext, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  const left = checkExpression(tree.expression(0), context);
  const right = checkExpression(tree.expression(1), context);
  const negated = !(tree.EQUAL() || tree.TRIPLEEQUAL());
  const isExact = Boolean(tree.TRIPLEEQUAL() || tree.TRIPLENOTEQUAL());
  return bindEquality(left, right, { negated, isExact }, position, context);
}

export function bindEquality(
  left: BoundExpression,
  right: BoundExpression,
  { negated, isExact }: { readonly negated: boolean; readonly isExact: boolean },
  position: Position,
  context: BodyContext,
): BoundExpression {
  const type = context.types.primitive('Boolean');
  if (isExact) {
    // One side that is an Object is enough (Salesforce's compiler front end).
    const arePrimitive = left.type.kind === 'primitive' && right.type.kind === 'primitive';
    if (arePrimitive) context.fail(position, 'APX0404', shortName(left.type));
    return { kind: 'equal', negated, comparison: 'identity', left, right, type, position };
  }
  const { members } = context;
  const fits = isAssignable(left.type, right.type, members) || isAssignable(right.type, left.type, members);
  if (!fits) return context.fail(position, 'APX0402', messageName(left.type), messageName(right.type));
  const common = commonType(left.type, right.type);
  const comparison = equalityKind(left.type, right.type);
  const sides = common ? { left: adapt(left, common), right: adapt(right, common) } : { left, right };
  return { kind: 'equal', negated, comparison, ...sides, type, position };
}

/** Both sides are brought to one type when that changes how a value is stored. */
function commonType(left: ApexType, right: ApexType): ApexType | null {
  if (isNumeric(left) && isNumeric(right)) return commonNumber(left, right);
  if (left.name === 'Date' && right.name === 'Datetime') return right;
  return left.name === 'Datetime' && right.name === 'Date' ? left : null;
}

function equalityKind(left: ApexType, right: ApexType): EqualityKind {
  if (left.kind === 'null' || right.kind === 'null') return 'identity';
  if (isText(left) && isText(right)) return left !== right ? 'id' : left.name === 'Id' ? 'identity' : 'text';
  if (isNumeric(left) && isNumeric(right)) {
    const { name } = commonNumber(left, right);
    return name === 'Integer' || name === 'Long' ? 'identity' : 'number';
  }
  if (left === right && (left.name === 'Boolean' || isEnum(left))) return 'identity';
  return 'value';
}

export function checkInstanceOf(tree: InstanceOfExpressionContext, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  const operand = checkExpression(tree.expression(), context);
  const of = resolveType(readTypeRef(tree.typeRef()), position, context);
  const names = [shortName(operand.type), shortName(of)] as const;
  if (operand.type.kind === 'null') return context.fail(position, 'APX0410', 'NULL', shortName(of));
  if (!isCastable(operand.type, of, context.members)) return context.fail(position, 'APX0411', ...names);
  // Compilers of API version 32 and later refuse what is always true.
  const isIdTest = isText(operand.type) && of.name === 'Id' && operand.type !== of;
  const isAlways = isAssignable(operand.type, of, context.members) && !isNarrowerRecordList(operand.type, of);
  if (!isIdTest && isAlways) return context.fail(position, 'APX0410', ...names);
  return { kind: 'instanceOf', operand, of, type: context.types.primitive('Boolean'), position };
}

/** `List<SObject>` may be assigned to `List<User>`, but need not be one. */
function isNarrowerRecordList(from: ApexType, to: ApexType): boolean {
  const [element] = from.args;
  return from.base === 'List' && to.base === 'List' && element?.sobject === null && to.args[0]?.sobject != null;
}
