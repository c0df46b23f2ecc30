import type { DatabaseSync } from 'node:sqlite';
import { quoteName, type TableLayout } from './TableLayout.ts';

/**
 * Makes the tables of all objects, and in a database of an earlier run adds the columns that the schema has got since.
 * Columns that the schema lost stay in the file, unseen.
 */
export function updateTables(database: DatabaseSync, layouts: readonly TableLayout[]): void {
  const existing = new Set(
    database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all()
      .map((row) => row.name),
  );
  database.exec('SAVEPOINT update_tables');
  for (const layout of layouts) {
    if (existing.has(layout.object.name)) addMissingColumns(database, layout);
    else database.exec(layout.createTableSql());
    for (const sql of layout.createIndexSql()) database.exec(sql);
  }
  dropOldIndexes(database, layouts);
  database.exec('RELEASE update_tables');
}

/** Indexes that an earlier version made and nobody asks for any more. */
function dropOldIndexes(database: DatabaseSync, layouts: readonly TableLayout[]): void {
  const wanted = new Set(layouts.flatMap((layout) => layout.indexNames()));
  const objects = new Set(layouts.map(({ object }) => object.name));
  const made = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`).all();
  for (const { name } of made) {
    const quoted = quoteName(String(name));
    const [object = '', ...rest] = String(name).split('/');
    if (rest.length > 0 && objects.has(object) && !wanted.has(quoted)) database.exec(`DROP INDEX ${quoted}`);
  }
}

function addMissingColumns(database: DatabaseSync, layout: TableLayout): void {
  const present = new Set(
    database
      .prepare(`PRAGMA table_info(${layout.table})`)
      .all()
      .map((row) => quoteName(String(row.name))),
  );
  for (const [name, definition] of layout.columnDefinitions()) {
    if (!present.has(name)) database.exec(`ALTER TABLE ${layout.table} ADD COLUMN ${name} ${definition}`);
  }
}
