import { basename, resolve } from 'node:path';
import type { TestReport, TestResult } from '../../local-org/src/testing/TestReport.ts';

/** Enough to see what to build next; the report of the test command has all of them. */
const MOST_REASONS = 12;

export interface Reason {
  readonly outcome: TestResult['outcome'];
  readonly text: string;
  readonly tests: number;
  readonly example: string;
}

/** Lines about one suite: the counts, then why tests did not pass. */
export function describeSuite(directory: string, { summary, tests }: TestReport, minimum: number): string {
  const percent = summary.tests === 0 ? 0 : Math.floor((1000 * summary.passed) / summary.tests) / 10;
  const verdict = summary.tests === 0 ? 'NO TEST RAN' : summary.passed >= minimum ? 'ok' : `BELOW ${minimum}`;
  const lines = [
    `${basename(resolve(directory))}: ${summary.compiled} of ${summary.files} classes compiled, ` +
      `${summary.passed} of ${summary.tests} tests passed (${percent} %), ` +
      `${summary.failed} failed, ${summary.refused} refused, ${summary.ms} ms: ${verdict}`,
  ];
  const reasons = reasonsOf(tests);
  for (const { outcome, text, tests: count, example } of reasons.slice(0, MOST_REASONS)) {
    lines.push(`  ${String(count).padStart(4)} ${outcome}: ${text} (such as ${example})`);
  }
  if (reasons.length > MOST_REASONS) lines.push(`       and ${reasons.length - MOST_REASONS} more reasons`);
  return lines.join('\n');
}

/** Why tests did not pass, the most frequent reason first. */
export function reasonsOf(tests: readonly TestResult[]): Reason[] {
  const groups = new Map<string, Reason>();
  for (const test of tests) {
    if (test.outcome === 'passed') continue;
    const text = reasonOf(test.message ?? 'no message');
    const key = `${test.outcome} ${text}`;
    const known = groups.get(key);
    const example = known?.example ?? `${test.class}.${test.method}`;
    groups.set(key, { outcome: test.outcome, text, tests: (known?.tests ?? 0) + 1, example });
  }
  return [...groups.values()].sort((left, right) => right.tests - left.tests);
}

/** A message without what differs from test to test: its place, its stack trace, and values in it. */
function reasonOf(message: string): string {
  const [first = ''] = message.split('\n');
  return first
    .replace(/^\S+:\d+:\d+ (?=[A-Z]{3}\d{4} )/, '')
    .replace(/Expected: .*, Actual: .*$/, 'Expected and Actual differ')
    .slice(0, 160);
}
