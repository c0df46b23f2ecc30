import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProjectMetadata } from './projectMetadata.ts';

const WEB = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

let toolchain: string | undefined;

/** Changes whenever the same sources would give another bundle: the versions of the compilers and our own build code. */
export function toolchainFingerprint(): string {
  if (toolchain) return toolchain;
  const hash = createHash('sha256');
  for (const name of ['@lwc/rollup-plugin', '@lwc/engine-dom', 'lightning-base-components', 'rollup', 'typescript']) {
    hash.update(`${name} ${versionOf(name)}\n`);
  }
  for (const file of [...sourcesBelow(join(WEB, 'build')), ...sourcesBelow(join(WEB, 'platform'))])
    hash.update(readFileSync(file));
  toolchain = hash.digest('hex');
  return toolchain;
}

/** Names the bundle of a project: same fingerprint, same bundle. */
export function projectFingerprint(project: ProjectMetadata): string {
  const hash = createHash('sha256').update(toolchainFingerprint());
  for (const file of project.files) {
    hash.update(`\0${file}\0`);
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 32);
}

/** Some packages do not export their package.json, so it is looked for beside the folders that Node would search. */
function versionOf(name: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    const file = join(folder, name, 'package.json');
    if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  }
  throw new Error(`The package ${name} is not installed. Run "npm ci".`);
}

function sourcesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? sourcesBelow(join(dir, entry.name)) : [join(dir, entry.name)]));
}
