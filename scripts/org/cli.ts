import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UserError } from '../project/run.ts';

const PROJECT_CLI = 'node_modules/@salesforce/cli/bin/run.js';

/** What `sf … --json` prints: a result, or the name and message of an error. */
export interface CliAnswer<Result> {
  readonly status: number;
  readonly result?: Result;
  readonly name?: string;
  readonly message?: string;
}

/** The Salesforce CLI, as it is started on this machine. */
export interface Cli {
  readonly command: string;
  readonly firstArguments: readonly string[];
  readonly shell: boolean;
}

/**
 * Finds the Salesforce CLI: the project's own, which this Node can run, else the one on the PATH.
 *
 * @throws UserError when there is none
 */
export function findCli(root: string, environment: NodeJS.ProcessEnv = process.env): Cli {
  const own = join(root, PROJECT_CLI);
  if (existsSync(own)) return { command: process.execPath, firstArguments: [own], shell: false };

  const name = process.platform === 'win32' ? 'sf.cmd' : 'sf';
  const path = environment.PATH ?? environment.Path ?? '';
  const found = path.split(delimiter).find((folder) => folder !== '' && existsSync(join(folder, name)));
  // A .cmd file starts only through a shell.
  if (found !== undefined) return { command: name, firstArguments: [], shell: process.platform === 'win32' };
  throw new UserError('The Salesforce CLI was not found. Type "npm ci" to install the project\'s own, and try again.');
}

const environmentOfCli = (): NodeJS.ProcessEnv => ({ SF_SKIP_NEW_VERSION_CHECK: 'true', ...process.env });

/**
 * Runs a command of the CLI with its output in this terminal.
 *
 * @returns its exit code
 */
export function runCli(cli: Cli, root: string, args: readonly string[]): number {
  const { status, error } = spawnSync(cli.command, [...cli.firstArguments, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: cli.shell,
    env: environmentOfCli(),
  });
  if (error) throw new UserError(`The Salesforce CLI could not be started: ${error.message}`);
  return status ?? 1;
}

/**
 * Asks the CLI for an answer in JSON.
 *
 * @throws UserError when it printed none
 */
export function askCli<Result>(cli: Cli, root: string, args: readonly string[]): CliAnswer<Result> {
  const { stdout, stderr, error } = spawnSync(cli.command, [...cli.firstArguments, ...args, '--json'], {
    cwd: root,
    encoding: 'utf8',
    shell: cli.shell,
    maxBuffer: 64 * 1024 * 1024,
    env: environmentOfCli(),
  });
  if (error) throw new UserError(`The Salesforce CLI could not be started: ${error.message}`);
  try {
    return JSON.parse(stdout) as CliAnswer<Result>;
  } catch {
    const said = (stderr || stdout).trim().split('\n')[0] ?? '';
    throw new UserError(`"sf ${args.slice(0, 3).join(' ')}" gave no answer that can be read: ${said}`);
  }
}

/** The message of a failed answer as one line. */
export function oneLine(answer: CliAnswer<unknown>): string {
  return (answer.message ?? `exit code ${answer.status}`).replace(/\s+/g, ' ').trim();
}
