import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseFileError, fileErrorOf } from './DatabaseFileError.ts';

/** What every SQLite file begins with (sqlite.org/fileformat.html, section 1.3). */
const MAGIC = 'SQLite format 3\0';

/** Files up to this size are checked at every start: it takes a moment. Larger ones after a crash only. */
const ALWAYS_CHECKED_BYTES = 32 * 2 ** 20;

/**
 * Opens the SQLite file of an org, or makes it, and keeps others out until it is closed or the process ends. A file that is
 * not an org's, is damaged, or is open elsewhere is left as it is: throws DatabaseFileError.
 */
export function openDatabase(file: string): DatabaseSync {
  if (file === ':memory:') return prepared(new DatabaseSync(file));
  if (existsSync(file) && statSync(file).size > 0) refuseForeign(file);
  // What was written after the last checkpoint stands in the -wal file, which a clean end removes.
  const isAfterCrash = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file);
    // The lock goes with the process: a killed one leaves none behind.
    database.exec('PRAGMA locking_mode = EXCLUSIVE;');
    prepared(database);
    database.exec('BEGIN IMMEDIATE; COMMIT;');
    if (isAfterCrash || statSync(file).size <= ALWAYS_CHECKED_BYTES) refuseDamaged(file, database);
    return database;
  } catch (error) {
    database?.close();
    throw fileErrorOf(file, error);
  }
}

function prepared(database: DatabaseSync): DatabaseSync {
  // Losing the last commits in a crash of the machine is fine for a local org; a slow disk is not.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;');
  return database;
}

/** Looks without writing: opening a foreign file as ours would change its header. */
function refuseForeign(file: string): void {
  const head = Buffer.alloc(MAGIC.length);
  const handle = openSync(file, 'r');
  readSync(handle, head, 0, head.length, 0);
  closeSync(handle);
  if (head.toString('latin1') !== MAGIC) {
    throw new DatabaseFileError(file, 'is not a database. It was left as it is; choose another file with --db');
  }
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const isOrg = tables.some(({ name }) => name === 'local_state' || name === 'Organization');
    if (tables.length > 0 && !isOrg) {
      throw new DatabaseFileError(
        file,
        'is a database, but not one of the local org. It was left as it is; choose another file with --db',
      );
    }
  } catch (error) {
    throw fileErrorOf(file, error);
  } finally {
    database?.close();
  }
}

function refuseDamaged(file: string, database: DatabaseSync): void {
  const [problem] = database.prepare('PRAGMA quick_check(1)').all();
  if (problem?.quick_check !== 'ok') throw DatabaseFileError.damaged(file, String(problem?.quick_check));
}
