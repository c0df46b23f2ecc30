/** A query as written, names not looked up. Offsets are positions in the text of the query. */
export interface QueryNode {
  readonly select: readonly SelectNode[];
  readonly from: PathNode;
  readonly where: ConditionNode | null;
  readonly access: 'user' | 'system' | 'securityEnforced' | null;
  readonly groupBy: readonly OperandNode[];
  readonly having: ConditionNode | null;
  readonly orderBy: readonly OrderNode[];
  readonly limit: ValueNode | null;
  readonly offset: ValueNode | null;
  readonly isAllRows: boolean;
  readonly isForUpdate: boolean;
  readonly position: number;
}

/** `Profile.UserLicense.Name`: without the alias of the FROM clause. */
export interface PathNode {
  readonly kind: 'path';
  readonly names: readonly string[];
  readonly position: number;
}

/** `COUNT()` has no argument. */
export interface CallNode {
  readonly kind: 'call';
  /** Upper case. */
  readonly name: string;
  readonly argument: PathNode | null;
  readonly position: number;
}

export type OperandNode = PathNode | CallNode;

export type SelectNode =
  | { readonly kind: 'operand'; readonly operand: OperandNode; readonly alias: string | null }
  | { readonly kind: 'children'; readonly query: QueryNode };

export type ConditionNode =
  | { readonly kind: 'and' | 'or'; readonly items: readonly ConditionNode[] }
  | { readonly kind: 'not'; readonly item: ConditionNode }
  | ComparisonNode;

export type ComparisonOperator =
  '=' | '!=' | '<' | '>' | '<=' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export interface ComparisonNode {
  readonly kind: 'comparison';
  readonly left: OperandNode;
  readonly operator: ComparisonOperator;
  readonly right: ValueNode;
  readonly position: number;
}

export interface OrderNode {
  readonly operand: OperandNode;
  readonly isDescending: boolean;
  readonly areNullsLast: boolean;
}

export type ValueNode = { readonly position: number } & (
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly isInteger: boolean }
  /** `raw` keeps the escapes, for LIKE. */
  | { readonly kind: 'string'; readonly value: string; readonly raw: string }
  | { readonly kind: 'date' | 'datetime'; readonly text: string }
  /** `LAST_N_DAYS:30`, `TODAY`. */
  | { readonly kind: 'dateFormula'; readonly name: string; readonly count: number | null }
  | { readonly kind: 'list'; readonly items: readonly ValueNode[] }
  | { readonly kind: 'query'; readonly query: QueryNode }
  | { readonly kind: 'bind'; readonly name: string }
);

/** Something in a query that cannot be used. `offset` is a position in its text. */
export interface QueryProblem {
  readonly offset: number;
  readonly message: string;
  /** True for what Salesforce knows and the local org does not. */
  readonly isUnsupported: boolean;
}

export class QueryError extends Error {
  readonly offset: number;
  readonly isUnsupported: boolean;

  constructor(offset: number, message: string, isUnsupported = false) {
    super(message);
    this.offset = offset;
    this.isUnsupported = isUnsupported;
  }
}
