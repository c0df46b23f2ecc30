import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../build/moduleCache.ts';

const CLIENT = join(import.meta.dirname, 'browser');

/**
 * A script of the shell as JavaScript, with its types stripped; null when there is none of that name.
 * The shell is not part of the bundle: it is there while the bundle is still being built, and says so.
 */
export async function shellScript(name: string, cacheDir: string): Promise<string | null> {
  const file = join(CLIENT, name);
  if (!existsSync(file)) return null;
  const source = readFileSync(file, 'utf8');
  const cached = join(cacheDir, createHash('sha256').update(source).digest('hex').slice(0, 32));
  if (existsSync(cached)) return readFileSync(cached, 'utf8');
  // TypeScript takes a third of a second to load: only when a script changed.
  const { stripTypes } = await import('../build/plugins/typescript.ts');
  const code = stripTypes(source, file);
  mkdirSync(cacheDir, { recursive: true });
  writeAtomically(cached, code);
  return code;
}
