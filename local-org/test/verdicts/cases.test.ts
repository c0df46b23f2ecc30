import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readVerdictCases, type VerdictCase } from './verdictCases.ts';

const MINIMUM = 60;

const cases = readVerdictCases();

describe('the collection of verdict cases', () => {
  it('has enough faulty and valid cases', () => {
    const count = (verdict: VerdictCase['verdict']): number => cases.filter((one) => one.verdict === verdict).length;

    assert.ok(count('refused') >= MINIMUM, `${count('refused')} refused`);
    assert.ok(count('accepted') >= MINIMUM, `${count('accepted')} accepted`);
  });

  it('gives every file another name, so that cases can be compiled together', () => {
    const names = cases.flatMap((one) => one.files.map((file) => file.name.toLowerCase()));
    const repeated = names.filter((name, index) => names.indexOf(name) !== index);

    assert.deepEqual(repeated, []);
  });

  it('says of every refused case by which diagnostic it is refused', () => {
    const vague = cases.filter((one) => one.verdict === 'refused' && one.localOrg.some((word) => word.length < 4));

    assert.deepEqual(
      vague.map((one) => one.name),
      [],
    );
  });
});
