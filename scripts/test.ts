// npm test: runs every suite, or the named ones: test.ts [lwc|apex|local-org|scripts|e2e]... [arguments of the one suite]
import { requireChromium } from './browser/find-chromium.ts';
import { main, UserError } from './project/run.ts';
import { runSuite } from './testing/run-suite.ts';
import { SUITES } from './testing/suites.ts';

await main(() => {
  const args = process.argv.slice(2);
  const keys = SUITES.map((suite) => suite.key);
  const rest = args.findIndex((arg) => !keys.includes(arg));
  const named = rest < 0 ? args : args.slice(0, rest);
  const extra = rest < 0 ? [] : args.slice(rest);
  if (extra.length > 0 && named.length !== 1) {
    throw new UserError(
      `Unknown test suite "${extra[0]}". Known are ${keys.join(', ')}; only one of them takes arguments.`,
    );
  }

  const chosen = SUITES.filter((suite) => named.length === 0 || named.includes(suite.key));
  if (chosen.some((suite) => suite.key === 'e2e')) requireChromium();

  const results = chosen.map((suite) => runSuite(suite, extra));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  process.stdout.write(`\n${results.map((result) => result.line).join('\n')}\n${passed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
});
