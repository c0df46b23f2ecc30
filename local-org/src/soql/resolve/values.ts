import { tryToId18 } from '../../values/id.ts';
import { QueryError, type ComparisonOperator, type ValueNode } from '../ast.ts';
import { isDateFormula } from '../dates.ts';
import type { QueryScope } from './QueryScope.ts';
import type { ResolvedValue, ValueType } from './ResolvedQuery.ts';
import { UnsupportedQueryError } from '../unsupported.ts';

/** Checks a value against what it is compared with. Throws QueryError. */
export function resolveValue(
  node: ValueNode,
  type: ValueType,
  operator: ComparisonOperator,
  scope: QueryScope,
): ResolvedValue {
  const isList = operator === 'IN' || operator === 'NOT IN';
  switch (node.kind) {
    case 'bind': {
      scope.session.binds.push({ name: node.name, expects: type.apexType, isCollection: isList });
      return { kind: isList ? 'collectionBind' : 'bind', name: node.name, type };
    }
    case 'list':
      if (!isList)
        throw new QueryError(node.position, `unexpected list: ${type.name} is compared with one value by ${operator}`);
      return { kind: 'list', items: node.items.map((item) => resolveValue(item, type, '=', scope)) };
    case 'null':
      if (isList) throw mustBeList(node);
      if (operator !== '=' && operator !== '!=') {
        throw new QueryError(node.position, `null can only be compared by = and !=: ${type.name} ${operator} null`);
      }
      return { kind: 'constant', value: null };
    case 'query':
      throw new QueryError(node.position, 'A sub-query stands only after IN and NOT IN.');
    default:
      if (isList) throw mustBeList(node);
      return constantOf(node, type);
  }
}

function mustBeList(node: ValueNode): QueryError {
  return new QueryError(node.position, 'IN and NOT IN take a list in parentheses, a sub-query or a collection.');
}

type ConstantNode = Extract<ValueNode, { kind: 'boolean' | 'number' | 'string' | 'date' | 'datetime' | 'dateFormula' }>;

function constantOf(node: ConstantNode, type: ValueType): ResolvedValue {
  switch (type.apexType) {
    case 'Boolean':
      if (node.kind === 'boolean') return { kind: 'constant', value: node.value };
      break;
    case 'Integer':
    case 'Decimal':
      if (node.kind === 'number') return { kind: 'constant', value: node.value };
      break;
    case 'Date':
      if (node.kind === 'date') return { kind: 'constant', value: checkedDate(node.text, node.position) };
      if (node.kind === 'dateFormula') return dateFormula(node);
      break;
    case 'Datetime':
      if (node.kind === 'datetime') return { kind: 'constant', value: checkedMoment(node.text, node.position) };
      if (node.kind === 'dateFormula') return dateFormula(node);
      break;
    case 'Id':
      if (node.kind === 'string') return { kind: 'constant', value: checkedId(node.value, type, node.position) };
      break;
    case 'String':
      if (node.kind === 'string') return { kind: 'constant', value: type.isLike ? node.raw : node.value };
      break;
    default:
  }
  throw new QueryError(node.position, wrongType(node, type));
}

function wrongType(node: ConstantNode, type: ValueType): string {
  const quotes = node.kind === 'string' ? 'should not be enclosed in quotes' : 'should be enclosed in quotes';
  const needsQuotes = type.apexType === 'String' || type.apexType === 'Id';
  const hint = (node.kind === 'string') !== needsQuotes ? ` and ${quotes}` : '';
  return `value of filter criterion for field '${type.name}' must be of type ${type.apexType.toLowerCase()}${hint}`;
}

function dateFormula(node: Extract<ValueNode, { kind: 'dateFormula' }>): ResolvedValue {
  if (!isDateFormula(node.name)) {
    throw new UnsupportedQueryError(node.position, 'date literals of fiscal periods', `The date literal ${node.name}`);
  }
  return { kind: 'dateFormula', name: node.name, count: node.count };
}

function checkedDate(text: string, position: number): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new QueryError(position, `Invalid date: ${text}`);
  }
  return text;
}

function checkedMoment(text: string, position: number): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new QueryError(position, `Invalid datetime: ${text}`);
  return time;
}

/** An empty text is compared with Ids as null. */
function checkedId(text: string, type: ValueType, position: number): string | null {
  if (text === '') return null;
  const id = tryToId18(text);
  if (id === null) throw new QueryError(position, `invalid ID field: ${text} (${type.name})`);
  return id;
}
