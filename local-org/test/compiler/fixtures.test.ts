import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { compileSources } from './compileSources.ts';

interface Expectation {
  /** `line code text` of each problem; empty when the class is valid. */
  readonly problems: readonly string[];
  /**
   * What Salesforce's own compiler front end says (package @salesforce/code-analyzer-sfge-engine, API 65): its first message,
   * or `valid`.
   */
  readonly verdict: string;
}

const FOLDER = join(import.meta.dirname, 'fixtures');
const UPDATE = process.env.UPDATE_FIXTURES === '1';

// Each folder holds one class. UPDATE_FIXTURES=1 writes down what the compiler says now; the verdicts stay.
describe('fixtures of the compiler', () => {
  for (const name of readdirSync(FOLDER)) {
    const file = join(FOLDER, name, 'expected.json');
    const expected = JSON.parse(readFileSync(file, 'utf8')) as Expectation;
    it(`${expected.verdict === 'valid' ? 'accepts' : 'refuses'} ${name}`, () => {
      const text = readFileSync(join(FOLDER, name, 'input.cls'), 'utf8');
      const { diagnostics } = compileSources({ Sample: text });
      const problems = diagnostics.map((problem) => `${problem.line} ${problem.code} ${problem.text}`);
      if (UPDATE) writeFileSync(file, `${JSON.stringify({ problems, verdict: expected.verdict }, null, 2)}\n`);
      else assert.deepEqual(problems, expected.problems);
      assert.equal(
        problems.length === 0,
        expected.verdict === 'valid',
        'The verdict differs from that of the platform.',
      );
    });
  }
});
