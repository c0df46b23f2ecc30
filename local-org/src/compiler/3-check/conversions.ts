import type { Position } from '../diagnostics.ts';
import { isNumeric, numberRank, shortName, type ApexType } from '../symbols/ApexType.ts';
import { isAssignable } from '../symbols/assignability.ts';
import type { BodyContext } from './BodyContext.ts';
import type { BoundExpression, ConversionKind } from './bound.ts';

/** The value as the other type takes it. Reports an illegal assignment. */
export function convert(
  value: BoundExpression,
  to: ApexType,
  position: Position,
  context: BodyContext,
): BoundExpression {
  if (value.type.kind === 'void') return context.fail(position, 'APX0203', 'void', shortName(to));
  if (isDynamicQuery(value)) {
    if (isRow(to)) return { kind: 'convert', conversion: 'DynamicQueryToRecord', operand: value, type: to, position };
    if (to.base === 'List' && isRow(to.args[0]!)) return value;
  }
  if (!isAssignable(value.type, to, context.members)) {
    return context.fail(position, 'APX0203', displayName(value.type), shortName(to));
  }
  return adapt(value, to);
}

/**
 * `Account a = Database.query(text)` takes the only row, as an inline query does, and `List<AggregateResult>` takes its rows.
 * Sources: Apex Developer Guide, "Dynamic SOQL"; trailheadapps/apex-recipes, InvocableMethodRecipes; jongpie/NebulaLogger,
 * LogBatchPurgeController.
 */
function isDynamicQuery(value: BoundExpression): boolean {
  if (value.kind === 'parenthesized') return isDynamicQuery(value.operand);
  return value.kind === 'call' && /^System\.Database#query(WithBinds)?\(/.test(value.method.platform?.id ?? '');
}

function isRow(type: ApexType): boolean {
  return type.kind === 'sobject' || type.base.endsWith('AggregateResult');
}

/** How messages call the type. */
export function displayName(type: ApexType): string {
  if (type.kind === 'null') return 'NULL';
  if (type.kind === 'query') return `List<${shortName(type.args[0]!)}>`;
  return shortName(type);
}

/** As `convert`, when the types are known to fit. */
export function adapt(value: BoundExpression, to: ApexType): BoundExpression {
  const from = value.type;
  if (from === to) return value;
  const conversion = conversionOf(from, to);
  if (conversion === null) return value;
  return { kind: 'convert', conversion, operand: value, type: to, position: value.position };
}

function conversionOf(from: ApexType, to: ApexType): ConversionKind | null {
  if (from.kind === 'query') return isRow(to) ? 'QueryToRecord' : 'QueryToList';
  if (isNumeric(from) && isNumeric(to)) return `${from.name}To${to.name}` as ConversionKind;
  if (from.name === 'String' && to.name === 'Id') return 'StringToId';
  if (from.name === 'Date' && to.name === 'Datetime') return 'DateToDatetime';
  return null;
}

/** A query that stands where neither a record nor a list was asked for is a list. */
export function settle(value: BoundExpression, context: BodyContext): BoundExpression {
  if (value.type.kind !== 'query') return value;
  return adapt(value, context.types.collection('List', value.type.args[0]!));
}

/** The type in which two numbers meet. */
export function commonNumber(left: ApexType, right: ApexType): ApexType {
  return numberRank(left) >= numberRank(right) ? left : right;
}
