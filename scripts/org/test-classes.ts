import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageDirectories } from '../project/root.ts';

/**
 * The Apex tests to name when a deploy is to run only the project's own: those that pass in any org. Tests that insert
 * users break on a customer's required field, validation rule or trigger, so their names end in IntegrationTest and
 * they are left out.
 */
export function portableTestClasses(root: string): string[] {
  const [directory = 'force-app'] = packageDirectories(root);
  return globSync(`${directory}/**/*.cls`, { cwd: root })
    .filter((file) => /^\s*@istest\b/im.test(readFileSync(join(root, file), 'utf8')))
    .map((file) => basename(file, '.cls'))
    .filter((name) => name.endsWith('Test') && !name.endsWith('IntegrationTest'))
    .sort();
}
