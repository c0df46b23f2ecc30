import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_ROOT } from './root.ts';

/** What a person did or has to mend: printed as one line, without a stack trace. */
export class UserError extends Error {}

/** Runs the body of a script; a {@link UserError} ends it with its one line and exit code 1. */
export async function main(body: () => void | Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/**
 * Runs a JavaScript or TypeScript file with this Node, its output in this terminal.
 *
 * @returns the exit code; 1 when it was ended by a signal
 */
export function runNode(args: readonly string[], environment: NodeJS.ProcessEnv = {}): number {
  const { status, error } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: PROJECT_ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  if (error) throw error;
  return status ?? 1;
}

/** The file that a package starts its command with, as its package.json names it. */
export const COMMANDS = {
  eslint: join(PROJECT_ROOT, 'node_modules/eslint/bin/eslint.js'),
  localOrg: join(PROJECT_ROOT, 'local-org/src/cli/main.ts'),
  playwright: join(PROJECT_ROOT, 'node_modules/@playwright/test/cli.js'),
  prettier: join(PROJECT_ROOT, 'node_modules/prettier/bin/prettier.cjs'),
  lwcJest: join(PROJECT_ROOT, 'node_modules/@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest'),
  sf: join(PROJECT_ROOT, 'node_modules/@salesforce/cli/bin/run.js'),
  tsc: join(PROJECT_ROOT, 'node_modules/typescript/bin/tsc'),
};
