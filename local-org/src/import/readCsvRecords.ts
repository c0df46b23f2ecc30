import { basename } from 'node:path';
import { CsvParser } from './CsvParser.ts';
import { ImportError } from './ImportError.ts';
import { readChunks } from './readChunks.ts';
import type { SourceRecord } from './SourceRecord.ts';

/** Reads what Data Loader and `sf data export bulk` write: a header of field names, parents as `Profile.Name`. */
export function* readCsvRecords(path: string): Generator<SourceRecord> {
  const file = basename(path);
  const parser = new CsvParser();
  let header: string[][] | null = null;
  let row = 0;
  const record = (cells: readonly string[], names: readonly string[][]): SourceRecord => {
    row++;
    if (cells.length !== names.length) {
      throw new ImportError(
        file,
        row,
        `it has ${cells.length} cells, the header has ${names.length}. The file is cut off or damaged; export it again.`,
      );
    }
    return { row, object: null, values: nest(names, cells), isText: true };
  };
  for (const piece of readChunks(path)) {
    for (const cells of parser.take(piece)) {
      if (header) yield record(cells, header);
      else header = headerOf(cells, file);
    }
  }
  if (parser.isQuoted) throw new ImportError(file, row + 1, 'the file is cut off inside a cell. Export it again.');
  const last = parser.end();
  if (last && header) yield record(last, header);
  else if (!header) {
    if (last) headerOf(last, file);
    else throw new ImportError(file, null, 'the file is empty. A header with the field names is expected.');
  }
}

function headerOf(cells: readonly string[], file: string): string[][] {
  const seen = new Set<string>();
  return cells.map((cell) => {
    const name = cell.trim();
    if (seen.has(name.toLowerCase())) throw new ImportError(file, null, `the column ${name} is there twice.`);
    seen.add(name.toLowerCase());
    return name.split('.');
  });
}

function nest(names: readonly string[][], cells: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  names.forEach((path, index) => {
    let target = values;
    for (const parent of path.slice(0, -1)) target = (target[parent] ??= {}) as Record<string, unknown>;
    target[path.at(-1) ?? ''] = cells[index];
  });
  return values;
}
