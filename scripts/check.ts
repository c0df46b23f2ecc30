// npm run check: everything that judges the code without running it. check.ts [format|lint|types|pmd]...
import { runPrettier } from './checks/format.ts';
import { checkTypes } from './checks/types.ts';
import { COMMANDS, main, runNode, UserError } from './project/run.ts';

interface Check {
  readonly key: string;
  readonly title: string;
  /** Returns 0 when nothing is found. */
  run(): number;
}

const CHECKS: readonly Check[] = [
  { key: 'format', title: 'Format (Prettier; "npm run format" mends it)', run: () => runPrettier('--check') },
  { key: 'lint', title: 'Lint (ESLint)', run: () => runNode([COMMANDS.eslint, '--max-warnings=0', '.']) },
  { key: 'types', title: 'Types (tsc)', run: checkTypes },
  { key: 'pmd', title: 'Apex rules (PMD, needs Java 17)', run: () => runNode(['scripts/pmd.ts']) },
];

function passes(check: Check): boolean {
  process.stdout.write(`\n=== ${check.title} ===\n`);
  try {
    return check.run() === 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return false;
  }
}

await main(() => {
  const named = process.argv.slice(2);
  const keys = CHECKS.map((check) => check.key);
  const unknown = named.find((name) => !keys.includes(name));
  if (unknown !== undefined) throw new UserError(`Unknown check "${unknown}". Known are ${keys.join(', ')}.`);

  const chosen = CHECKS.filter((check) => named.length === 0 || named.includes(check.key));
  const results = chosen.map((check) => ({ check, passed: passes(check) }));
  const failed = results.filter((result) => !result.passed).length;
  const lines = results.map(({ check, passed }) => `${check.title}: ${passed ? 'passed' : 'failed'}`);
  process.stdout.write(`\n${lines.join('\n')}\n${results.length - failed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
});
