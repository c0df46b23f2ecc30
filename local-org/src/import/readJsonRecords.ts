import { basename } from 'node:path';
import { ImportError } from './ImportError.ts';
import { readChunks } from './readChunks.ts';
import { RecordSplitter } from './RecordSplitter.ts';
import type { SourceRecord } from './SourceRecord.ts';

interface Frame {
  readonly status?: number;
  readonly message?: string;
  readonly totalSize?: number;
  readonly done?: boolean;
  readonly result?: Frame;
}

/** Reads what `sf data query --json` printed, or the REST API's answer, or a bare list. */
export function* readJsonRecords(path: string): Generator<SourceRecord> {
  const file = basename(path);
  const splitter = new RecordSplitter();
  let row = 0;
  for (const piece of readChunks(path)) {
    for (const text of splitter.take(piece)) {
      row++;
      const values = parse<Record<string, unknown>>(text, file, row);
      const { type } = (values.attributes ?? {}) as { type?: unknown };
      yield { row, object: typeof type === 'string' ? type : null, values, isText: false };
    }
  }
  if (!splitter.isComplete) {
    throw new ImportError(file, row, 'the file is cut off after this row, or is no query result. Run the query again.');
  }
  checkFrame(parse<Frame>(splitter.frame, file, row), file, row);
}

/** What stands around the records tells whether they are all. */
function checkFrame(frame: Frame, file: string, row: number): void {
  if (typeof frame.status === 'number' && frame.status !== 0) {
    throw new ImportError(file, null, `the query failed: ${frame.message ?? `status ${frame.status}`}.`);
  }
  const { totalSize, done } = frame.result ?? frame;
  if (done === false || (typeof totalSize === 'number' && totalSize !== row)) {
    throw new ImportError(
      file,
      row,
      `the file holds ${row} of ${totalSize ?? 'more'} records. Query all of them, with "sf data export bulk" if they are many.`,
    );
  }
}

function parse<T>(text: string, file: string, row: number): T {
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    throw new ImportError(file, row, `this is not JSON: ${(error as Error).message}.`);
  }
}
