import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from '../project/run.ts';
import type { Counts } from './counts.ts';
import type { Suite } from './suites.ts';

/** What one suite came to, with the line that says it. */
export interface SuiteResult extends Counts {
  readonly line: string;
}

/**
 * Judges a suite by its counts and its exit code. A suite that ran nothing, wrote no counts, or ended with an error
 * although no test failed, counts as one failure: it has not shown that anything works.
 */
export function judge(title: string, counts: Counts | undefined, exitCode: number): SuiteResult {
  const { passed, failed } = counts ?? { passed: 0, failed: 0 };
  let note = '';
  if (!counts) note = ' (the run ended before it could count)';
  else if (passed + failed === 0) note = ' (no test ran, which is a failure)';
  else if (failed === 0 && exitCode !== 0) note = ` (but the run ended with exit code ${exitCode}, which is a failure)`;
  return {
    passed,
    failed: note === '' ? failed : failed + 1,
    line: `${title}: ${passed} passed, ${failed} failed${note}`,
  };
}

/** Runs a suite with its output in this terminal. */
export function runSuite(suite: Suite, extra: readonly string[]): SuiteResult {
  process.stdout.write(`\n=== ${suite.title} ===\n`);
  const folder = mkdtempSync(join(tmpdir(), 'reinstate-test-'));
  try {
    const reportFile = join(folder, 'report.json');
    const exitCode = runNode(suite.arguments(reportFile, extra), suite.environment?.(reportFile));
    return judge(suite.title, suite.read(reportFile), exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
