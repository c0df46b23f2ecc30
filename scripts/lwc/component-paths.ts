import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageDirectories } from '../project/root.ts';

/** A Lightning web component, or a module of its kind without a template. */
export interface Component {
  readonly name: string;
  /** Its folder, relative to the project, with forward slashes. */
  readonly folder: string;
}

/** Finds every component of the project that is written in TypeScript, by name. */
export function findComponents(root: string): Component[] {
  return packageDirectories(root)
    .flatMap((directory) => globSync(`${directory}/**/lwc/*/`, { cwd: root }))
    .map((folder) => ({ name: basename(folder), folder: folder.replaceAll('\\', '/').replace(/\/$/, '') }))
    .filter(({ name, folder }) => existsSync(join(root, folder, `${name}.ts`)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Tells TypeScript where each `c/…` import lies. One pattern cannot: a path may hold one asterisk, and the folder
 * of a component repeats its name.
 *
 * @returns the text of force-app/tsconfig.paths.json
 */
export function pathsConfig(components: readonly Component[]): string {
  const paths = Object.fromEntries(components.map(({ name, folder }) => [`c/${name}`, [`../${folder}/${name}.ts`]]));
  return `${JSON.stringify({ compilerOptions: { paths } }, null, 2)}\n`;
}

/** Writes force-app/tsconfig.paths.json, only when it changes. */
export function writePathsConfig(root: string): void {
  const file = join(root, 'force-app', 'tsconfig.paths.json');
  const text = pathsConfig(findComponents(root));
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}
