import { isTextType } from '../../schema/fieldTypes.ts';
import { QueryError, type ComparisonNode, type ConditionNode } from '../ast.ts';
import { resolveOperand } from './operands.ts';
import type { QueryScope } from './QueryScope.ts';
import type { ResolvedCondition, ResolvedOperand, ResolvedQuery, ValueType } from './ResolvedQuery.ts';
import { resolveValue } from './values.ts';
import { UnsupportedQueryError } from '../unsupported.ts';

export interface ConditionRules {
  /** HAVING compares aggregates and grouped fields, WHERE only fields. */
  readonly isHaving: boolean;
  /** Resolves `IN (SELECT …)`; throws QueryError where such a sub-query may not stand. */
  readonly resolveSemiJoin: (node: ComparisonNode, operand: ResolvedOperand) => ResolvedQuery;
  readonly mustBeUsable: (operand: ResolvedOperand, position: number) => void;
}

/** Looks up names and checks types. Each wrong comparison is a problem of its own; the others are still looked at. */
export function resolveCondition(
  node: ConditionNode,
  scope: QueryScope,
  rules: ConditionRules,
  isTop = true,
): ResolvedCondition | null {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const inside = node.kind === 'or' ? withoutSemiJoins(rules, OR) : isTop ? rules : withoutSemiJoins(rules, NESTED);
      const items = node.items.map((item) => resolveCondition(item, scope, inside, false));
      return items.includes(null) ? null : { kind: node.kind, items: items as ResolvedCondition[] };
    }
    case 'not': {
      const item = resolveCondition(node.item, scope, withoutSemiJoins(rules, NOT), false);
      return item && { kind: 'not', item };
    }
    case 'comparison':
      try {
        return resolveComparison(node, scope, rules);
      } catch (error) {
        if (!(error instanceof QueryError)) throw error;
        scope.session.problems.push(error);
        return null;
      }
  }
}

/** SOQL reference, "Comparison Operators": semi- and anti-joins stand beside other conditions only, not below OR or NOT. */
const OR = "Semi join sub-selects are not allowed with the 'OR' operator";
const NOT =
  'The NOT operator is not supported in conjunction with semi-joins and anti-joins; write IN as NOT IN or the reverse';
const NESTED =
  'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions';

function withoutSemiJoins(rules: ConditionRules, message: string): ConditionRules {
  return {
    ...rules,
    resolveSemiJoin: ({ right }) => {
      throw new QueryError(right.position, message);
    },
  };
}

function resolveComparison(node: ComparisonNode, scope: QueryScope, rules: ConditionRules): ResolvedCondition {
  const operand = resolveOperand(node.left, scope);
  if (operand.kind === 'call' && operand.isAggregate !== rules.isHaving) {
    throw new QueryError(node.position, `${operand.name}() is not allowed here.`);
  }
  rules.mustBeUsable(operand, node.position);
  mustFitOperator(node, operand);
  if (node.right.kind === 'query') {
    if (node.operator !== 'IN' && node.operator !== 'NOT IN') {
      throw new QueryError(node.right.position, 'A sub-query stands only after IN and NOT IN.');
    }
    const query = rules.resolveSemiJoin(node, operand);
    return { kind: 'comparison', operand, operator: node.operator, value: { kind: 'query', query } };
  }
  const value = resolveValue(node.right, valueTypeOf(operand, node.operator === 'LIKE'), node.operator, scope);
  return { kind: 'comparison', operand, operator: node.operator, value };
}

function mustFitOperator(node: ComparisonNode, operand: ResolvedOperand): void {
  const { operator } = node;
  const type = operand.kind === 'field' ? operand.field.type : null;
  const name = operand.kind === 'field' ? operand.field.name : operand.name;
  if (operator === 'INCLUDES' || operator === 'EXCLUDES') {
    throw new UnsupportedQueryError(node.position, operator);
  }
  if (operator === 'LIKE' && !(type !== null && isTextType(type))) {
    throw new QueryError(node.position, `invalid operator on ${type ?? 'function'} field: ${name} LIKE`);
  }
  const isOrdering = operator === '<' || operator === '>' || operator === '<=' || operator === '>=';
  if (isOrdering && (type === 'boolean' || type === 'base64')) {
    throw new QueryError(node.position, `invalid operator on ${type} field: ${name} ${operator}`);
  }
}

function valueTypeOf(operand: ResolvedOperand, isLike: boolean): ValueType {
  if (operand.kind === 'call') return { apexType: operand.apexType, scale: operand.scale, name: operand.name, isLike };
  return { apexType: operand.field.apexType, scale: operand.field.scale, name: operand.field.name, isLike };
}
