import type { DatabaseSync } from 'node:sqlite';
import type { KeptTable } from './KeptTables.ts';

/** Ends each text, so that the last letters begin a piece of three, too. No text of an org holds it. */
const END = '\u0002';
const PIECE = 3;
/** How many pieces a short term is looked for by at first; the frequent ones suffice for most. */
const FIRST_PIECES = 40;
/** Which pieces are frequent shows in the texts of so many rows. */
const SAMPLED_ROWS = 300;
const MAX_PIECES = 3000;

/** What to look for: the exact folded text anywhere in one of the fields, and the state of a flag. */
export interface Search {
  readonly text: string;
  readonly fields: readonly string[];
  /** Null: no matter which. */
  readonly flag: boolean | null;
}

/**
 * Finds texts inside of fields without reading the rows: SQLite's full text index over pieces of three letters, kept for the
 * folded text of some fields of one object and for one flag. A whole term found in it is found exactly as LIKE '%term%' does.
 */
export class SearchIndex {
  readonly object: string;
  readonly fields: readonly string[];
  /** A checkbox by which lists are cut in two. */
  readonly flag: string;
  readonly table: string;
  private readonly database: DatabaseSync;
  private sampled: readonly string[] | null = null;

  constructor(
    database: DatabaseSync,
    { object, fields, flag }: { object: string; fields: readonly string[]; flag: string },
  ) {
    this.database = database;
    this.object = object;
    this.fields = fields;
    this.flag = flag;
    this.table = `local_search_${object}`;
  }

  /** SQLite can be built without its full text index; then rows are read. */
  static isSupported(database: DatabaseSync): boolean {
    return database.prepare(`SELECT 1 FROM pragma_module_list WHERE name = 'fts5'`).get() !== undefined;
  }

  keptTable(): KeptTable {
    const { table, object, flag } = this;
    const names = [...this.fields, flag].map((field) => `"${field}"`).join(', ');
    const values = (row: string): string =>
      [
        ...this.fields.map((field) => `${row}."${field}~" || char(${END.charCodeAt(0)}, ${END.charCodeAt(0)})`),
        `CASE ${row}."${flag}" WHEN 1 THEN '${flagText(true)}' ELSE '${flagText(false)}' END`,
      ].join(', ');
    const remove = `INSERT INTO "${table}" ("${table}", rowid, ${names}) VALUES ('delete', old.rowid, ${values('old')});`;
    const add = `INSERT INTO "${table}" (rowid, ${names}) VALUES (new.rowid, ${values('new')});`;
    const watched = [...this.fields.map((field) => `"${field}~"`), `"${flag}"`];
    const isChanged = watched.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ');
    return {
      name: table,
      objects: [object],
      // The texts themselves stand in the rows already.
      create: `CREATE VIRTUAL TABLE "${table}" USING fts5(${names}, tokenize = 'trigram case_sensitive 1', content = '', columnsize = 0)`,
      clear: `INSERT INTO "${table}" ("${table}") VALUES ('delete-all')`,
      fill: [`INSERT INTO "${table}" (rowid, ${names}) SELECT r.rowid, ${values('r')} FROM "${object}" r`],
      triggers: {
        insert: `AFTER INSERT ON "${object}" BEGIN ${add} END`,
        update: `AFTER UPDATE OF ${watched.join(', ')} ON "${object}" WHEN ${isChanged} BEGIN ${remove} ${add} END`,
        delete: `AFTER DELETE ON "${object}" BEGIN ${remove} END`,
      },
    };
  }

  /**
   * The expression to MATCH, with how many rows it finds, counted up to `enough`. An expression that finds enough may leave
   * others out. Null when the index cannot tell.
   */
  expressionFor(search: Search, enough: number): { readonly expression: string; readonly found: number } | null {
    const letters = [...search.text];
    if (letters.length === 0 || !search.text.isWellFormed() || /[\0\u0002]/.test(search.text)) return null;
    if (letters.length >= PIECE) return this.counted([search.text], search, enough);
    const frequent = this.frequentPieces.filter((piece) => piece.startsWith(search.text)).slice(0, FIRST_PIECES);
    if (frequent.length > 0 && Number.isFinite(enough)) {
      const some = this.counted(frequent, search, enough);
      if (some.found >= enough) return some;
    }
    const pieces = this.piecesFrom(search.text);
    return pieces.length > MAX_PIECES ? null : this.counted(pieces, search, enough);
  }

  /** The most frequent ones of some rows first, as the rows once were: to look for these at first is a guess that is checked. */
  private get frequentPieces(): readonly string[] {
    if (this.sampled) return this.sampled;
    const columns = this.fields.map((field) => `"${field}~"`).join(', ');
    const rows = this.statement(`SELECT ${columns} FROM "${this.object}" LIMIT ${SAMPLED_ROWS}`).all();
    const counts = new Map<string, number>();
    for (const text of rows.flatMap((row) => Object.values(row))) {
      const letters = typeof text === 'string' ? [...text, END, END] : [];
      for (let start = 0; start + PIECE <= letters.length; start++) {
        const piece = letters.slice(start, start + PIECE).join('');
        counts.set(piece, (counts.get(piece) ?? 0) + 1);
      }
    }
    // An org that has only begun tells nothing yet.
    const found = [...counts].sort(([, left], [, right]) => right - left).map(([piece]) => piece);
    if (rows.length === SAMPLED_ROWS) this.sampled = found;
    return found;
  }

  private counted(texts: readonly string[], { fields, flag }: Search, enough: number) {
    const columns = `{${fields.map((field) => `"${field}"`).join(' ')}}`;
    const some = texts.length === 0 ? [END.repeat(PIECE)] : texts;
    const quoted = some.map((text) => `"${text.replaceAll('"', '""')}"`).join(' OR ');
    const state = flag === null ? '' : ` AND "${this.flag}" : "${flagText(flag)}"`;
    const expression = `${columns} : (${quoted})${state}`;
    const row = this.statement(
      `SELECT COUNT(*) AS found FROM (SELECT 1 FROM "${this.table}" WHERE "${this.table}" MATCH ? LIMIT ?)`,
    ).get(expression, Number.isFinite(enough) ? enough : -1);
    return { expression, found: Number(row?.found) };
  }

  /** All pieces of three that begin with these one or two letters, the most frequent first. */
  private piecesFrom(start: string): string[] {
    this.database.exec(
      `CREATE VIRTUAL TABLE IF NOT EXISTS temp."${this.table}_pieces" USING fts5vocab(main, '${this.table}', row)`,
    );
    return this.statement(
      `SELECT term FROM temp."${this.table}_pieces" WHERE term >= ? AND term < ? ORDER BY doc DESC LIMIT ${MAX_PIECES + 1}`,
    )
      .all(start, start + String.fromCodePoint(0x10ffff))
      .map(({ term }) => String(term));
  }

  private readonly statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();

  private statement(sql: string): ReturnType<DatabaseSync['prepare']> {
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.database.prepare(sql)));
    return statement;
  }
}

/** Three letters make one piece. */
function flagText(flag: boolean): string {
  return flag ? 'yes' : 'not';
}
