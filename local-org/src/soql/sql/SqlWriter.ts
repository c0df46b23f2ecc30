import type { SQLInputValue } from 'node:sqlite';
import type { Store } from '../../store/Store.ts';
import type { BindValues } from './BindValues.ts';

/** Gives the value of one `?` when the statement runs. */
export type SqlParameter = (binds: BindValues) => SQLInputValue;

/** SQL text with its parameters in order. */
export class SqlWriter {
  readonly store: Store;
  /** Sharing: the condition on rows of an object under an alias, null for all rows. */
  readonly visibleRows: (object: string, alias: string) => string | null;
  /** Locale in which text is ordered. */
  readonly locale: string;
  /** Collections that hold a null: their SQL differs. */
  readonly listsWithNull: ReadonlySet<string>;
  readonly parameters: SqlParameter[] = [];
  private text = '';

  constructor(options: Pick<SqlWriter, 'store' | 'visibleRows' | 'locale' | 'listsWithNull'>) {
    this.store = options.store;
    this.visibleRows = options.visibleRows;
    this.locale = options.locale;
    this.listsWithNull = options.listsWithNull;
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
