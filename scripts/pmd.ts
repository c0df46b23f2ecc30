// npm run check:pmd: the recommended PMD rules on the project's Apex, minus what config/pmd-accepted.json accepts.
import { join } from 'node:path';
import { applyAcceptances, readAcceptances } from './pmd/accepted.ts';
import { analyzeApex } from './pmd/analyze.ts';
import { PROJECT_ROOT } from './project/root.ts';
import { main } from './project/run.ts';

const ACCEPTED = 'config/pmd-accepted.json';

await main(async () => {
  const found = await analyzeApex(PROJECT_ROOT);
  const { violations, unused } = applyAcceptances(found, readAcceptances(join(PROJECT_ROOT, ACCEPTED)));
  const lines = [
    ...violations.map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`),
    ...unused.map(({ rule, files }) => `${ACCEPTED}: ${rule} in ${files} is accepted but no longer found; remove it.`),
  ];
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  process.stdout.write(`PMD: ${lines.length} to mend, ${found.length - violations.length} accepted\n`);
  if (lines.length > 0) process.exitCode = 1;
});
