import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever a script is started from. */
export const PROJECT_ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

interface SfdxProject {
  packageDirectories: { path: string; default?: boolean }[];
}

/** The package directories of a project, relative to its folder, the default one first. */
export function packageDirectories(root: string): string[] {
  const project = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8')) as SfdxProject;
  const sorted = [...project.packageDirectories].sort(
    (a, b) => Number(b.default ?? false) - Number(a.default ?? false),
  );
  return sorted.map((entry) => entry.path);
}
