import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { PROJECT_ROOT } from '../project/root.ts';
import { temporaryFolder } from './temporary-folder.ts';

const LOCK = JSON.stringify({
  packages: {
    '': {},
    'local-org': {},
    'node_modules/local-org': { link: true },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/elsewhere': { version: '1.0.0', optional: true },
  },
});
const INSTALLED = JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } });

/** Stands in for npm: notes how it was started and leaves behind what an install would. */
const FAKE_NPM = `
const fs = require('node:fs');
fs.writeFileSync('npm-calls.txt', process.argv.slice(2).join(' '));
fs.mkdirSync('node_modules', { recursive: true });
fs.writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(INSTALLED)});
process.exit(Number(process.env.FAKE_NPM_EXIT ?? 0));
`;

function bootstrap(context: TestContext, files: Record<string, string>, args: string[] = [], environment = {}) {
  const root = temporaryFolder(context, {
    'package.json': '{"type":"module"}',
    'package-lock.json': LOCK,
    'fake/npm-cli.cjs': FAKE_NPM,
    'scripts/compile.ts': 'console.log("compiled");',
    'scripts/hello.ts':
      'const words: string[] = process.argv.slice(2); console.log("hello", ...words); process.exitCode = 4;',
    ...files,
  });
  cpSync(join(PROJECT_ROOT, 'scripts', 'bootstrap.mjs'), join(root, 'scripts', 'bootstrap.mjs'));
  cpSync(join(PROJECT_ROOT, 'local-org', 'bin'), join(root, 'local-org', 'bin'), { recursive: true });
  const result = spawnSync(process.execPath, ['scripts/bootstrap.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      npm_execpath: join(root, 'fake', 'npm-cli.cjs'),
      npm_node_execpath: process.execPath,
      ...environment,
    },
  });
  const calls = join(root, 'npm-calls.txt');
  return { ...result, npm: existsSync(calls) ? readFileSync(calls, 'utf8') : undefined };
}

const UP_TO_DATE = { 'node_modules/.package-lock.json': INSTALLED };

test('a fresh clone is installed as the lock file says, and its components are compiled', (context) => {
  const { status, stdout, npm } = bootstrap(context, {});
  assert.equal(status, 0);
  assert.match(npm ?? '', /^ci --include=dev --include=optional/);
  assert.match(stdout, /compiled/);
});

test('what is installed already is left alone', (context) => {
  const { status, stdout, npm } = bootstrap(context, UP_TO_DATE);
  assert.deepEqual({ status, stdout, npm }, { status: 0, stdout: '', npm: undefined });
});

test('another version in the lock file is installed', (context) => {
  const old = JSON.stringify({ packages: { 'node_modules/a': { version: '0.9.0' } } });
  assert.match(bootstrap(context, { 'node_modules/.package-lock.json': old }).npm ?? '', /^ci /);
});

test('a failed install is one line, and nothing runs after it', (context) => {
  const { status, stdout, stderr } = bootstrap(context, {}, ['run', 'scripts/hello.ts'], { FAKE_NPM_EXIT: '9' });
  assert.equal(status, 1);
  assert.doesNotMatch(stdout, /hello|compiled/);
  assert.match(stderr, /^reinstate: "npm ci" failed \(exit code 9\).*\n$/);
});

test('a script runs with its arguments and exit code', (context) => {
  const { status, stdout } = bootstrap(context, UP_TO_DATE, ['run', 'scripts/hello.ts', 'a', 'b c']);
  assert.deepEqual({ status, stdout }, { status: 4, stdout: 'hello a b c\n' });
});

test('unknown arguments are refused', (context) => {
  const { status, stderr } = bootstrap(context, UP_TO_DATE, ['walk']);
  assert.equal(status, 1);
  assert.match(stderr, /unknown arguments "walk"/);
});
