import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { memoryOf } from './memory.ts';

/** How long an import took, with the start of its process, and the most memory that it needed, in MiB where that is known. */
export interface ImportTime {
  readonly milliseconds: number;
  readonly peak: number | null;
}

const WATCH_MS = 200;

/** Imports a folder so many times, each time into a new file. */
export async function measureImports(directory: string, folder: string, runs: number): Promise<ImportTime[]> {
  const times: ImportTime[] = [];
  const file = join(directory, '.local-org', 'import.db');
  for (let run = 0; run < runs; run++) {
    times.push(await importOnce(directory, folder, file));
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  }
  return times;
}

async function importOnce(directory: string, folder: string, file: string): Promise<ImportTime> {
  const start = performance.now();
  const main = join(directory, 'local-org', 'src', 'cli', 'main.ts');
  const command = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'import', folder, '--db', file],
    { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  let peak: number | null = null;
  const watch = setInterval(() => (peak = memoryOf(command.pid)?.peak ?? peak), WATCH_MS);
  const code = await new Promise<number | null>((resolve) => command.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`The import of ${folder} ended with code ${code}.`);
  return { milliseconds: performance.now() - start, peak };
}
