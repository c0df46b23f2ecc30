import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { cacheDirectory } from '../../src/cli/project.ts';
import { layerSources } from '../../src/metadata/layerSources.ts';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { compileProject } from '../../src/org/compileProject.ts';
import { openOrg } from '../../src/org/openOrg.ts';
import { runTestClass } from '../../src/testing/TestRunner.ts';

test('a trigger of another author that strips 200 users as they are deactivated takes nothing from their snapshots', () => {
  const product = readProjectSources(join(import.meta.dirname, '..', '..', '..'));
  const customer = readProjectSources(join(import.meta.dirname, 'fixtures', 'leavers'));
  const compiled = compileProject(layerSources(product, customer), cacheDirectory(product));
  assert.deepEqual(compiled.problems, []);
  const org = openOrg({ compiled, file: ':memory:', seed: { kind: 'scratch' } });
  try {
    const testClass = org.program.testClasses.find(({ name }) => name === 'LeaversTest');
    assert.ok(testClass);
    assert.deepEqual(
      runTestClass(org, testClass, org.administratorId, () => true).map(({ outcome, message }) => [outcome, message]),
      [['passed', null]],
    );
  } finally {
    org.close();
  }
});
