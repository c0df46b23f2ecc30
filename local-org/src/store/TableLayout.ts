import { isTextType } from '../schema/fieldTypes.ts';
import type { FieldDescription, ObjectDescription } from '../schema/SchemaCatalog.ts';

/** How a field is kept in its SQL column. */
export interface Column {
  readonly field: FieldDescription;
  /** Quoted: `"IsActive"`. */
  readonly sql: string;
  readonly sqlType: 'TEXT' | 'INTEGER' | 'REAL';
  readonly isBoolean: boolean;
  /** Quoted name of the column with the folded text, or null. */
  readonly folded: string | null;
  /** Quoted name of the column with the sort key, or null. */
  readonly sorted: string | null;
}

/** Text fields of User that lists sort by, beside the name field that every object sorts by. */
const SORTED_USER_FIELDS = new Set(['Name', 'LastName', 'FirstName', 'Username', 'Email', 'Alias']);

/** Fields in which lists search for a text, and the checkbox that cuts those lists in two. */
const SEARCHED: Readonly<Record<string, { readonly fields: readonly string[]; readonly flag: string }>> = {
  User: {
    fields: ['Name', 'Username', 'Email', 'Alias', 'FederationIdentifier', 'EmployeeNumber'],
    flag: 'IsActive',
  },
};

/** Where the fields of an object are, and what SQL makes and indexes its table. */
export class TableLayout {
  readonly object: ObjectDescription;
  /** Quoted. */
  readonly table: string;
  /** By canonical field name. */
  readonly columns: ReadonlyMap<string, Column>;
  /** Fields that the store composes itself when a part of them changes: Name of people. */
  readonly isPerson: boolean;
  /** What a search index is kept for; null for none. */
  readonly searched: (typeof SEARCHED)[string] | null;

  constructor(object: ObjectDescription) {
    this.object = object;
    this.table = quoteName(object.name);
    this.columns = new Map([...object.fields.values()].map((field) => [field.name, columnOf(object, field)]));
    this.searched = SEARCHED[object.name] ?? null;
    this.isPerson = this.columns.has('FirstName') && this.columns.has('LastName') && this.columns.has('Name');
  }

  /** All SQL columns with their definition, the companions of text fields included. */
  columnDefinitions(): Map<string, string> {
    const definitions = new Map<string, string>();
    for (const column of this.columns.values()) {
      definitions.set(column.sql, definitionOf(column));
      if (column.folded) definitions.set(column.folded, 'TEXT');
      if (column.sorted) definitions.set(column.sorted, 'TEXT');
    }
    return definitions;
  }

  createTableSql(): string {
    const lines = [...this.columnDefinitions()].map(([name, definition]) => `${name} ${definition}`);
    return `CREATE TABLE IF NOT EXISTS ${this.table} (${lines.join(', ')})`;
  }

  createIndexSql(): string[] {
    return indexesOf(this).map(
      ({ name, columns }) => `CREATE INDEX IF NOT EXISTS ${this.indexName(name)} ON ${this.table} (${columns})`,
    );
  }

  dropIndexSql(): string[] {
    return this.indexNames().map((name) => `DROP INDEX IF EXISTS ${name}`);
  }

  /** Quoted. */
  indexNames(): string[] {
    return indexesOf(this).map(({ name }) => this.indexName(name));
  }

  private indexName(name: string): string {
    return quoteName(`${this.object.name}/${name}`);
  }
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function columnOf(object: ObjectDescription, field: FieldDescription): Column {
  const isText = isTextType(field.type);
  const isFolded = isText && field.isFilterable && field.type !== 'textarea';
  const isSorted =
    isText &&
    field.isSortable &&
    (field.name === object.nameField || (object.name === 'User' && SORTED_USER_FIELDS.has(field.name)));
  return {
    field,
    sql: quoteName(field.name),
    sqlType: sqlTypeOf(field),
    isBoolean: field.apexType === 'Boolean',
    folded: isFolded ? quoteName(`${field.name}~`) : null,
    sorted: isSorted ? quoteName(`${field.name}^`) : null,
  };
}

function sqlTypeOf(field: FieldDescription): Column['sqlType'] {
  switch (field.apexType) {
    case 'Boolean':
    case 'Integer':
    case 'Datetime':
    case 'Time':
      return 'INTEGER';
    case 'Decimal':
      return 'REAL';
    default:
      return 'TEXT';
  }
}

function definitionOf(column: Column): string {
  if (column.field.name === 'Id') return 'TEXT NOT NULL PRIMARY KEY';
  // A checkbox is never empty.
  if (column.isBoolean) return `INTEGER NOT NULL DEFAULT ${column.field.defaultValue === true ? 1 : 0}`;
  return column.sqlType;
}

/** Every row has them, and nobody looks rows up by them. */
const WRITERS = new Set(['CreatedById', 'LastModifiedById']);

/** References, unique fields, and the orders in which lists are paged. */
function indexesOf(layout: TableLayout): { name: string; columns: string }[] {
  const indexes: { name: string; columns: string }[] = [];
  for (const { field, sql, folded, sorted } of layout.columns.values()) {
    if (field.type === 'reference' && !WRITERS.has(field.name)) indexes.push({ name: field.name, columns: sql });
    if (field.isUnique || field.isExternalId || field.name === layout.object.nameField) {
      indexes.push({ name: field.name, columns: folded ?? sql });
    }
    if (sorted && field.name === layout.object.nameField) {
      indexes.push({ name: `${field.name}^`, columns: `${sorted}, "Id"` });
    }
    if (['LastModifiedDate', 'CreatedDate', 'LastLoginDate', 'LoginTime'].includes(field.name)) {
      // The newest entries of some actions are found in the index alone, those of one action one after the other.
      const filtered = layout.columns.get('Action')?.folded;
      const ending = layout.object.name === 'SetupAuditTrail' && filtered ? `, ${filtered}` : '';
      indexes.push({ name: `${field.name}${ending && '/Action'}`, columns: `${sql} DESC, "Id"${ending}` });
      if (ending) indexes.push({ name: `Action/${field.name}`, columns: `${filtered}, ${sql} DESC, "Id"` });
    }
  }
  if (layout.object.name === 'User') {
    // An index serves its order in both directions: date and Id the same way, and against each other.
    const dates = ['"LastModifiedDate"', '"LastLoginDate"'];
    for (const order of [...dates, ...dates.map((date) => `${date} DESC`), '"Name^"']) {
      indexes.push({ name: `IsActive/${order.replaceAll('"', '')}`, columns: `"IsActive", ${order}, "Id"` });
    }
    // The users of a profile who logged in last are found in the index alone, whatever their role.
    const latest = '"ProfileId", "IsActive", "LastLoginDate" DESC, "Id", "UserRoleId"';
    indexes.push({ name: 'ProfileId/IsActive/LastLoginDate', columns: latest });
  }
  return indexes;
}
