import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { deployArguments } from '../org/deploy.ts';
import { readDeployOptions } from '../org/deploy-options.ts';
import { missingPermissions } from '../org/permissions.ts';
import { readScratchOptions } from '../org/scratch.ts';
import { portableTestClasses } from '../org/test-classes.ts';
import { PROJECT_ROOT } from '../project/root.ts';
import { type CannedAnswer, fakeCli } from './fake-cli.ts';
import { temporaryFolder } from './temporary-folder.ts';

const LOGGED_IN: CannedAnswer = {
  words: 'org display',
  json: {
    status: 0,
    result: {
      username: 'admin@example.com',
      instanceUrl: 'https://example.my.salesforce.com/',
      connectedStatus: 'Connected',
    },
  },
};
const ALLOWED_ROW = {
  PermissionsModifyMetadata: true,
  PermissionsModifyAllData: false,
  PermissionsCustomizeApplication: true,
  PermissionsAuthorApex: true,
  PermissionsAssignPermissionSets: true,
};
const ALLOWED: CannedAnswer = { words: 'data query', json: { status: 0, result: { records: [ALLOWED_ROW] } } };
const DEPLOYED: CannedAnswer = { words: 'project deploy start' };
const ASSIGNED: CannedAnswer = { words: 'org assign permset', json: { status: 0, result: { failures: [] } } };

/** Runs the deploy of a copy of the scripts in a project that holds no CLI of its own, so that the PATH decides. */
function runDeploy(context: TestContext, answers: readonly CannedAnswer[]) {
  const root = temporaryFolder(context, {
    'sfdx-project.json': readFileSync(join(PROJECT_ROOT, 'sfdx-project.json'), 'utf8'),
    'deploy-here.ts': `
      import { findCli } from './scripts/org/cli.ts';
      import { deploy } from './scripts/org/deploy.ts';
      import { readDeployOptions } from './scripts/org/deploy-options.ts';
      import { main } from './scripts/project/run.ts';
      await main(() => deploy(findCli(import.meta.dirname), readDeployOptions(process.argv.slice(2)),
        () => process.stdout.write('compiled\\n'), import.meta.dirname));`,
    'package.json': '{"type":"module"}',
  });
  cpSync(join(PROJECT_ROOT, 'scripts'), join(root, 'scripts'), { recursive: true });
  const cli = fakeCli(context, answers);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['deploy-here.ts', '--target-org', 'prod'], {
    cwd: root,
    encoding: 'utf8',
    env: cli.environment,
  });
  return { status, stdout, stderr, calls: cli.calls() };
}

test('a deploy compiles, deploys, assigns the permission set and prints the address of the tab', (context) => {
  const { status, stdout, calls } = runDeploy(context, [LOGGED_IN, ALLOWED, DEPLOYED, ASSIGNED]);
  assert.equal(status, 0);
  assert.match(stdout, /^compiled$/m);
  assert.match(stdout, /https:\/\/example\.my\.salesforce\.com\/lightning\/n\/ReinstateConsole$/m);
  assert.deepEqual(
    calls.map((call) => call.split(' --')[0]),
    ['org display', 'data query', 'project deploy start', 'org assign permset'],
  );
  assert.match(calls[2] ?? '', /--source-dir force-app --target-org prod/);
  assert.match(calls[3] ?? '', /--name ReinstateAdmin --target-org prod/);
});

test('a missing login is one line that names the command, and nothing is compiled', (context) => {
  const unknown = {
    words: 'org display',
    exitCode: 2,
    json: { status: 2, name: 'NamedOrgNotFoundError', message: 'x' },
  };
  const { status, stdout, stderr } = runDeploy(context, [unknown]);
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.equal(stderr, 'The Salesforce CLI has no login named "prod". Type: npx sf org login web --alias prod\n');
});

test('an expired login is one line', (context) => {
  const expired = {
    words: 'org display',
    json: {
      status: 0,
      result: { username: 'a@b.c', instanceUrl: 'https://x', connectedStatus: 'RefreshTokenAuthError' },
    },
  };
  const { status, stderr } = runDeploy(context, [expired]);
  assert.equal(status, 1);
  assert.match(stderr, /^The login "prod" \(a@b\.c\) is not connected: RefreshTokenAuthError\. Type: .*\n$/);
});

