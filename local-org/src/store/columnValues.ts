import type { SQLInputValue } from 'node:sqlite';
import { foldText } from './fold.ts';
import type { RowValues, StoreValue } from './RowValues.ts';
import { sortKey, STORED_LOCALE } from './sortKey.ts';
import type { Column, TableLayout } from './TableLayout.ts';

/** The column of a field. An unknown field is an error of the caller. */
export function columnNamed(layout: TableLayout, field: string): Column {
  const column = layout.columns.get(field);
  if (!column) throw new Error(`${layout.object.name} has no field ${field}.`);
  return column;
}

/** The SQL columns that hold a field: its own and its companions, in the order of pushColumn. */
export function columnsWritten(column: Column): string[] {
  return [column.sql, column.folded, column.sorted].filter((name) => name !== null);
}

/** Appends what the SQL columns of a field hold for a value. An empty text is null. */
export function pushColumn(column: Column, value: StoreValue, parameters: SQLInputValue[]): void {
  if (column.isBoolean) {
    parameters.push(value ? 1 : 0);
    return;
  }
  const stored = value === '' ? null : typeof value === 'boolean' ? Number(value) : value;
  parameters.push(stored);
  if (column.folded) parameters.push(typeof stored === 'string' ? foldText(stored) : null);
  if (column.sorted) parameters.push(typeof stored === 'string' ? sortKey(stored, STORED_LOCALE) : null);
}

/** Salesforce composes the name of people: first name, last name. */
export function nameOfPerson(row: Readonly<RowValues>): string | null {
  return [row.FirstName, row.LastName].filter((part) => part != null && part !== '').join(' ') || null;
}
