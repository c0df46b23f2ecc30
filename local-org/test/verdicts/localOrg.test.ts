import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileCase, refusalReason } from './compileCase.ts';
import { readVerdictCases } from './verdictCases.ts';

describe("verdicts of the local org's compiler", () => {
  for (const one of readVerdictCases()) {
    it(`${one.name}: ${one.reason}`, () => {
      const diagnostics = compileCase(one);
      const said = diagnostics.map(({ code, line, text }) => `${code} line ${line}: ${text}`);

      if (one.verdict === 'accepted' && one.localOrg.length > 0) {
        // Stricter than Salesforce, and said so in docs/differences.md: by these codes and no others.
        const codes = new Set(diagnostics.map(({ code }) => code));
        assert.deepEqual([...codes], one.localOrg, said.join('\n'));
      } else if (one.verdict === 'accepted') {
        assert.deepEqual(said, []);
      } else {
        assert.notDeepEqual(said, [], 'the local org accepts what Salesforce refuses');
        assert.ok(
          refusalReason(one, diagnostics),
          `refused, but for another reason than ${one.localOrg.join(' or ')}:\n${said.join('\n')}`,
        );
      }
    });
  }
});
