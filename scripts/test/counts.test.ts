import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from '../project/root.ts';
import { readApex, readJest, readNodeTest, readPlaywright } from '../testing/counts.ts';
import { judge } from '../testing/run-suite.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a suite passes when tests ran, none failed and it exited with 0', () => {
  assert.deepEqual(judge('LWC unit tests', { passed: 41, failed: 0 }, 0), {
    passed: 41,
    failed: 0,
    line: 'LWC unit tests: 41 passed, 0 failed',
  });
});

test('a suite that ran no test fails', () => {
  const result = judge('Apex tests', { passed: 0, failed: 0 }, 0);
  assert.equal(result.failed, 1);
  assert.match(result.line, /^Apex tests: 0 passed, 0 failed \(no test ran/);
});

test('a suite that wrote no counts fails', () => {
  assert.equal(judge('Apex tests', undefined, 0).failed, 1);
});

test('a suite whose tests passed but that ended with an error fails', () => {
  assert.equal(judge('End-to-end tests', { passed: 3, failed: 0 }, 1).failed, 1);
});

test('failed tests are counted once, not again for the exit code', () => {
  assert.equal(judge('End-to-end tests', { passed: 3, failed: 2 }, 1).failed, 2);
});

test('every report is read, and what did not simply pass is a failure', (context) => {
  const folder = temporaryFolder(context, {
    'jest.json': '{"numPassedTests":5,"numFailedTests":1,"numRuntimeErrorTestSuites":2}',
    'apex.json': '{"summary":{"classes":1,"tests":6,"passed":3,"failed":1,"refused":2,"ms":9}}',
    'playwright.json': '{"stats":{"expected":4,"unexpected":1,"flaky":1,"skipped":0},"errors":[{}]}',
    'empty.json': '',
  });
  assert.deepEqual(readJest(join(folder, 'jest.json')), { passed: 5, failed: 3 });
  assert.deepEqual(readApex(join(folder, 'apex.json')), { passed: 3, failed: 3 });
  assert.deepEqual(readPlaywright(join(folder, 'playwright.json')), { passed: 4, failed: 3 });
  assert.equal(readApex(join(folder, 'empty.json')), undefined);
  assert.equal(readApex(join(folder, 'missing.json')), undefined);
});

test('the reporter counts the tests of all files of a run', (context) => {
  const folder = temporaryFolder(context, {
    'a.test.mjs': "import { test } from 'node:test'; test('a', () => {}); test('b', () => { throw new Error('no'); });",
    'b.test.mjs': "import { describe, it } from 'node:test'; describe('c', () => { it('d', () => {}); });",
  });
  const report = join(folder, 'report.json');
  const reporter = pathToFileURL(join(PROJECT_ROOT, 'scripts/testing/count-reporter.ts')).href;
  const environment = { ...process.env };
  delete environment.NODE_TEST_CONTEXT; // Set by the run around this test; an inner run would report to it.
  const { status } = spawnSync(
    process.execPath,
    ['--test', `--test-reporter=${reporter}`, `--test-reporter-destination=${report}`, '*.test.mjs'],
    { cwd: folder, env: environment },
  );
  assert.equal(status, 1);
  assert.deepEqual(readNodeTest(report), { passed: 2, failed: 1 });
});
