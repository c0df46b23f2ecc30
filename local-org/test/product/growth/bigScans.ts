import type { Store } from '../../../src/store/Store.ts';

/** From so many rows on a table is not to be read as a whole. */
const BIG = 10_000;
/** Takes the first rows that come, and no more. */
const SOME_ROWS = /^SELECT [^?]* FROM "\w+" LIMIT \d{1,3}$/;

/** Which of these statements read every row of a big table, or of one of its indexes, by SQLite's own plan: `table: statement`. */
export function bigScans(store: Store, statements: Iterable<string>): string[] {
  const found: string[] = [];
  for (const sql of statements) {
    const tables = new Map([...sql.matchAll(/(?:FROM|JOIN|UPDATE) "(\w+)"(?: (?:AS )?"?(\w+)"?)?/g)].map(aliasOf));
    if (SOME_ROWS.test(sql) || !/^\s*(SELECT|WITH|UPDATE|DELETE)\b/.test(sql)) continue;
    if (![...tables.values()].some((table) => isBig(store, table))) continue;
    for (const { detail } of store.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()) {
      const alias = /^SCAN (\w+)/.exec(String(detail))?.[1];
      const table = alias === undefined ? undefined : (tables.get(alias) ?? alias);
      if (table !== undefined && isBig(store, table)) found.push(`${table}: ${sql}`);
    }
  }
  return found;
}

function aliasOf([, table = '', alias = '']: RegExpMatchArray): [alias: string, table: string] {
  const isWord = alias === '' || /^(WHERE|SET|ORDER|GROUP|LIMIT|LEFT|JOIN|ON|CROSS|INNER|INDEXED)$/i.test(alias);
  return [isWord ? table : alias, table];
}

const sizes = new WeakMap<Store, Map<string, boolean>>();

function isBig(store: Store, table: string): boolean {
  let known = sizes.get(store);
  if (!known) sizes.set(store, (known = new Map()));
  let big = known.get(table);
  if (big === undefined) {
    const isTable = store.hasTable(table);
    const sql = `SELECT COUNT(*) AS n FROM (SELECT 1 FROM "${table}" LIMIT ${BIG})`;
    big = isTable && Number(store.database.prepare(sql).get()?.n) >= BIG;
    known.set(table, big);
  }
  return big;
}
