import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Clock } from '../org/Clock.ts';
import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';
import { foldText } from './fold.ts';
import { IdSequence } from './IdSequence.ts';
import { columnNamed, columnsWritten, nameOfPerson, pushColumn } from './columnValues.ts';
import type { RowValues, StoreValue } from './RowValues.ts';
import type { KeptCount } from './KeptCount.ts';
import { KeptTables, type KeptTable } from './KeptTables.ts';
import { openDatabase } from './openDatabase.ts';
import { SearchIndex } from './SearchIndex.ts';
import { Savepoints, type Savepoint } from './Savepoints.ts';
import { sortKey } from './sortKey.ts';
import { quoteName, TableLayout, type Column } from './TableLayout.ts';
import { updateTables } from './updateTables.ts';

export interface StoreOptions {
  /** A file, or `:memory:`. */
  readonly file: string;
  readonly schema: SchemaCatalog;
  readonly clock: Clock;
}

/** How rows with the same fields are inserted. */
interface InsertPlan {
  readonly statement: StatementSync;
  /** In the order of the fields. */
  readonly columns: readonly Column[];
}

/** Called with the object whose rows changed, or `*` when a rollback may have changed every one. */
export type ChangeListener = (object: string) => void;

/** SQL for a field that is not stored. The alias of its object's table is quoted already. */
export type DerivedField = (alias: string) => string;

/**
 * The rows of an org in SQLite, one table per object. This is raw access: no triggers, no checks, no rights, no limits.
 * Object and field names are canonical; values are as RowValues says.
 */
export class Store {
  readonly database: DatabaseSync;
  readonly schema: SchemaCatalog;
  readonly clock: Clock;
  private readonly layouts = new Map<string, TableLayout>();
  private readonly statements = new Map<string, StatementSync>();
  private readonly insertPlans = new Map<string, InsertPlan>();
  private readonly derived = new Map<string, Map<string, DerivedField>>();
  private readonly counts = new Map<string, readonly KeptCount[]>();
  private readonly listeners: ChangeListener[] = [];
  private readonly ids: IdSequence;
  private readonly kept: KeptTables;
  private readonly searchIndexes = new Map<string, SearchIndex>();
  private readonly savepoints: Savepoints;

  constructor(options: StoreOptions) {
    this.schema = options.schema;
    this.clock = options.clock;
    this.database = openDatabase(options.file);
    this.database.function('fold', { deterministic: true }, (text) =>
      typeof text === 'string' ? foldText(text) : text,
    );
    this.database.function('sort_key', { deterministic: true }, (text, locale) =>
      typeof text === 'string' ? sortKey(text, String(locale)) : text,
    );
    for (const name of this.schema.objectNames()) {
      const object = this.schema.object(name);
      // Events are messages, not rows; Name only stands for what references to several objects share.
      if (object && object.kind !== 'event' && object.keyPrefix !== null)
        this.layouts.set(object.name, new TableLayout(object));
    }
    updateTables(this.database, [...this.layouts.values()]);
    this.kept = new KeptTables(this.database);
    this.ids = new IdSequence((start) => this.highestId(start));
    this.savepoints = new Savepoints(this.database, () => this.notify('*'));
    if (SearchIndex.isSupported(this.database)) this.addSearchIndexes();
  }

  layout(object: string): TableLayout {
    const layout = this.layouts.get(object);
    if (!layout) throw new Error(`There is no table for the object ${object}.`);
    return layout;
  }

  hasTable(object: string): boolean {
    return this.layouts.has(object);
  }

  newId(object: string): string {
    const keyPrefix = this.schema.object(object)?.keyPrefix;
    if (!keyPrefix) throw new Error(`The object ${object} has no Ids.`);
    return this.ids.take(keyPrefix);
  }

  /** Writes a row and returns its Id. Id and the dates of creation and change are filled in when they are missing. */
  insertRow(object: string, values: Readonly<RowValues>): string {
    const layout = this.layout(object);
    const row: RowValues = { ...values };
    row.Id ??= this.newId(object);
    // Moments of rows have no milliseconds (Object Reference, "dateTime").
    const now = Math.floor(this.clock.now() / 1000) * 1000;
    for (const field of ['CreatedDate', 'LastModifiedDate', 'SystemModstamp']) {
      if (layout.columns.has(field)) row[field] ??= now;
    }
    if (layout.isPerson && row.Name == null) row.Name = nameOfPerson(row);
    const names = Object.keys(row);
    const { statement, columns } = this.insertPlan(layout, names);
    const parameters: SQLInputValue[] = [];
    columns.forEach((column, index) => pushColumn(column, row[names[index] ?? ''] ?? null, parameters));
    statement.run(...parameters);
    this.notify(object);
    return row.Id as string;
  }

