import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../project/root.ts';

/** A copy of the project as it stands, with the installed packages and without anything that was made: a cold start. */
export function copyProject(): { directory: string; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'reinstate-bench-'));
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const files = execFileSync('git', list, { cwd: PROJECT_ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
  for (const file of files.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    cpSync(join(PROJECT_ROOT, file), join(directory, file), { force: true });
  }
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(directory, 'node_modules'), 'junction');
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
