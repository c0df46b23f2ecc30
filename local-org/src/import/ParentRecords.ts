import type { RowValues } from '../store/RowValues.ts';
import type { Store } from '../store/Store.ts';

/** Fields by which a parent without an Id is known. */
const NAMES = ['Name', 'DeveloperName', 'Username', 'MasterLabel', 'NamespacePrefix'];

/** Parents that came nested in other records, each once. A file of their own object says more, and wins. */
export class ParentRecords {
  private readonly store: Store;
  private readonly byObject = new Map<string, Map<string, RowValues>>();
  private readonly madeUp = new Map<
    string,
    { readonly object: string; readonly field: string; readonly name: string; readonly id: string }
  >();

  constructor(store: Store) {
    this.store = store;
  }

  /** The Id to refer to a parent by. */
  take(object: string, row: RowValues): string {
    const id = typeof row.Id === 'string' ? row.Id : this.idByName(object, row);
    let rows = this.byObject.get(object);
    if (!rows) {
      rows = new Map<string, RowValues>();
      this.byObject.set(object, rows);
    }
    const known = rows.get(id);
    if (known) Object.assign(known, row, { Id: id });
    else rows.set(id, { ...row, Id: id });
    return id;
  }

  objects(): string[] {
    return [...this.byObject.keys()];
  }

  fieldsOf(object: string): string[] {
    return [...new Set([...(this.byObject.get(object)?.values() ?? [])].flatMap((row) => Object.keys(row)))];
  }

  /** Writes the parents that no file had. Parents known by name only become the row of that name, where a file has it. */
  write(referenceFields: (object: string) => readonly { readonly object: string; readonly field: string }[]): void {
    for (const { object, field, name, id } of this.madeUp.values()) {
      const [real] = this.store.rawQuery(`SELECT "Id" AS id FROM "${object}" WHERE "${field}" = ? LIMIT 1`, name);
      if (!real) continue;
      this.byObject.get(object)?.delete(id);
      for (const reference of referenceFields(object)) {
        this.store.rawRun(
          `UPDATE "${reference.object}" SET "${reference.field}" = ? WHERE "${reference.field}" = ?`,
          String(real.id),
          id,
        );
      }
    }
    for (const [object, rows] of this.byObject) {
      const present = this.store.statement(`SELECT 1 AS hit FROM "${object}" WHERE "Id" = ?`);
      for (const [id, row] of rows) {
        if (present.get(id)) continue;
        const stored = Object.entries(row).filter(([field]) => !this.store.isDerived(object, field));
        this.store.insertRow(object, Object.fromEntries(stored));
      }
    }
  }

  /** Used seats and the like that parents reported: object, Id, row. */
  *rows(): Generator<{ readonly object: string; readonly row: RowValues }> {
    for (const [object, rows] of this.byObject) for (const row of rows.values()) yield { object, row };
  }

  private idByName(object: string, row: RowValues): string {
    const field = NAMES.find((candidate) => typeof row[candidate] === 'string');
    if (!field) throw new Error(`a parent ${object} has neither Id nor name. Add its Id to the query.`);
    const name = String(row[field]);
    const key = `${object} ${field} ${name}`;
    let known = this.madeUp.get(key);
    if (!known) this.madeUp.set(key, (known = { object, field, name, id: this.store.newId(object) }));
    return known.id;
  }
}