test('a missing permission is named before anything is deployed', (context) => {
  const row = { ...ALLOWED_ROW, PermissionsAuthorApex: false };
  const { status, stderr, calls } = runDeploy(context, [
    LOGGED_IN,
    { words: 'data query', json: { status: 0, result: { records: [row] } } },
  ]);
  assert.equal(status, 1);
  assert.match(stderr, /^admin@example\.com lacks what a deploy needs: Author Apex \(PermissionsAuthorApex\)\..*\n$/);
  assert.equal(calls.length, 2);
});

test('a failed deploy assigns nothing', (context) => {
  const { status, stderr, calls } = runDeploy(context, [LOGGED_IN, ALLOWED, { ...DEPLOYED, exitCode: 1 }]);
  assert.equal(status, 1);
  assert.match(stderr, /^The deploy to prod failed/m);
  assert.equal(calls.length, 3);
});

test('a permission set that the user has already is no failure', (context) => {
  const message = 'Duplicate PermissionSetAssignment. Assignee: 005, Permission Set: 0PS';
  const duplicate = {
    words: 'org assign permset',
    exitCode: 1,
    json: { status: 1, result: { failures: [{ message }] } },
  };
  const { status, stdout } = runDeploy(context, [LOGGED_IN, ALLOWED, DEPLOYED, duplicate]);
  assert.equal(status, 0);
  assert.match(stdout, /has the permission set ReinstateAdmin already/);
});

test('a permission set that cannot be assigned is one line', (context) => {
  const refused = { words: 'org assign permset', exitCode: 1, json: { status: 1, message: 'no\n access' } };
  const { status, stderr } = runDeploy(context, [LOGGED_IN, ALLOWED, DEPLOYED, refused]);
  assert.equal(status, 1);
  assert.match(stderr, /ReinstateAdmin could not be assigned to admin@example\.com: no access/);
});

test('a machine without the CLI is told so', async (context) => {
  const { findCli } = await import('../org/cli.ts');
  const empty = temporaryFolder(context);
  assert.throws(() => findCli(empty, { PATH: empty }), /The Salesforce CLI was not found\. Type "npm ci"/);
});

test('arguments are read strictly', () => {
  assert.throws(() => readDeployOptions([]), /--target-org is missing/);
  assert.throws(() => readDeployOptions(['--target']), /Unknown option '--target'.* Use: npm run deploy/);
  assert.throws(() => readDeployOptions(['-o', 'x', '--test-level', 'Some']), /Unknown test level "Some"/);
  assert.throws(() => readDeployOptions(['-o', 'x', '--tests', 'ATest']), /--tests goes with --test-level/);
  assert.deepEqual(readDeployOptions(['-o', 'x', '--dry-run']), {
    targetOrg: 'x',
    dryRun: true,
    testLevel: undefined,
    tests: [],
  });
});

test('tests are named only where they are asked for', (context) => {
  const root = temporaryFolder(context, {
    'sfdx-project.json': '{"packageDirectories":[{"path":"force-app","default":true}]}',
    'force-app/test/classes/PlanTest.cls': '/** Doc. */\n@IsTest\nprivate class PlanTest {}',
    'force-app/test/classes/UserIntegrationTest.cls': '@isTest(isParallel=false) private class UserIntegrationTest {}',
    'force-app/test/classes/TestUsers.cls': '@IsTest\npublic class TestUsers {}',
    'force-app/main/classes/Plan.cls': 'public class Plan {}',
  });
  assert.deepEqual(portableTestClasses(root), ['PlanTest']);
  const named = deployArguments(readDeployOptions(['-o', 'x', '-l', 'RunSpecifiedTests']), root);
  assert.deepEqual(named.slice(-4), ['--test-level', 'RunSpecifiedTests', '--tests', 'PlanTest']);
  assert.ok(!deployArguments(readDeployOptions(['-o', 'x']), root).includes('--test-level'));
});

test('one of two permissions is enough to change metadata', () => {
  assert.deepEqual(missingPermissions(ALLOWED_ROW), []);
  const modifyAll = { ...ALLOWED_ROW, PermissionsModifyMetadata: false, PermissionsModifyAllData: true };
  assert.deepEqual(missingPermissions(modifyAll), []);
  assert.equal(missingPermissions({}).length, 4);
});

test('a scratch org lives one to thirty days', () => {
  assert.deepEqual(readScratchOptions([]), { alias: 'reinstate', devHub: undefined, days: 7 });
  for (const days of ['0', '31', '1.5', 'x']) {
    assert.throws(() => readScratchOptions(['--duration-days', days]), /whole number from 1 to 30/);
  }
});
