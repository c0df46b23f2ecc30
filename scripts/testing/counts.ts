import { existsSync, readFileSync } from 'node:fs';

/** How many tests of a suite passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  /** Files that could not be loaded: they hold no test that could fail. */
  numRuntimeErrorTestSuites: number;
}

interface ApexReport {
  summary: { passed: number; failed: number; refused: number };
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

function parse<Report>(file: string): Report | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  return text.trim() === '' ? undefined : (JSON.parse(text) as Report);
}

/** Reads what Jest wrote with `--json --outputFile`. */
export function readJest(file: string): Counts | undefined {
  const report = parse<JestReport>(file);
  return report && { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
}

/** Reads what `local-org test --json` wrote. A test that the local org refuses to run has not passed. */
export function readApex(file: string): Counts | undefined {
  const report = parse<ApexReport>(file);
  return report && { passed: report.summary.passed, failed: report.summary.failed + report.summary.refused };
}

/** Reads what count-reporter.ts wrote for node:test. */
export function readNodeTest(file: string): Counts | undefined {
  return parse<Counts>(file);
}

/** Reads Playwright's JSON report. A test that passed only at the second try has failed. */
export function readPlaywright(file: string): Counts | undefined {
  const report = parse<PlaywrightReport>(file);
  return (
    report && {
      passed: report.stats.expected,
      failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
    }
  );
}
