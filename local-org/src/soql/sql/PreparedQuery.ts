import type { StatementSync } from 'node:sqlite';
import type { Store } from '../../store/Store.ts';
import type { ResolvedQuery } from '../resolve/ResolvedQuery.ts';
import { PackedIds } from '../PackedIds.ts';
import { RowPlan } from '../RowPlan.ts';
import type { BindValues } from './BindValues.ts';
import { writeKeptCount } from './keptCount.ts';
import { operandSql } from './operands.ts';
import { writeChildren, writeSelect } from './selects.ts';
import { SqlWriter, type SqlParameter } from './SqlWriter.ts';

/** What the SQL of a query depends on beside the query itself. */
export type SqlVariant = Pick<SqlWriter, 'visibleRows' | 'locale' | 'nullBinds' | 'singleBinds' | 'search'>;

interface Statement {
  readonly sql: string;
  readonly statement: StatementSync;
  readonly parameters: readonly SqlParameter[];
}

/** A query compiled for one store and one variant: its own statement and one for each child sub-query. */
export class PreparedQuery {
  readonly query: ResolvedQuery;
  readonly plan: RowPlan;
  readonly children: readonly { readonly relationship: string; readonly prepared: PreparedQuery }[];
  private readonly store: Store;
  private readonly main: Statement;

  constructor(query: ResolvedQuery, store: Store, variant: SqlVariant, childReference?: string) {
    this.query = query;
    this.store = store;
    this.plan = new RowPlan(query, store);
    const writer = new SqlWriter({ store, ...variant });
    if (childReference !== undefined) writeChildren(query, childReference, this.plan.columns, writer);
    else if (query.kind === 'count') writeCount(query, writer);
    else if (!writeKeptCount(query, writer)) writeSelect(query, this.columnsOf(store), writer);
    const statement = store.statement(writer.sql);
    statement.setReturnArrays(true);
    this.main = { sql: writer.sql, statement, parameters: writer.parameters };
    this.children = query.children.map((child) => ({
      relationship: child.relationship,
      prepared: new PreparedQuery(child.query, store, { ...variant, search: null }, child.reference.name),
    }));
  }

  rows(binds: BindValues): unknown[][] {
    const { statement, parameters } = this.main;
    return statement.all(...parameters.map((parameter) => parameter(binds))) as unknown as unknown[][];
  }

  /** The Ids of all records in order. For a query for records without fields. */
  packedIds(binds: BindValues): PackedIds {
    const { sql, parameters } = this.main;
    const statement = this.store.statement(`SELECT group_concat("Id", '') FROM (${sql})`);
    statement.setReturnArrays(true);
    const [row] = statement.all(...parameters.map((parameter) => parameter(binds))) as unknown as (string | null)[][];
    return new PackedIds(row?.[0] ?? '');
  }

  /** An aggregate row ends with the number of rows that went into it. */
  private columnsOf(store: Store): readonly string[] {
    if (this.query.kind !== 'aggregate') return this.plan.columns;
    return [...this.query.outputs.map(({ operand }) => operandSql(operand, store)), 'COUNT(*)'];
  }
}

function writeCount(query: ResolvedQuery, writer: SqlWriter): void {
  writer.add('SELECT COUNT(*) FROM (');
  writeSelect(query, ['1'], writer);
  writer.add(')');
}
