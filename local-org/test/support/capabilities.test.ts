import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CAPABILITY_AREAS } from '../../src/support/capabilityAreas.ts';
import { askFor } from './askFor.ts';

for (const { name, capabilities } of CAPABILITY_AREAS) {
  describe(name, () => {
    for (const capability of capabilities) {
      it(`${capability.standing}: ${capability.name}`, () => {
        const problems = askFor(capability.example);
        if (capability.standing === 'implemented') assert.deepEqual(problems, []);
        else assert.ok(problems.length > 0, 'It is implemented meanwhile: say so in src/support.');
      });
    }
  });
}

describe('refusals', () => {
  it('name the local org as the one that cannot, not the project as the one that is wrong', () => {
    const blaming = CAPABILITY_AREAS.flatMap(({ capabilities }) => capabilities)
      .filter(({ standing }) => standing === 'refused')
      .map(({ name, example }) => `${name}: ${askFor(example).join(' ')}`)
      .filter((problems) => !/(not supported by|does not deploy)/.test(problems));
    assert.deepEqual(blaming, []);
  });

  it('are listed once', () => {
    for (const { capabilities } of CAPABILITY_AREAS) {
      const names = capabilities.map(({ name }) => name);
      assert.deepEqual(names, [...new Set(names)]);
    }
  });
});
