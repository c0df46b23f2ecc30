import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { PROJECT_ROOT } from '../project/root.ts';
import { findPinnedNode } from '../../local-org/bin/pinned-node.js';
import { temporaryFolder } from './temporary-folder.ts';

/** A copy of the launcher with a command line of its own behind it. */
function launcher(context: TestContext, main: string): string {
  const root = temporaryFolder(context, {
    'local-org/src/cli/main.ts': main,
    'local-org/package.json': '{"type":"module"}',
  });
  cpSync(join(PROJECT_ROOT, 'local-org', 'bin'), join(root, 'local-org', 'bin'), { recursive: true });
  return join(root, 'local-org', 'bin', 'local-org.js');
}

test('arguments and exit code pass through, from any folder', (context) => {
  const file = launcher(
    context,
    'const line: string = process.argv.slice(2).join("|"); console.log(line); process.exitCode = 7;',
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, 'query', 'SELECT Id FROM User', '--json'], {
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  assert.deepEqual({ status, stdout, stderr }, { status: 7, stdout: 'query|SELECT Id FROM User|--json\n', stderr: '' });
});

test('it starts through a link, as npx does', { skip: process.platform === 'win32' }, (context) => {
  const file = launcher(context, 'console.log("started");');
  const link = join(temporaryFolder(context), 'local-org');
  symlinkSync(file, link);
  // The copy has no pinned Node above it, so the one that runs this test comes first on the PATH.
  const PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  const { stdout } = spawnSync(link, [], { encoding: 'utf8', env: { ...process.env, PATH } });
  assert.equal(stdout, 'started\n');
});

test('a signal reaches the org, which ends as it wants', { skip: process.platform === 'win32' }, async (context) => {
  const file = launcher(
    context,
    'process.on("SIGTERM", () => { console.log("closed"); process.exit(5); }); setInterval(() => {}, 1000); console.log("up");',
  );
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (output === 'up\n') child.kill('SIGTERM');
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  assert.deepEqual({ code, output }, { code: 5, output: 'up\nclosed\n' });
});

test('the pinned Node is version 24 and found from any folder of the project', () => {
  const node = findPinnedNode(join(PROJECT_ROOT, 'local-org', 'src'));
  assert.ok(node);
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  assert.match(stdout, /^v24\./);
});

test('outside of the project the running Node serves, being 24 or later', (context) => {
  assert.equal(findPinnedNode(temporaryFolder(context)), process.execPath);
});
