import type { FieldDescription, ObjectDescription } from '../../schema/SchemaCatalog.ts';
import type { ComparisonOperator, QueryProblem } from '../ast.ts';

/** One table of a query: the object of FROM or a parent reached from it. */
export interface TableRef {
  readonly alias: string;
  readonly object: ObjectDescription;
  /** Null for the object of FROM. */
  readonly parent: TableRef | null;
  /** The reference of the parent table that leads here. */
  readonly via: FieldDescription | null;
}

/** A field in one table, or in one of several when the path goes through a reference to several objects (`Owner.Name`). */
export interface ResolvedField {
  readonly kind: 'field';
  readonly choices: readonly { readonly table: TableRef; readonly field: FieldDescription }[];
  /** The field of the first choice: type, flags. */
  readonly field: FieldDescription;
  /** `Owner.Type`: the name of the object that the reference points to. */
  readonly isObjectName: boolean;
  /** As written, in canonical spelling: `['Profile', 'Name']`. */
  readonly path: readonly string[];
}

export interface ResolvedCall {
  readonly kind: 'call';
  /** Upper case. */
  readonly name: string;
  readonly isAggregate: boolean;
  readonly argument: ResolvedField | null;
  /** Type of the result. */
  readonly apexType: string;
  readonly scale: number | null;
}

export type ResolvedOperand = ResolvedField | ResolvedCall;

export type ResolvedCondition =
  | { readonly kind: 'and' | 'or'; readonly items: readonly ResolvedCondition[] }
  | { readonly kind: 'not'; readonly item: ResolvedCondition }
  | {
      readonly kind: 'comparison';
      readonly operand: ResolvedOperand;
      readonly operator: ComparisonOperator;
      readonly value: ResolvedValue;
    };

/** Constants are in store values. */
export type ResolvedValue =
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  | { readonly kind: 'dateFormula'; readonly name: string; readonly count: number | null }
  | { readonly kind: 'bind'; readonly name: string; readonly type: ValueType }
  | { readonly kind: 'list'; readonly items: readonly ResolvedValue[] }
  | { readonly kind: 'collectionBind'; readonly name: string; readonly type: ValueType }
  | { readonly kind: 'query'; readonly query: ResolvedQuery };

/** What a compared value must be. */
export interface ValueType {
  readonly apexType: string;
  readonly scale: number | null;
  /** For messages: `IsActive`. */
  readonly name: string;
  readonly isLike: boolean;
}

export interface ResolvedOrder {
  readonly operand: ResolvedOperand;
  readonly isDescending: boolean;
  readonly areNullsLast: boolean;
}

export interface BindUse {
  readonly name: string;
  /** Apex type of the value or of the elements. */
  readonly expects: string;
  readonly isCollection: boolean;
}

/** A column of the answer. */
export interface Output {
  readonly operand: ResolvedOperand;
  /** Alias or generated name of an aggregate row; null in a query for records. */
  readonly alias: string | null;
}

export interface ResolvedChildren {
  readonly relationship: string;
  /** The reference of the child that points to the parent. */
  readonly reference: FieldDescription;
  readonly query: ResolvedQuery;
}

export interface ResolvedQuery {
  readonly object: ObjectDescription;
  readonly kind: 'records' | 'count' | 'aggregate';
  readonly root: TableRef;
  /** Parents, each after the table that it hangs on. */
  readonly joins: readonly TableRef[];
  readonly outputs: readonly Output[];
  readonly children: readonly ResolvedChildren[];
  readonly where: ResolvedCondition | null;
  readonly groupBy: readonly ResolvedOperand[];
  readonly having: ResolvedCondition | null;
  readonly orderBy: readonly ResolvedOrder[];
  readonly limit: ResolvedValue | null;
  readonly offset: ResolvedValue | null;
  readonly access: 'user' | 'system' | null;
  /** WITH SECURITY_ENFORCED, which ends with API version 67. */
  readonly isSecurityEnforced: boolean;
  readonly isAllRows: boolean;
  readonly isForUpdate: boolean;
  readonly binds: readonly BindUse[];
  /** Canonical object name to the fields that the query reads, for user mode. */
  readonly uses: ReadonlyMap<string, ReadonlySet<string>>;
  readonly problems: readonly QueryProblem[];
}
