import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { SObjectRule } from '../../src/dml/SObjectRule.ts';
import { cacheDirectory } from '../../src/cli/project.ts';
import { layerSources } from '../../src/metadata/layerSources.ts';
import { readProjectSources, type ProjectSources } from '../../src/metadata/sourceFiles.ts';
import { compileProject } from '../../src/org/compileProject.ts';
import { openOrg } from '../../src/org/openOrg.ts';
import { runTestClass } from '../../src/testing/TestRunner.ts';
import type { TestResult } from '../../src/testing/TestReport.ts';

const PRODUCT = readProjectSources(join(import.meta.dirname, '..', '..', '..'));
const CUSTOMER = readProjectSources(join(import.meta.dirname, 'fixtures', 'customer'));
const CACHE = cacheDirectory(PRODUCT);

interface Run {
  readonly results: readonly TestResult[];
  /** `Class.method` of tests during which DML reached the rules of User. */
  readonly writers: ReadonlySet<string>;
  readonly coverage: readonly { class: string; covered: number; total: number }[];
}

const nameOf = (result: TestResult): string => `${result.class}.${result.method}`;

const passed = ({ results }: Run): string[] => results.filter(({ outcome }) => outcome === 'passed').map(nameOf);

/** Runs Apex tests one by one in a fresh org and notes which of them write users. */
function run(project: ProjectSources, isChosen: (name: string) => boolean): Run {
  const compiled = compileProject(project, CACHE);
  assert.deepEqual(compiled.problems, []);
  const org = openOrg({ compiled, file: ':memory:', seed: { kind: 'scratch' }, coverage: true });
  try {
    let wrote = false;
    const probe: SObjectRule = {
      objects: ['User'],
      beforeSave: () => {
        wrote = true;
      },
    };
    (org.rules as SObjectRule[]).unshift(probe);
    const results: TestResult[] = [];
    const writers = new Set<string>();
    for (const testClass of org.program.testClasses) {
      for (const method of testClass.methods) {
        wrote = false;
        const isThis = (name: string): boolean => name === method.name && isChosen(`${testClass.name}.${name}`);
        const found = runTestClass(org, testClass, org.administratorId, isThis);
        results.push(...found);
        if (wrote) found.forEach((result) => writers.add(nameOf(result)));
      }
    }
    return { results, writers, coverage: org.program.coverage() };
  } finally {
    org.close();
  }
}

describe('an org with a required field, a validation rule and a trigger on User', () => {
  const plain = run(PRODUCT, () => true);
  const layered = layerSources(PRODUCT, CUSTOMER);

  const passing = new Set(passed(plain));
  const inLayer = run(layered, (name) => passing.has(name));

  test('tests that write no user pass', () => {
    const safe = [...passing].filter((name) => !plain.writers.has(name));
    assert.ok(safe.length > 100, `${safe.length} tests write no user.`);
    const stillPassing = new Set(passed(inLayer));
    assert.deepEqual(
      safe.filter((name) => !stillPassing.has(name)),
      [],
    );
  });

  test('tests that pass there cover three quarters of every class by themselves', () => {
    const able = new Set(passed(inLayer));
    const { coverage } = run(layered, (name) => able.has(name));
    const own = coverage.filter(({ class: name }) => name !== 'LegalUsers');
    const thin = own.filter(({ covered, total }) => total > 0 && covered / total < 0.75);
    assert.deepEqual(
      thin.map(({ class: name, covered, total }) => `${name} ${covered}/${total}`),
      [],
    );
  });

  test('tests that insert users fail there, as they do in the org of such a customer', () => {
    const failed = inLayer.results.filter(({ outcome }) => outcome !== 'passed');
    assert.ok(failed.length > 5, `${failed.length} tests fail.`);
    for (const { message } of failed) assert.match(message ?? '', /CostCenter__c/);
  });

  test('a restore tells each user what the rules of the customer said, with a cure', () => {
    const { results } = run(layered, (name) => name.startsWith('CustomerRestoreTest.'));
    assert.equal(results.length, 4);
    assert.deepEqual(
      results.filter(({ outcome }) => outcome !== 'passed').map((result) => `${nameOf(result)}: ${result.message}`),
      [],
    );
  });
});
