import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Above this many modules the ones that the last build did not use are removed. */
const MODULES_KEPT = 4000;

/** Compiled modules on disk, by content. Safe for several processes: files appear complete or not at all. */
export class ModuleCache {
  readonly #dir: string;
  readonly #salt: string;
  readonly #used = new Set<string>();
  misses = 0;

  /** @param salt changes whenever the same source would be compiled to something else */
  constructor(dir: string, salt: string) {
    this.#dir = dir;
    this.#salt = salt;
    mkdirSync(dir, { recursive: true });
  }

  /** @param options what besides source and id decides the outcome */
  keyOf(source: string, id: string, options: string): string {
    return createHash('sha256').update(`${this.#salt}\0${options}\0${id}\0`).update(source).digest('hex').slice(0, 40);
  }

  get(key: string): string | null {
    this.#used.add(key);
    try {
      return readFileSync(join(this.#dir, key), 'utf8');
    } catch {
      this.misses += 1;
      return null;
    }
  }

  put(key: string, code: string): void {
    writeAtomically(join(this.#dir, key), code);
  }

  /** Keeps the folder small after many edits. */
  prune(): void {
    const names = readdirSync(this.#dir);
    if (names.length <= MODULES_KEPT) return;
    for (const name of names) {
      if (!this.#used.has(name)) rmSync(join(this.#dir, name), { force: true });
    }
  }
}

/** Writes a file under another name and moves it into place, so that nobody reads half of it. */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}.part`;
  writeFileSync(temporary, content);
  try {
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    // On Windows another process may hold the same content open: then it is there already.
    if (!statSync(file, { throwIfNoEntry: false })) throw error;
  }
}
