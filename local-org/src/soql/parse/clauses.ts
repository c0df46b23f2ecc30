import type {
  GroupByClauseContext,
  LimitClauseContext,
  OffsetClauseContext,
  OrderByClauseContext,
  QueryContext,
  SubQueryContext,
  WithClauseContext,
} from '@apexdevtools/apex-parser';
import { type OrderNode, type QueryNode, type ValueNode } from '../ast.ts';
import { readBind } from './binds.ts';
import { readHaving } from './conditions.ts';
import { readCall, readPath, type ParseScope } from './operands.ts';
import { UnsupportedQueryError } from '../unsupported.ts';

export function readAccess(context: WithClauseContext | null): QueryNode['access'] {
  if (!context) return null;
  if (context.USER_MODE()) return 'user';
  if (context.SYSTEM_MODE()) return 'system';
  if (context.SECURITY_ENFORCED()) return 'securityEnforced';
  throw new UnsupportedQueryError(context.start.start, 'WITH conditions and data categories', 'This WITH clause');
}

export function readGroupBy(
  context: GroupByClauseContext | null,
  scope: ParseScope,
): Pick<QueryNode, 'groupBy' | 'having'> {
  if (!context) return { groupBy: [], having: null };
  if (context.ROLLUP() || context.CUBE()) {
    throw new UnsupportedQueryError(context.start.start, context.CUBE() ? 'GROUP BY CUBE' : 'GROUP BY ROLLUP');
  }
  const list = context.fieldGroupByList();
  const groups = list.fieldGroupBy_list().map((item) => {
    const call = item.soqlFunction();
    return call ? readCall(call, scope) : readPath(item.fieldName(), scope);
  });
  const having = context.logicalExpression();
  return { groupBy: groups, having: having ? readHaving(having, scope) : null };
}

export function readOrderBy(context: OrderByClauseContext | null, scope: ParseScope): OrderNode[] {
  if (!context) return [];
  return context
    .fieldOrderList()
    .fieldOrder_list()
    .map((item) => {
      const call = item.soqlFunction();
      return {
        operand: call ? readCall(call, scope) : readPath(item.fieldName(), scope),
        isDescending: Boolean(item.DESC()),
        areNullsLast: Boolean(item.LAST()),
      };
    });
}

/** LIMIT or OFFSET. */
export function readLimit(context: LimitClauseContext | OffsetClauseContext | null): ValueNode | null {
  if (!context) return null;
  const bind = context.boundExpression();
  if (bind) return readBind(bind);
  const literal = context.IntegerLiteral();
  return { kind: 'number', value: Number(literal.getText()), isInteger: true, position: context.start.start };
}

export function readFlags(context: QueryContext | SubQueryContext): Pick<QueryNode, 'isAllRows' | 'isForUpdate'> {
  const isMain = 'selectList' in context;
  const position = context.start.start;
  if (isMain && context.usingScope()) throw new UnsupportedQueryError(position, 'USING SCOPE');
  if (context.updateList())
    throw new UnsupportedQueryError(position, 'UPDATE TRACKING, UPDATE VIEWSTAT', 'UPDATE in a query');
  const clauses = context.forClauses();
  if (clauses && (clauses.VIEW_list().length > 0 || clauses.REFERENCE_list().length > 0)) {
    throw new UnsupportedQueryError(position, 'FOR VIEW, FOR REFERENCE', 'FOR VIEW or FOR REFERENCE');
  }
  return {
    isAllRows: isMain && Boolean(context.allRowsClause()),
    isForUpdate: Boolean(clauses && clauses.UPDATE_list().length > 0),
  };
}
