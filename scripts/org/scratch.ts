import { UserError } from '../project/run.ts';
import { askCli, type Cli, runCli } from './cli.ts';
import { readArguments } from './deploy-options.ts';

/** What a person asks of a scratch org. */
export interface ScratchOptions {
  readonly alias: string;
  /** Undefined takes the default Dev Hub of the CLI. */
  readonly devHub: string | undefined;
  /** How many days the org lives: 1 to 30. */
  readonly days: number;
}

export const SCRATCH_USAGE = 'Use: npm run scratch -- [--alias NAME] [--target-dev-hub ALIAS] [--duration-days N]';

/** @throws UserError with the usage when an argument is unknown or impossible */
export function readScratchOptions(args: string[]): ScratchOptions {
  const options = {
    alias: { type: 'string', default: 'reinstate' },
    'target-dev-hub': { type: 'string' },
    'duration-days': { type: 'string', default: '7' },
  } as const;
  const values = readArguments({ args, options }, SCRATCH_USAGE);
  const days = Number(values['duration-days']);
  if (!Number.isInteger(days) || days < 1 || days > 30) {
    throw new UserError(`--duration-days is a whole number from 1 to 30, not "${values['duration-days']}".`);
  }
  return { alias: values.alias, devHub: values['target-dev-hub'], days };
}

/** The Dev Hub to ask: the named one, else the CLI's default. */
function requireDevHub(cli: Cli, root: string, options: ScratchOptions): string {
  if (options.devHub !== undefined) return options.devHub;
  const answer = askCli<{ value?: string }[]>(cli, root, ['config', 'get', 'target-dev-hub']);
  const devHub = answer.result?.[0]?.value;
  if (!devHub) {
    throw new UserError(
      'The Salesforce CLI has no default Dev Hub. Type: npx sf org login web --set-default-dev-hub --alias hub',
    );
  }
  return devHub;
}

/**
 * Creates a scratch org from config/project-scratch-def.json and makes it the default.
 *
 * @throws UserError in one line when there is no Dev Hub or the org was not created
 */
export function createScratchOrg(cli: Cli, options: ScratchOptions, root: string): void {
  const devHub = requireDevHub(cli, root, options);
  const code = runCli(cli, root, [
    'org',
    'create',
    'scratch',
    '--definition-file',
    'config/project-scratch-def.json',
    '--target-dev-hub',
    devHub,
    '--alias',
    options.alias,
    '--duration-days',
    String(options.days),
    '--set-default',
    '--wait',
    '20',
  ]);
  if (code !== 0) throw new UserError(`The scratch org was not created by ${devHub}; the reason stands above.`);
}
