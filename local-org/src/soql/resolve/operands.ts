import { isNumberType } from '../../schema/fieldTypes.ts';
import { QueryError, type CallNode, type OperandNode } from '../ast.ts';
import type { QueryScope } from './QueryScope.ts';
import type { ResolvedCall, ResolvedField, ResolvedOperand } from './ResolvedQuery.ts';

const AGGREGATES = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);
const DATETIME_ONLY = new Set(['DAY_ONLY', 'HOUR_IN_DAY']);
/** Types that no aggregate takes (SOQL reference, "Support for Field Types in Aggregate Functions"). */
const NO_AGGREGATE = new Set([
  'boolean',
  'base64',
  'multipicklist',
  'time',
  'address',
  'location',
  'encryptedstring',
  'anytype',
]);
/** Salesforce orders picklists by their list of values, which is not known here for every field: stricter. */
const NO_MIN_MAX = new Set(['picklist', 'textarea']);

export function resolveOperand(node: OperandNode, scope: QueryScope): ResolvedOperand {
  return node.kind === 'path' ? scope.resolve(node) : resolveCall(node, scope);
}

function resolveCall(node: CallNode, scope: QueryScope): ResolvedCall {
  const isAggregate = AGGREGATES.has(node.name);
  if (!node.argument) {
    if (node.name !== 'COUNT') throw new QueryError(node.position, `${node.name}() needs a field.`);
    return { kind: 'call', name: 'COUNT', isAggregate, argument: null, apexType: 'Integer', scale: 0 };
  }
  const argument = scope.resolve(node.argument);
  if (isAggregate) mustBeAggregatable(node, argument);
  else mustBeDate(node, argument);
  return { kind: 'call', name: node.name, isAggregate, argument, ...resultOf(node.name, argument) };
}

function resultOf(name: string, argument: ResolvedField): { apexType: string; scale: number | null } {
  switch (name) {
    case 'SUM':
      return { apexType: 'Decimal', scale: argument.field.scale };
    case 'AVG':
      return { apexType: 'Decimal', scale: null };
    case 'MIN':
    case 'MAX':
      return { apexType: argument.field.apexType, scale: argument.field.scale };
    case 'DAY_ONLY':
      return { apexType: 'Date', scale: null };
    default:
      return { apexType: 'Integer', scale: 0 };
  }
}

function mustBeAggregatable(node: CallNode, argument: ResolvedField): void {
  const { field } = argument;
  const isNumeric = node.name === 'SUM' || node.name === 'AVG';
  const isOrdered = node.name === 'MIN' || node.name === 'MAX';
  const isLongText = field.type === 'textarea' && !field.isFilterable;
  if (
    !field.isAggregatable ||
    isLongText ||
    (isNumeric && !isNumberType(field.type)) ||
    NO_AGGREGATE.has(field.type) ||
    (isOrdered && NO_MIN_MAX.has(field.type))
  ) {
    throw new QueryError(node.position, `field ${field.name} does not support aggregate operator ${node.name}`);
  }
}

function mustBeDate(node: CallNode, argument: ResolvedField): void {
  const { field } = argument;
  if (field.type !== 'datetime' && (field.type !== 'date' || DATETIME_ONLY.has(node.name))) {
    throw new QueryError(node.position, `field ${field.name} does not support the function ${node.name}`);
  }
}
