import { COMMANDS, runNode } from '../project/run.ts';

/** What Prettier formats; .prettierignore takes generated files and data away. */
const FORMATTED = '**/*.{ts,js,mjs,json,html,css,yml,cls,trigger,apex,xml}';

/**
 * Runs Prettier on the given files, or on all of the project.
 *
 * @returns its exit code
 */
export function runPrettier(verb: '--check' | '--write', files: readonly string[] = []): number {
  const patterns = files.length > 0 ? files : [FORMATTED];
  return runNode([COMMANDS.prettier, verb, '--log-level=warn', '--cache', '--cache-strategy=content', ...patterns]);
}
