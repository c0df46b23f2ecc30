import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestResult } from '../../local-org/src/testing/TestReport.ts';
import { minimumOf } from '../conformance/minimums.ts';
import { reasonsOf } from '../conformance/summary.ts';
import { PROJECT_ROOT } from '../project/root.ts';
import { temporaryFolder } from './temporary-folder.ts';

const META =
  '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>60.0</apiVersion></ApexClass>';

function classes(sources: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sources).flatMap(([name, text]) => [
      [`src/classes/${name}.cls`, text],
      [`src/classes/${name}.cls-meta.xml`, META],
    ]),
  );
}

const SUITE = classes({
  Sum: 'public class Sum { public static Integer of(Integer a, Integer b) { return a + b; } }',
  SumTest: `@IsTest private class SumTest {
    @IsTest static void adds() { System.assertEquals(3, Sum.of(1, 2)); }
    @IsTest static void isWrong() { System.assertEquals(4, Sum.of(1, 2)); }
  }`,
  LeadTest: '@IsTest private class LeadTest { @IsTest static void isUnknown() { Lead one = new Lead(); } }',
});

function conformance(args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const script = join(PROJECT_ROOT, 'scripts/conformance.ts');
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    encoding: 'utf8',
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

test('a project that is not in source format is compiled and counted, with the reasons', (context) => {
  const folder = temporaryFolder(context, SUITE);
  const { status, stdout } = conformance([folder]);
  assert.match(
    stdout,
    /: 2 of 3 classes compiled, 1 of 3 tests passed \(33\.3 %\), 1 failed, 1 refused, \d+ ms: BELOW 3/,
  );
  assert.match(stdout, / 1 failed: System\.AssertException: .*Expected and Actual differ \(such as SumTest\.isWrong\)/);
  assert.match(
    stdout,
    / 1 refused: APX0904 Object Lead is not supported by the local org \(such as LeadTest\.isUnknown\)/,
  );
  assert.equal(status, 1);
  assert.equal(conformance(['--min', '33', folder]).status, 0);
  assert.equal(conformance(['--min', '34', folder]).status, 1);
});

test('a folder without tests is below any minimum', (context) => {
  const folder = temporaryFolder(context, classes({ Sum: 'public class Sum { }' }));
  const { status } = conformance(['--min', '0', folder]);
  assert.equal(status, 1);
});

test('wrong arguments are explained', () => {
  for (const [args, message] of [
    [[], /^Usage: npm run conformance/],
    [['--min', 'most', '.'], /^--min is a percentage from 0 to 100, not "most"/],
    [['--max', '3', '.'], /--max/],
    [['/nowhere'], /nowhere/],
  ] as const) {
    const { status, stderr } = conformance(args);
    assert.equal(status, 1);
    assert.match(stderr, message);
  }
});

test('the minimum is the percentage, else the record, else everything', () => {
  const recorded = { known: { passed: 9 } };
  assert.equal(minimumOf('/a/known', 10, 95, recorded), 10);
  assert.equal(minimumOf('/a/known', 100, 95, recorded), 95);
  assert.equal(minimumOf('/a/known/', 10, null, recorded), 9);
  assert.equal(minimumOf('/a/other', 10, null, recorded), 10);
});

test('reasons are grouped without places, values and stack traces, the most frequent first', () => {
  const result = (outcome: TestResult['outcome'], message: string | null): TestResult => ({
    ...{ class: 'A', method: 'b', outcome, message, line: null, ms: 0 },
    limits: { queries: 0, dmlStatements: 0 },
  });
  const reasons = reasonsOf([
    result('passed', null),
    result('failed', 'System.AssertException: Assertion Failed: Expected: 1, Actual: 2\n    Class.A.b: line 3'),
    result('failed', 'System.AssertException: Assertion Failed: Expected: x, Actual: y\n    Class.A.c: line 4'),
    result('refused', 'src/A.cls:1:2 APX0904 Object Lead is not supported by the local org'),
    result('refused', 'src/B.cls:7:1 APX0904 Object Lead is not supported by the local org'),
    result('refused', 'src/B.cls:8:1 APX0904 Object Lead is not supported by the local org'),
  ]);
  assert.deepEqual(
    reasons.map(({ outcome, text, tests }) => [outcome, text, tests]),
    [
      ['refused', 'APX0904 Object Lead is not supported by the local org', 3],
      ['failed', 'System.AssertException: Assertion Failed: Expected and Actual differ', 2],
    ],
  );
});
