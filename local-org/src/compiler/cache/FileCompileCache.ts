import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CacheKind, CompileCache } from './CompileCache.ts';

const KEPT: Readonly<Record<CacheKind, number>> = { program: 4, unit: 4000, declaration: 4000 };

/** One JSON file for each result. A file that cannot be read counts as absent; one that cannot be written is not kept. */
export class FileCompileCache implements CompileCache {
  private readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** Whether any program was compiled into a folder; false means that the next one starts from nothing. */
  static holdsProgram(directory: string): boolean {
    const folder = join(directory, 'program' satisfies CacheKind);
    return existsSync(folder) && readdirSync(folder).length > 0;
  }

  get(kind: CacheKind, key: string): unknown {
    try {
      return JSON.parse(readFileSync(this.path(kind, key), 'utf8'));
    } catch {
      return undefined;
    }
  }

  put(kind: CacheKind, key: string, value: unknown): void {
    const path = this.path(kind, key);
    // Another process may read at the same time: the file appears complete or not at all.
    const unfinished = `${path}.${process.pid}`;
    try {
      mkdirSync(join(this.directory, kind), { recursive: true });
      writeFileSync(unfinished, JSON.stringify(value));
      renameSync(unfinished, path);
      if (kind === 'program') this.prune();
    } catch {
      rmSync(unfinished, { force: true });
    }
  }

  private path(kind: CacheKind, key: string): string {
    return join(this.directory, kind, `${key}.json`);
  }

  /** Removes what was not written for longest. */
  private prune(): void {
    for (const kind of Object.keys(KEPT) as CacheKind[]) {
      const folder = join(this.directory, kind);
      const files = readdirSync(folder).map((name) => join(folder, name));
      if (files.length <= KEPT[kind]) continue;
      const oldestFirst = files.map((file) => ({ file, time: statSync(file).mtimeMs })).sort((a, b) => a.time - b.time);
      for (const { file } of oldestFirst.slice(0, files.length - KEPT[kind])) rmSync(file, { force: true });
    }
  }
}