  private insertPlan(layout: TableLayout, names: readonly string[]): InsertPlan {
    const key = `${layout.object.name}:${names.join()}`;
    let plan = this.insertPlans.get(key);
    if (!plan) {
      const columns = names.map((name) => columnNamed(layout, name));
      const sqlNames = columns.flatMap(columnsWritten);
      const places = sqlNames.map(() => '?').join(', ');
      const sql = `INSERT INTO ${layout.table} (${sqlNames.join(', ')}) VALUES (${places})`;
      plan = { statement: this.database.prepare(sql), columns };
      this.insertPlans.set(key, plan);
    }
    return plan;
  }

  insertRows(object: string, rows: readonly Readonly<RowValues>[]): string[] {
    return rows.map((row) => this.insertRow(object, row));
  }

  /** Writes the given fields only. */
  updateRow(object: string, id: string, values: Readonly<RowValues>): void {
    const layout = this.layout(object);
    const row: RowValues = { ...values };
    delete row.Id;
    if (layout.isPerson && ('FirstName' in row || 'LastName' in row)) {
      row.Name = nameOfPerson({ ...this.getRow(object, id), ...row });
    }
    const columns = Object.keys(row).map((name) => columnNamed(layout, name));
    if (columns.length === 0) return;
    const parameters: SQLInputValue[] = [];
    for (const column of columns) pushColumn(column, row[column.field.name] ?? null, parameters);
    const assignments = columns.flatMap(columnsWritten).map((name) => `${name} = ?`);
    this.statement(`UPDATE ${layout.table} SET ${assignments.join(', ')} WHERE "Id" = ?`).run(...parameters, id);
    this.notify(object);
  }

  deleteRow(object: string, id: string): void {
    this.statement(`DELETE FROM ${this.layout(object).table} WHERE "Id" = ?`).run(id);
    this.notify(object);
  }

  /** All fields of a row, derived ones too; null when there is none. */
  getRow(object: string, id: string): RowValues | null {
    return this.findRows(object, { Id: id })[0] ?? null;
  }

  /** Rows by Id in no particular order; Ids without a row are left out. */
  getRows(object: string, ids: readonly string[]): Map<string, RowValues> {
    const sql = `${this.selectSql(object)} WHERE t."Id" IN (SELECT value FROM json_each(?))`;
    const rows = this.readRows(object, this.statement(sql).all(JSON.stringify(ids)));
    return new Map(rows.map((row) => [row.Id as string, row]));
  }

  /**
   * All rows whose fields equal the given values (null: that are empty), all fields. Text compares exactly.
   * @param orderBy canonical field names, ascending.
   */
  findRows(object: string, where: Readonly<RowValues> = {}, orderBy: readonly string[] = []): RowValues[] {
    const conditions: string[] = [];
    const parameters: SQLInputValue[] = [];
    for (const [field, value] of Object.entries(where)) {
      conditions.push(`${this.fieldSql(object, field, 't')} IS ?`);
      parameters.push(typeof value === 'boolean' ? Number(value) : value);
    }
    const filter = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
    const order =
      orderBy.length === 0 ? '' : ` ORDER BY ${orderBy.map((field) => this.fieldSql(object, field, 't')).join(', ')}`;
    return this.readRows(object, this.statement(this.selectSql(object) + filter + order).all(...parameters));
  }

  rawQuery(sql: string, ...parameters: SQLInputValue[]): Record<string, unknown>[] {
    return this.statement(sql).all(...parameters);
  }

  rawRun(sql: string, ...parameters: SQLInputValue[]): void {
    this.statement(sql).run(...parameters);
  }

  /** Everything until its release or rollback can be taken back. Nested ones end with the outer one. */
  savepoint(): Savepoint {
    return this.savepoints.open();
  }

