import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutants.ts';

/** What a run of tests came to. */
export interface TestRun {
  readonly passed: number;
  /** Names of the tests that failed. */
  readonly failed: readonly string[];
}

/** Runs tests in a copy of the project. A run that ended before it could count has no passed and no failed tests. */
export function runTests(directory: string, tests: Mutant['tests']): Promise<TestRun> {
  return tests === 'product' ? runProductTests(directory) : runLocalOrgTests(directory, tests);
}

async function runProductTests(directory: string): Promise<TestRun> {
  const report = join(directory, 'mutation-report.json');
  rmSync(report, { force: true });
  await node(directory, ['local-org/src/cli/main.ts', 'test', '--source', '.', '--json', report]);
  if (!existsSync(report)) return { passed: 0, failed: [] };
  const { tests } = JSON.parse(readFileSync(report, 'utf8')) as {
    tests: { class: string; method: string; outcome: string }[];
  };
  const isPassed = ({ outcome }: { outcome: string }): boolean => outcome === 'passed';
  return {
    passed: tests.filter(isPassed).length,
    failed: tests.filter((test) => !isPassed(test)).map((test) => `${test.class}.${test.method}`),
  };
}

async function runLocalOrgTests(directory: string, files: readonly string[]): Promise<TestRun> {
  const output = await node(directory, ['--test', '--test-reporter=tap', ...files]);
  const failed = [...output.matchAll(/^ *not ok \d+ - (.+)$/gm)].map(([, name = '']) => name);
  return { passed: Number(/^# pass (\d+)$/m.exec(output)?.[1] ?? 0), failed };
}

/** The output of a Node process, whatever its exit code. */
function node(directory: string, args: readonly string[]): Promise<string> {
  // The runner of node:test tells its children by this variable that they are not on their own.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const options = { cwd: directory, env, maxBuffer: 2 ** 26, timeout: 120_000 };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], options, (_error, stdout) =>
      resolve(stdout),
    );
  });
}
