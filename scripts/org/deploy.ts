import { PROJECT_ROOT, packageDirectories } from '../project/root.ts';
import { UserError } from '../project/run.ts';
import { askCli, type Cli, oneLine, runCli } from './cli.ts';
import type { DeployOptions } from './deploy-options.ts';
import { requireLogin } from './login.ts';
import { requirePermissions } from './permissions.ts';
import { portableTestClasses } from './test-classes.ts';

const PERMISSION_SET = 'ReinstateAdmin';
const TAB_PATH = '/lightning/n/ReinstateConsole';

/** The arguments of `sf` for a deploy. */
export function deployArguments(options: DeployOptions, root: string): string[] {
  const [directory = 'force-app'] = packageDirectories(root);
  const args = ['project', 'deploy', 'start', '--source-dir', directory, '--target-org', options.targetOrg];
  args.push('--wait', '60');
  if (options.dryRun) args.push('--dry-run');
  if (options.testLevel !== undefined) args.push('--test-level', options.testLevel);
  if (options.testLevel === 'RunSpecifiedTests') {
    const tests = options.tests.length > 0 ? options.tests : portableTestClasses(root);
    if (tests.length === 0) throw new UserError('There is no test class to name. Add --tests CLASS, or another level.');
    args.push(...tests.flatMap((test) => ['--tests', test]));
  }
  return args;
}

interface Assignment {
  failures: { message: string }[];
}

/** Gives the running user the permission set; having it already is as good. */
function assignPermissionSet(cli: Cli, root: string, targetOrg: string, username: string): void {
  const args = ['org', 'assign', 'permset', '--name', PERMISSION_SET, '--target-org', targetOrg];
  const answer = askCli<Assignment>(cli, root, args);
  const failure = answer.result?.failures[0]?.message ?? (answer.result ? undefined : oneLine(answer));
  if (failure === undefined) {
    process.stdout.write(`Assigned the permission set ${PERMISSION_SET} to ${username}.\n`);
  } else if (/duplicate/i.test(failure)) {
    process.stdout.write(`${username} has the permission set ${PERMISSION_SET} already.\n`);
  } else {
    throw new UserError(
      `Deployed, but ${PERMISSION_SET} could not be assigned to ${username}: ${failure} ` +
        'Assign "Reinstate Admin" in Setup, Users.',
    );
  }
}

/**
 * Deploys the compiled product, assigns its permission set to the running user and prints the address of its tab.
 *
 * @param compile compiles the components; runs once the org has been found to accept a deploy
 * @throws UserError in one line at the first step that fails
 */
export function deploy(cli: Cli, options: DeployOptions, compile: () => void, root: string = PROJECT_ROOT): void {
  const login = requireLogin(cli, root, options.targetOrg);
  requirePermissions(cli, root, options.targetOrg, login.username);
  compile();
  if (runCli(cli, root, deployArguments(options, root)) !== 0) {
    throw new UserError(`The deploy to ${options.targetOrg} failed; the reasons stand above.`);
  }
  if (options.dryRun) {
    process.stdout.write('The dry run succeeded. Nothing was changed in the org.\n');
    return;
  }
  assignPermissionSet(cli, root, options.targetOrg, login.username);
  // The plain address, not the one of `sf org open --url-only`: that one carries a login, and this output ends up in logs.
  process.stdout.write(`Reinstate is ready: ${login.instanceUrl}${TAB_PATH}\n`);
  process.stdout.write(`To open it logged in: npx sf org open --target-org ${options.targetOrg} --path ${TAB_PATH}\n`);
}
