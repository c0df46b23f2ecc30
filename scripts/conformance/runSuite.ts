import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestReport } from '../../local-org/src/testing/TestReport.ts';
import { COMMANDS, UserError } from '../project/run.ts';

/** Runs the tests of a project as `local-org test --source DIR --json FILE`. Throws UserError when there is no report. */
export function runSuite(directory: string): TestReport {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    const file = join(folder, 'report.json');
    const args = [COMMANDS.localOrg, 'test', '--source', resolve(directory), '--json', file];
    const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (!existsSync(file)) throw new UserError(`The tests of ${directory} did not run. ${run.stderr.trim()}`);
    return JSON.parse(readFileSync(file, 'utf8')) as TestReport;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
