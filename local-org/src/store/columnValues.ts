import type { SQLInputValue } from 'node:sqlite';
import { foldText } from './fold.ts';
import type { RowValues } from './RowValues.ts';
import { sortKey, STORED_LOCALE } from './sortKey.ts';
import type { TableLayout } from './TableLayout.ts';

/** Quoted SQL column to value. */
export type ColumnValues = Map<string, SQLInputValue>;

/** What to write for the given fields: the columns themselves and the companions of text. Unknown fields are an error of the caller. */
export function toColumns(layout: TableLayout, values: Readonly<RowValues>): ColumnValues {
  const columns: ColumnValues = new Map();
  for (const name in values) {
    const value = values[name];
    if (value === undefined) continue;
    const column = layout.columns.get(name);
    if (!column) throw new Error(`${layout.object.name} has no field ${name}.`);
    if (column.isBoolean) {
      columns.set(column.sql, value ? 1 : 0);
      continue;
    }
    const stored = value === '' ? null : typeof value === 'boolean' ? Number(value) : value;
    columns.set(column.sql, stored);
    if (column.folded) columns.set(column.folded, typeof stored === 'string' ? foldText(stored) : null);
    if (column.sorted) columns.set(column.sorted, typeof stored === 'string' ? sortKey(stored, STORED_LOCALE) : null);
  }
  return columns;
}

/** Salesforce composes the name of people: first name, last name. */
export function nameOfPerson(row: Readonly<RowValues>): string | null {
  return [row.FirstName, row.LastName].filter((part) => part != null && part !== '').join(' ') || null;
}
