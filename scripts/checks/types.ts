import { globSync } from 'node:fs';
import { generateTypes } from '../lwc/compile.ts';
import { PROJECT_ROOT } from '../project/root.ts';
import { COMMANDS, runNode } from '../project/run.ts';

/** One tsconfig per area; an area without files yet is left out, which tsc alone would call an error. */
const AREAS = [
  { project: 'tsconfig.json', files: 'scripts/**/*.ts' },
  { project: 'local-org/tsconfig.json', files: 'local-org/src/**/*.ts' },
  { project: 'local-org/tsconfig.browser.json', files: 'local-org/src/web/**/*.ts' },
  { project: 'force-app/tsconfig.json', files: 'force-app/**/lwc/**/*.ts' },
  // Our own declarations again, without skipLibCheck, which hides mistakes in them.
  { project: 'tsconfig.declarations.json', files: 'types/**/*.d.ts' },
];

/**
 * Checks the types of every area, the components against freshly generated declarations of the Apex methods.
 *
 * @returns 0 when there is no error
 */
export function checkTypes(): number {
  generateTypes();
  const codes = AREAS.filter(({ files }) => globSync(files, { cwd: PROJECT_ROOT }).length > 0).map(({ project }) =>
    runNode([COMMANDS.tsc, '--project', project, '--pretty', 'false']),
  );
  return Math.max(...codes);
}
