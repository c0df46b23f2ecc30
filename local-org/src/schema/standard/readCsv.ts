import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'schema-data');

/** The rows of a file of schema-data, by the names in its first line. These files quote nothing. */
export function readSchemaCsv(file: string): Record<string, string>[] {
  const [header = '', ...lines] = readSchemaLines(file);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

export function readSchemaLines(file: string): string[] {
  return readFileSync(join(FOLDER, file), 'utf8').split(/\r?\n/).filter(Boolean);
}
