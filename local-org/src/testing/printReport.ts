import type { ClassCoverage, TestReport, TestResult } from './TestReport.ts';

/** Prints a test run for people: what did not pass first to last, then coverage if asked for, then the counts. */
export function printReport(report: TestReport, options: { readonly coverage: boolean }): void {
  for (const test of report.tests) if (test.outcome !== 'passed') process.stdout.write(`${problemText(test)}\n`);
  if (options.coverage) for (const row of report.coverage) process.stdout.write(`${coverageText(row)}\n`);
  const { passed, failed, refused, classes, ms } = report.summary;
  const refusedText = refused > 0 ? `, ${refused} refused` : '';
  process.stdout.write(`${passed} passed, ${failed} failed${refusedText} in ${classes} classes, ${ms} ms\n`);
}

function problemText(test: TestResult): string {
  const place = test.line === null ? test.class : `${test.class}:${test.line}`;
  return `${test.outcome} ${test.class}.${test.method} (${place})\n    ${test.message ?? ''}`;
}

function coverageText(row: ClassCoverage): string {
  const percent = row.total === 0 ? 100 : Math.floor((100 * row.covered) / row.total);
  return `${String(percent).padStart(3)} %  ${row.class}  ${row.covered}/${row.total}`;
}
