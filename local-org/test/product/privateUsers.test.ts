import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { cacheDirectory } from '../../src/cli/project.ts';
import { layerSources } from '../../src/metadata/layerSources.ts';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { compileProject } from '../../src/org/compileProject.ts';
import { openOrg } from '../../src/org/openOrg.ts';
import { runTestClass } from '../../src/testing/TestRunner.ts';

test('private users are hidden by sharing and user mode, and the product reads past that', () => {
  const product = readProjectSources(join(import.meta.dirname, '..', '..', '..'));
  const probe = readProjectSources(join(import.meta.dirname, 'fixtures', 'private'));
  const compiled = compileProject(layerSources(product, probe), cacheDirectory(product));
  assert.deepEqual(compiled.problems, []);
  const org = openOrg({ compiled, file: ':memory:', seed: { kind: 'scratch' } });
  try {
    org.behavior.usersArePrivate = true;
    const testClass = org.program.testClasses.find(({ name }) => name === 'PrivateUsersTest');
    assert.ok(testClass);
    const results = runTestClass(org, testClass, org.administratorId, () => true);
    assert.deepEqual(
      results.map(({ method, outcome, message }) => [method, outcome, message]),
      [
        ['shouldHideUsersFromSharingAndUserModeOnly', 'passed', null],
        ['shouldGiveSubscribersNoRightsInUserMode', 'passed', null],
      ],
    );
  } finally {
    org.close();
  }
});
