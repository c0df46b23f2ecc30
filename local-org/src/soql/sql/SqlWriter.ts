import type { SQLInputValue } from 'node:sqlite';
import type { Store } from '../../store/Store.ts';
import type { BindValues } from './BindValues.ts';
import type { SearchPlan } from './planSearch.ts';

/** Gives the value of one `?` when the statement runs. */
export type SqlParameter = (binds: BindValues) => SQLInputValue;

/** SQL text with its parameters in order. */
export class SqlWriter {
  readonly store: Store;
  /** Sharing: the condition on rows of an object under an alias, null for all rows. */
  readonly visibleRows: (object: string, alias: string) => string | null;
  /** Locale in which text is ordered. */
  readonly locale: string;
  /** Binds that are null or hold a null: their SQL differs. */
  readonly nullBinds: ReadonlySet<string>;
  /** Collections of one value: being in it is being equal, and an index can be read in order behind that. */
  readonly singleBinds: ReadonlySet<string>;
  /** The condition that a search index answers, and how; null when all is left to the rows. */
  readonly search: Pick<SearchPlan, 'root' | 'condition' | 'kind' | 'table'> | null;
  readonly parameters: SqlParameter[] = [];
  /**
   * The expression by which the first rows are wanted, when there is a LIMIT. Reading an index in that order ends early, so an OR
   * over it must not tempt SQLite to collect all rows first.
   */
  pagedBy: string | null = null;
  private text = '';

  constructor(options: Pick<SqlWriter, 'store' | 'visibleRows' | 'locale' | 'nullBinds' | 'singleBinds' | 'search'>) {
    this.store = options.store;
    this.visibleRows = options.visibleRows;
    this.locale = options.locale;
    this.nullBinds = options.nullBinds;
    this.singleBinds = options.singleBinds;
    this.search = options.search;
  }

  add(sql: string): this {
    this.text += sql;
    return this;
  }

  parameter(parameter: SqlParameter): this {
    this.text += '?';
    this.parameters.push(parameter);
    return this;
  }

  get sql(): string {
    return this.text;
  }
}
