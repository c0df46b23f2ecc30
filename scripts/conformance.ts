// npm run conformance -- [--min PERCENT] DIR...: runs the Apex tests of other people's projects on the local org, unmodified.
// Exit code 0 when each of them passed as many tests as asked for: PERCENT of them, else the number recorded for a folder of that
// name in config/conformance.json, else all.
import { parseArgs } from 'node:util';
import { minimumOf, readMinimums } from './conformance/minimums.ts';
import { runSuite } from './conformance/runSuite.ts';
import { describeSuite } from './conformance/summary.ts';
import { main, UserError } from './project/run.ts';

await main(() => {
  const { directories, percent } = readArguments(process.argv.slice(2));
  const minimums = readMinimums();
  let missed = 0;
  for (const directory of directories) {
    const report = runSuite(directory);
    const minimum = minimumOf(directory, report.summary.tests, percent, minimums);
    const isMet = report.summary.tests > 0 && report.summary.passed >= minimum;
    process.stdout.write(`${describeSuite(directory, report, minimum)}\n`);
    if (!isMet) missed++;
  }
  process.stdout.write(`${directories.length} suites, ${missed} below their minimum\n`);
  if (missed > 0) process.exitCode = 1;
});

function readArguments(args: readonly string[]): { directories: string[]; percent: number | null } {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: { min: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new UserError((error as Error).message);
  }
  const { values, positionals } = parsed;
  if (positionals.length === 0) throw new UserError('Usage: npm run conformance -- [--min PERCENT] DIR...');
  const percent = values.min === undefined ? null : Number(values.min);
  if (percent !== null && !(percent >= 0 && percent <= 100)) {
    throw new UserError(`--min is a percentage from 0 to 100, not "${values.min}".`);
  }
  return { directories: positionals, percent };
}
