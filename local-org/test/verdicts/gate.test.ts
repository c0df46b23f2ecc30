import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { askGate, gateDisagreement, whyGateIsAbsent, type GateFinding } from './platformGate.ts';
import { readVerdictCases } from './verdictCases.ts';

const absent = whyGateIsAbsent();
const cases = readVerdictCases();

describe("verdicts of platform-gate's compiler", () => {
  let findings: Map<string, GateFinding[]>;

  before(async () => {
    if (absent === null) findings = await askGate(cases);
  });

  for (const one of cases.filter(({ gate }) => gate.kind !== 'not asked')) {
    it(one.name, { skip: absent ?? false }, () => {
      const found = findings.get(one.name);
      assert.ok(found, 'the gate was not asked about this case');
      const disagreement = gateDisagreement(one, found);
      assert.equal(disagreement, null, disagreement ?? '');
    });
  }
});
