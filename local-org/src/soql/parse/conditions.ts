import type {
  ComparisonOperatorContext,
  ConditionalExpressionContext,
  FieldExpressionContext,
  LogicalExpressionContext,
  WhereConditionalExpressionContext,
  WhereLogicalExpressionContext,
} from '@apexdevtools/apex-parser';
import { QueryError, type ComparisonOperator, type ConditionNode } from '../ast.ts';
import { readCall, readPath, type ParseScope } from './operands.ts';
import { readValue } from './values.ts';
import { UnsupportedQueryError } from '../unsupported.ts';

/** The condition of a WHERE clause. */
export function readCondition(context: WhereLogicalExpressionContext, scope: ParseScope): ConditionNode {
  return combine(
    context,
    context.whereConditionalExpression_list().map((item) => readWhereItem(item, scope)),
  );
}

/** The condition of a HAVING clause. */
export function readHaving(context: LogicalExpressionContext, scope: ParseScope): ConditionNode {
  return combine(
    context,
    context.conditionalExpression_list().map((item) => readHavingItem(item, scope)),
  );
}

function combine(
  context: WhereLogicalExpressionContext | LogicalExpressionContext,
  items: ConditionNode[],
): ConditionNode {
  const [first] = items;
  if (!first) throw new QueryError(context.start.start, 'A condition is missing.');
  if (context.NOT()) return { kind: 'not', item: first };
  if (items.length === 1) return first;
  return { kind: context.SOQLOR_list().length > 0 ? 'or' : 'and', items };
}

function readWhereItem(context: WhereConditionalExpressionContext, scope: ParseScope): ConditionNode {
  const nested = context.whereLogicalExpression();
  if (nested) return readCondition(nested, scope);
  const expression = context.whereFieldExpression();
  const field = expression.fieldExpression();
  if (!field) throw new UnsupportedQueryError(context.start.start, 'FORMULA()');
  return readComparison(field, scope);
}

function readHavingItem(context: ConditionalExpressionContext, scope: ParseScope): ConditionNode {
  const nested = context.logicalExpression();
  return nested ? readHaving(nested, scope) : readComparison(context.fieldExpression(), scope);
}

function readComparison(context: FieldExpressionContext, scope: ParseScope): ConditionNode {
  const call = context.soqlFunction();
  return {
    kind: 'comparison',
    left: call ? readCall(call, scope) : readPath(context.fieldName(), scope),
    operator: operatorOf(context.comparisonOperator()),
    right: readValue(context.value()),
    position: context.start.start,
  };
}

function operatorOf(context: ComparisonOperatorContext): ComparisonOperator {
  const text = context.getText().toUpperCase();
  if (text === 'NOTIN') return 'NOT IN';
  return (text === '<>' ? '!=' : text) as ComparisonOperator;
}
