import { join } from 'node:path';
import { PROJECT_ROOT } from '../project/root.ts';
import { COMMANDS, runNode, UserError } from '../project/run.ts';
import { writePathsConfig } from './component-paths.ts';
import { cleanEmitted, findEmitProblems } from './emitted.ts';

/** Generates what the components' types rest on: the paths of `c/…` imports and one declaration per Apex method. */
export function generateTypes(): void {
  writePathsConfig(PROJECT_ROOT);
  if (runNode([COMMANDS.localOrg, 'types', '--source', PROJECT_ROOT]) !== 0) {
    throw new UserError('The types of the Apex methods could not be generated; the message stands above.');
  }
}

/** Compiles every component to JavaScript beside its source, afresh, and proves that each file came out. */
export function compileComponents(): void {
  generateTypes();
  cleanEmitted(PROJECT_ROOT);
  const code = runNode([COMMANDS.tsc, '-p', join(PROJECT_ROOT, 'force-app', 'tsconfig.emit.json')]);
  const problems = findEmitProblems(PROJECT_ROOT);
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  if (code !== 0) throw new UserError('The components have type errors, listed above. Mend them and try again.');
}
