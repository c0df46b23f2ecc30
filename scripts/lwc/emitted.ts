import { existsSync, globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { packageDirectories } from '../project/root.ts';

const inTests = (file: string): boolean => /[\\/]__tests__[\\/]/.test(file);

function componentFiles(root: string, extension: string): string[] {
  return packageDirectories(root)
    .flatMap((directory) => globSync(`${directory}/**/lwc/*/**/*${extension}`, { cwd: root }))
    .filter((file) => !inTests(file) && !file.endsWith('.d.ts'))
    .sort();
}

/** Deletes the JavaScript of all components: all of it is emitted, none is written by hand. */
export function cleanEmitted(root: string): void {
  for (const file of componentFiles(root, '.js')) rmSync(join(root, file));
}

/** A bundle's main file with a template, or one that a page can hold, must export its class; other modules need none. */
function needsClass(root: string, source: string): boolean {
  const folder = join(root, dirname(source));
  const name = basename(source, '.ts');
  return name === basename(folder) && existsSync(join(folder, `${name}.html`));
}

/**
 * Names every component whose emitted JavaScript cannot be deployed: a bundle without it is accepted by Salesforce
 * and silently holds nothing.
 *
 * @returns one line per problem; empty when all is well
 */
export function findEmitProblems(root: string): string[] {
  return componentFiles(root, '.ts').flatMap((source) => {
    const emitted = source.replace(/\.ts$/, '.js');
    const path = join(root, emitted);
    if (!existsSync(path)) return [`${emitted} is missing: ${source} was not compiled.`];
    if (statSync(path).mtimeMs < statSync(join(root, source)).mtimeMs) return [`${emitted} is older than ${source}.`];
    const code = readFileSync(path, 'utf8');
    if (needsClass(root, source) && !/\bexport default class\b/.test(code)) {
      return [`${emitted} holds no default class, so the component would be empty.`];
    }
    return [];
  });
}
