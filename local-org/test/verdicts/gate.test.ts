import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { askGate, gateDisagreement, whyGateIsAbsent, type GateFinding } from './platformGate.ts';
import { readVerdictCases } from './verdictCases.ts';

const absent = whyGateIsAbsent();

describe("verdicts of platform-gate's compiler", { skip: absent ?? false }, () => {
  let findings: Map<string, GateFinding[]>;

  before(async () => {
    findings = await askGate(readVerdictCases());
  });

  for (const one of readVerdictCases().filter(({ gate }) => gate.kind !== 'not asked')) {
    it(one.name, () => {
      const found = findings.get(one.name);
      assert.ok(found, 'the gate was not asked about this case');
      const disagreement = gateDisagreement(one, found);
      assert.equal(disagreement, null, disagreement ?? '');
    });
  }
});
