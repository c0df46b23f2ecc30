import type { RowValues, StoreValue } from '../../src/store/RowValues.ts';

/** A condition as a tree, its SOQL text, and what it means, written down without SQL. */
export type Condition =
  | { kind: 'compare'; field: Field; operator: '=' | '!=' | '<' | '>' | '<=' | '>='; value: StoreValue }
  | { kind: 'like'; pattern: string }
  | { kind: 'in'; field: Field; isNegated: boolean; values: StoreValue[] }
  | { kind: 'and' | 'or'; items: Condition[] }
  | { kind: 'not'; item: Condition };

export type Field = 'Text__c' | 'Amount__c' | 'Flag__c' | 'Parent__r.Text__c';

export function toSoql(condition: Condition): string {
  switch (condition.kind) {
    case 'compare':
      return `${condition.field} ${condition.operator} ${literal(condition.value)}`;
    case 'like':
      return `Text__c LIKE ${literal(condition.pattern)}`;
    case 'in':
      return `${condition.field} ${condition.isNegated ? 'NOT IN' : 'IN'} (${condition.values.map(literal).join(', ')})`;
    case 'not':
      return `(NOT ${parenthesized(condition.item)})`;
    default:
      return `(${condition.items.map(parenthesized).join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
  }
}

function parenthesized(condition: Condition): string {
  const text = toSoql(condition);
  return text.startsWith('(') && text.endsWith(')') && condition.kind !== 'in' && condition.kind !== 'compare'
    ? text
    : `(${text})`;
}

function literal(value: StoreValue): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

/** Two truth values; empty fields equal only null, are unequal to everything else, and are neither smaller nor larger. */
export function holds(condition: Condition, row: RowValues, parent: RowValues | null): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.items.every((item) => holds(item, row, parent));
    case 'or':
      return condition.items.some((item) => holds(item, row, parent));
    case 'not':
      return !holds(condition.item, row, parent);
    case 'like': {
      const text = valueOf('Text__c', row, parent);
      return typeof text === 'string' && likeExpression(condition.pattern).test(text);
    }
    case 'in': {
      const isIn = condition.values.some((value) => folded(value) === valueOf(condition.field, row, parent));
      return isIn !== condition.isNegated;
    }
    case 'compare':
      return compare(valueOf(condition.field, row, parent), condition.operator, folded(condition.value));
  }
}

function valueOf(field: Field, row: RowValues, parent: RowValues | null): StoreValue {
  const value = field === 'Parent__r.Text__c' ? parent?.Text__c : row[field];
  return folded(value ?? null);
}

function folded(value: StoreValue): StoreValue {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function compare(left: StoreValue, operator: string, right: StoreValue): boolean {
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  if (left === null || right === null) return false;
  if (operator === '<') return left < right;
  if (operator === '>') return left > right;
  return operator === '<=' ? left <= right : left >= right;
}

function likeExpression(pattern: string): RegExp {
  const source = [...pattern.toLowerCase()].map((char) => (char === '%' ? '.*' : char === '_' ? '.' : char));
  return new RegExp(`^${source.join('')}$`, 's');
}
