import { hash } from '../../compiler/cache/fingerprints.ts';
import type { CompiledUnit } from '../../compiler/CompiledUnit.ts';
import type { ApexSourceFile } from '../../metadata/sourceFiles.ts';
import type { Store } from '../../store/Store.ts';

interface DeployedClass {
  /** Of its text and API version. */
  readonly hash: string;
  /** Classes of the project that it refers to. */
  readonly references: readonly string[];
}

/** The Apex that an org's file was last started with, by lower-case name of the class or trigger. */
export class DeployedApex {
  private readonly classes: ReadonlyMap<string, DeployedClass>;

  private constructor(classes: ReadonlyMap<string, DeployedClass>) {
    this.classes = classes;
  }

  static of(sources: readonly ApexSourceFile[], units: readonly CompiledUnit[]): DeployedApex {
    const references = new Map(units.map((unit) => [unit.path, unit.references]));
    return new DeployedApex(
      new Map(
        sources.map(({ path, text, apiVersion }) => [
          nameOf(path),
          { hash: hash(text, String(apiVersion)), references: references.get(path) ?? [] },
        ]),
      ),
    );
  }

  /** Nothing for a file that was never started. */
  static read(store: Pick<Store, 'rawQuery'>): DeployedApex {
    const [table] = store.rawQuery(`SELECT 1 FROM "sqlite_master" WHERE "name" = 'local_apex'`);
    const rows = table ? store.rawQuery('SELECT * FROM "local_apex"') : [];
    return new DeployedApex(
      new Map(
        rows.map((row) => [
          String(row.Name),
          { hash: String(row.Hash), references: JSON.parse(String(row.References)) as string[] },
        ]),
      ),
    );
  }

  write(store: Store): void {
    store.database.exec(
      'CREATE TABLE IF NOT EXISTS "local_apex" ("Name" TEXT PRIMARY KEY, "Hash" TEXT NOT NULL, "References" TEXT NOT NULL)',
    );
    store.rawRun('DELETE FROM "local_apex"');
    for (const [name, { hash: text, references }] of this.classes) {
      store.rawRun('INSERT INTO "local_apex" VALUES (?, ?, ?)', name, text, JSON.stringify(references));
    }
  }

  /** True when the other one has another text by this name, or none. */
  differs(name: string, other: DeployedApex): boolean {
    const known = this.classes.get(name.toLowerCase());
    return known !== undefined && known.hash !== other.classes.get(name.toLowerCase())?.hash;
  }

  /** A class and all that it refers to, directly or through others, in lower case. */
  closureOf(name: string): ReadonlySet<string> {
    const closure = new Set<string>();
    const open = [name.toLowerCase()];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (closure.has(next)) continue;
      closure.add(next);
      open.push(...(this.classes.get(next)?.references ?? []).map((each) => each.toLowerCase()));
    }
    return closure;
  }
}

function nameOf(path: string): string {
  return /([^/]+)\.(cls|trigger)$/.exec(path)?.[1]?.toLowerCase() ?? path;
}
