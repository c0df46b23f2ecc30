import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Set<string>();
process.once('exit', removeAll);

/** A folder of its own below the system's temporary folder, gone when the process that asked for it ends. */
export function temporaryDirectory(name: string): string {
  const directory = mkdtempSync(join(tmpdir(), `local-org-${name}-`));
  made.add(directory);
  return directory;
}

/** Removes it sooner. */
export function removeDirectory(directory: string): void {
  made.delete(directory);
  rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
}

function removeAll(): void {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
}
