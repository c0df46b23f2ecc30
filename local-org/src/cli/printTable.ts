const WIDEST = 60;

/** Prints records as a table: one column for each field, parents as `Profile.Name`. */
export function printTable(records: readonly Record<string, unknown>[]): void {
  const rows = records.map((record) => flatten(record));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const width = (column: string): number =>
    Math.min(WIDEST, Math.max(column.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cell: (column: string) => string): string =>
    columns
      .map((column) => cell(column).slice(0, WIDEST).padEnd(width(column)))
      .join('  ')
      .trimEnd();
  if (columns.length > 0) process.stdout.write(`${line((column) => column)}\n`);
  for (const row of rows) process.stdout.write(`${line((column) => row[column] ?? '')}\n`);
  process.stdout.write(`${records.length} row${records.length === 1 ? '' : 's'}\n`);
}

function flatten(record: Record<string, unknown>, prefix = ''): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [name, value] of Object.entries(record)) {
    if (name === 'attributes') continue;
    if (value !== null && typeof value === 'object' && !('records' in value)) {
      Object.assign(row, flatten(value as Record<string, unknown>, `${prefix}${name}.`));
    } else {
      row[prefix + name] = cellText(value);
    }
  }
  return row;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return `${(value as { totalSize?: number }).totalSize ?? 0} rows`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