  onChange(listener: ChangeListener): void {
    this.listeners.push(listener);
  }

  /** Says how a field is computed that is not stored. Replaces an earlier definition. */
  registerDerivedField(object: string, field: string, sql: DerivedField): void {
    const fields = this.derived.get(object) ?? new Map<string, DerivedField>();
    this.derived.set(object, fields.set(field, sql));
  }

  /** Lets queries ask for a count that a kept table holds. */
  registerKeptCount(object: string, count: KeptCount): void {
    this.counts.set(object, [...this.keptCounts(object), count]);
  }

  keptCounts(object: string): readonly KeptCount[] {
    return this.counts.get(object) ?? [];
  }

  isDerived(object: string, field: string): boolean {
    return this.derived.get(object)?.has(field) ?? false;
  }

  /** The SQL expression for the value of a field. `alias` is not quoted yet. */
  fieldSql(object: string, field: string, alias: string): string {
    const derived = this.derived.get(object)?.get(field);
    return derived ? `(${derived(quoteName(alias))})` : `${quoteName(alias)}.${quoteName(field)}`;
  }

  /** A prepared statement, kept for the life of the store. */
  statement(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  /** Where texts inside the fields of an object are found without reading its rows; null for most objects. */
  searchIndex(object: string): SearchIndex | null {
    return this.searchIndexes.get(object) ?? null;
  }

  private addSearchIndexes(): void {
    for (const layout of this.layouts.values()) {
      const { searched } = layout;
      if (!searched) continue;
      const index = new SearchIndex(this.database, { object: layout.object.name, ...searched });
      this.keep(index.keptTable());
      this.searchIndexes.set(layout.object.name, index);
    }
  }

  /** Keeps a table of counts, or an index, in step with the rows from now on. */
  keep(table: KeptTable): void {
    this.kept.add(table);
  }

  /**
   * Loads many rows: the indexes of these objects are dropped first and made again after, which is much faster than
   * keeping them up to date. Inside a savepoint a failed load takes this back, too.
   */
  withoutIndexes<T>(objects: readonly string[], load: () => T): T {
    const layouts = objects.map((object) => this.layout(object));
    return this.kept.suspended(objects, () => {
      for (const sql of layouts.flatMap((layout) => layout.dropIndexSql())) this.database.exec(sql);
      const result = load();
      for (const sql of layouts.flatMap((layout) => layout.createIndexSql())) this.database.exec(sql);
      return result;
    });
  }

  /** Deletes all rows of all objects. Tables of others (`local_…`) are not touched. */
  deleteAllRows(): void {
    this.kept.suspended([...this.layouts.keys()], () => {
      for (const layout of this.layouts.values()) this.database.exec(`DELETE FROM ${layout.table}`);
    });
    this.notify('*');
  }

  /** Writes a copy of the whole database into a file that must not exist yet. */
  copyTo(file: string): void {
    this.statement('VACUUM INTO ?').run(file);
  }

  close(): void {
    this.database.close();
  }

  private notify(object: string): void {
    for (const listener of this.listeners) listener(object);
  }

  private selectSql(object: string): string {
    const layout = this.layout(object);
    const columns = [...layout.columns.values()].map(({ field }) =>
      this.isDerived(object, field.name)
        ? `${this.fieldSql(object, field.name, 't')} AS ${quoteName(field.name)}`
        : `t.${quoteName(field.name)}`,
    );
    return `SELECT ${columns.join(', ')} FROM ${layout.table} t`;
  }

  private readRows(object: string, rows: Record<string, unknown>[]): RowValues[] {
    const booleans = [...this.layout(object).columns.values()]
      .filter((column) => column.isBoolean)
      .map(({ field }) => field.name);
    for (const row of rows) for (const field of booleans) row[field] = row[field] === 1;
    return rows as Record<string, StoreValue>[];
  }

  private highestId(start: string): string | null {
    const prefix = start.slice(0, 3);
    for (const layout of this.layouts.values()) {
      if (layout.object.keyPrefix !== prefix) continue;
      const [row] = this.rawQuery(
        `SELECT MAX("Id") AS id FROM ${layout.table} WHERE "Id" >= ? AND "Id" < ?`,
        start,
        `${start}~`,
      );
      return (row?.id as string | null) ?? null;
    }
    return null;
  }
}
