import { basename } from 'node:path';
import { CsvParser } from './CsvParser.ts';
import { ImportError } from './ImportError.ts';
import { readChunks } from './readChunks.ts';
import type { SourceRecord } from './SourceRecord.ts';

/** Reads what Data Loader and `sf data export bulk` write: a header of field names, parents as `Profile.Name`. */
export function* readCsvRecords(path: string): Generator<SourceRecord> {
  const file = basename(path);
  const parser = new CsvParser();
  let header: Header | null = null;
  let row = 0;
  const record = (cells: readonly string[], { names, hasParents }: Header): SourceRecord => {
    row++;
    if (cells.length !== names.length) {
      throw new ImportError(
        file,
        row,
        `it has ${cells.length} cells, the header has ${names.length}. The file is cut off or damaged; export it again.`,
      );
    }
    return { row, object: null, values: hasParents ? nest(names, cells) : plain(names, cells), isText: true };
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

interface Header {
  readonly names: readonly (readonly string[])[];
  /** A column such as `Profile.Name` is there. */
  readonly hasParents: boolean;
}

function headerOf(cells: readonly string[], file: string): Header {
  const seen = new Set<string>();
  const names = cells.map((cell) => {
    const name = cell.trim();
    if (seen.has(name.toLowerCase())) throw new ImportError(file, null, `the column ${name} is there twice.`);
    seen.add(name.toLowerCase());
    return name.split('.');
  });
  return { names, hasParents: names.some((path) => path.length > 1) };
}

function plain(names: Header['names'], cells: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  names.forEach(([name = ''], index) => (values[name] = cells[index]));
  return values;
}

function nest(names: Header['names'], cells: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  names.forEach((path, index) => {
    let target = values;
    for (const parent of path.slice(0, -1)) target = (target[parent] ??= {}) as Record<string, unknown>;
    target[path.at(-1) ?? ''] = cells[index];
  });
  return values;
}
