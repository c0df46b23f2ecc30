/** The file of an org cannot be used; it was not changed. The message says why and what to do. */
export class DatabaseFileError extends Error {
  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`${file} ${problem}.`, options);
  }

  static damaged(file: string, detail: string, cause?: unknown): DatabaseFileError {
    const [line] = detail.split('\n');
    return new DatabaseFileError(
      file,
      `is damaged (${line}). It was left as it is: move it away, with the -wal file beside it, and start again`,
      { cause },
    );
  }
}

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const BUSY = 5;
const CORRUPT = 11;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/** What SQLite said about a file in words that say what to do; other errors as they are. */
export function fileErrorOf(file: string, error: unknown): unknown {
  const { errcode, message } = error as { errcode?: number; message?: string };
  if (typeof errcode !== 'number') return error;
  switch (errcode & 0xff) {
    case BUSY:
      return new DatabaseFileError(
        file,
        'is in use by another local org. Stop that one, or choose another file with --db',
        { cause: error },
      );
    case CORRUPT:
    case NOT_A_DATABASE:
      return DatabaseFileError.damaged(file, message ?? '', error);
    case CANNOT_OPEN:
      return new DatabaseFileError(file, 'cannot be opened. Is its folder there, and may you write to it?', {
        cause: error,
      });
    default:
      return error;
  }
}
