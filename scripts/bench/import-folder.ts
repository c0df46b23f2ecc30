import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { FieldDescription } from '../../local-org/src/schema/SchemaCatalog.ts';
import { createSchema } from '../../local-org/src/schema/createSchema.ts';
import { EXPORT_QUERIES } from '../org/export-queries.ts';

const ROWS_AT_ONCE = 2000;

/**
 * Writes what "npm run org:export" would write for the org of a database file that nobody has open: one CSV for each object, in
 * the form of Data Loader.
 * @returns how many rows there are
 */
export function writeImportFolder(file: string, directory: string): number {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(file, { readOnly: true });
  const schema = createSchema();
  let count = 0;
  try {
    for (const { object, fields } of EXPORT_QUERIES) {
      const columns = fields.flatMap((name) => schema.object(object)?.fields.get(name.toLowerCase()) ?? []);
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      const rows = database.prepare(`SELECT ${names} FROM "${object}"${conditionOf(object)}`).iterate();
      count += writeCsv(join(directory, `${object}.csv`), columns, rows);
    }
  } finally {
    database.close();
  }
  return count;
}

function writeCsv(
  file: string,
  columns: readonly Pick<FieldDescription, 'name' | 'apexType'>[],
  rows: Iterable<Record<string, SQLOutputValue>>,
): number {
  const output = openSync(file, 'w');
  try {
    let count = 0;
    let lines = [columns.map(({ name }) => name).join(',')];
    for (const row of rows) {
      count++;
      lines.push(columns.map(({ name, apexType }) => cell(row[name] ?? null, apexType)).join(','));
      if (lines.length < ROWS_AT_ONCE) continue;
      writeSync(output, `${lines.join('\n')}\n`);
      lines = [];
    }
    if (lines.length > 0) writeSync(output, `${lines.join('\n')}\n`);
    return count;
  } finally {
    closeSync(output);
  }
}

/** Groups that Salesforce keeps for roles are not exported. */
function conditionOf(object: string): string {
  const chosen = `"Type" IN ('Regular', 'Queue')`;
  if (object === 'Group') return ` WHERE ${chosen}`;
  return object === 'GroupMember' ? ` WHERE "GroupId" IN (SELECT "Id" FROM "Group" WHERE ${chosen})` : '';
}

function cell(value: SQLOutputValue, apexType: string): string {
  if (value === null) return '';
  if (apexType === 'Boolean') return value === 1 ? 'true' : 'false';
  if (apexType === 'Datetime') return new Date(Number(value)).toISOString();
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
