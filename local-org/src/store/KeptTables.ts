import type { DatabaseSync } from 'node:sqlite';

/** A table that triggers keep in step with the rows of objects: a count or an index that SQLite itself does not keep. */
export interface KeptTable {
  readonly name: string;
  /** Whose rows it follows. */
  readonly objects: readonly string[];
  readonly create: string;
  /** Empties it, however many rows it has. */
  readonly clear: string;
  /** Fills it, when it is empty, from the rows that are there. */
  readonly fill: readonly string[];
  /** By trigger name: what follows it in CREATE TRIGGER. */
  readonly triggers: Readonly<Record<string, string>>;
}

/** The kept tables of one database. Being part of it, they go back with a rollback, and survive a crash as their rows do. */
export class KeptTables {
  private readonly database: DatabaseSync;
  private readonly tables: KeptTable[] = [];

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** Makes and fills the table where the file has none, or one that an earlier version kept in another way. */
  add(table: KeptTable): void {
    this.tables.push(table);
    if (this.isInStep(table)) return;
    this.database.exec('SAVEPOINT keep_table');
    for (const name of this.triggersIn(table.name)) this.database.exec(`DROP TRIGGER "${name}"`);
    this.database.exec(`DROP TABLE IF EXISTS "${table.name}"; ${table.create}`);
    this.restart(table);
    this.database.exec('RELEASE keep_table');
  }

  /**
   * For work that changes most rows of these objects: the tables are emptied before it and filled anew after it, which is
   * much faster than keeping them in step. Inside a savepoint a failure takes this back, too.
   */
  suspended<T>(objects: readonly string[], work: () => T): T {
    const tables = this.tables.filter((table) => table.objects.some((object) => objects.includes(object)));
    for (const table of tables) {
      for (const name of this.triggersIn(table.name)) this.database.exec(`DROP TRIGGER "${name}"`);
      this.database.exec(table.clear);
    }
    const result = work();
    for (const table of tables) this.restart(table);
    return result;
  }

  private restart(table: KeptTable): void {
    for (const sql of table.fill) this.database.exec(sql);
    for (const sql of createTriggers(table).values()) this.database.exec(sql);
  }

  /** SQLite keeps the text of a trigger as it was written. */
  private isInStep(table: KeptTable): boolean {
    const wanted = createTriggers(table);
    const rows = this.database.prepare(`SELECT name, sql FROM sqlite_master WHERE name = ? OR type = 'trigger'`);
    const present = new Map(rows.all(table.name).map(({ name, sql }) => [String(name), String(sql)]));
    if (present.get(table.name) !== table.create) return false;
    return [...wanted].every(([name, sql]) => present.get(name) === sql);
  }

  private triggersIn(table: string): string[] {
    const rows = this.database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE ?`);
    return rows.all(`${table}/%`).map(({ name }) => String(name));
  }
}

function createTriggers(table: KeptTable): Map<string, string> {
  return new Map(
    Object.entries(table.triggers).map(([name, body]) => {
      const full = `${table.name}/${name}`;
      return [full, `CREATE TRIGGER "${full}" ${body}`];
    }),
  );
}
