import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UserError } from '../project/run.ts';

/** What a person asks of a deploy. */
export interface DeployOptions {
  readonly targetOrg: string;
  readonly dryRun: boolean;
  /** As `sf project deploy start` knows it; undefined leaves it to the org. */
  readonly testLevel: string | undefined;
  /** Names of test classes; empty chooses the portable ones when the level is RunSpecifiedTests. */
  readonly tests: readonly string[];
}

export const DEPLOY_USAGE =
  'Use: npm run deploy -- --target-org ALIAS [--dry-run] [--test-level LEVEL] [--tests CLASS]...';

const TEST_LEVELS = ['NoTestRun', 'RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg', 'RunRelevantTests'];

/**
 * Reads arguments strictly.
 *
 * @throws UserError with the usage when one is unknown or lacks its value
 */
export function readArguments<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>>['values'] {
  try {
    return parseArgs<Config>({ ...config, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const [message = ''] = (error as Error).message.split('. ');
    throw new UserError(`${message}. ${usage}`);
  }
}

/** @throws UserError with the usage when an argument is missing, unknown or impossible */
export function readDeployOptions(args: string[]): DeployOptions {
  const options = {
    'target-org': { type: 'string', short: 'o' },
    'dry-run': { type: 'boolean', default: false },
    'test-level': { type: 'string', short: 'l' },
    tests: { type: 'string', short: 't', multiple: true },
  } as const;
  const values = readArguments({ args, options }, DEPLOY_USAGE);
  const targetOrg = values['target-org'];
  const testLevel = values['test-level'];
  const tests = values.tests ?? [];
  if (!targetOrg) throw new UserError(`--target-org is missing: the alias of the org to deploy to. ${DEPLOY_USAGE}`);
  if (testLevel !== undefined && !TEST_LEVELS.includes(testLevel)) {
    throw new UserError(`Unknown test level "${testLevel}". Known are ${TEST_LEVELS.join(', ')}.`);
  }
  if (tests.length > 0 && testLevel !== 'RunSpecifiedTests') {
    throw new UserError('--tests goes with --test-level RunSpecifiedTests only.');
  }
  return { targetOrg, dryRun: values['dry-run'], testLevel, tests };
}
