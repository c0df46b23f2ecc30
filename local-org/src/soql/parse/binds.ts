import type { BoundExpressionContext } from '@apexdevtools/apex-parser';
import { QueryError, type ValueNode } from '../ast.ts';

/** `:name`. The compiler has replaced other expressions by names; dynamic SOQL allows only names on Salesforce too. */
export function readBind(context: BoundExpressionContext): ValueNode {
  const position = context.start.start;
  const name = context.getText().slice(1);
  if (!/^[A-Za-z]\w*$/.test(name)) {
    throw new QueryError(position, `Only simple bind variables are supported in a query text: :${name}`);
  }
  return { kind: 'bind', name, position };
}
