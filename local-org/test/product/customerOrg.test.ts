import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { SObjectRule } from '../../src/dml/SObjectRule.ts';
import { layerSources } from '../../src/metadata/layerSources.ts';
import { readProjectSources, type ProjectSources } from '../../src/metadata/sourceFiles.ts';
import { compileProject } from '../../src/org/compileProject.ts';
import { openOrg } from '../../src/org/openOrg.ts';
import { runTestClass } from '../../src/testing/TestRunner.ts';
import type { TestResult } from '../../src/testing/TestReport.ts';

const PRODUCT = readProjectSources(join(import.meta.dirname, '..', '..', '..'));
const CUSTOMER = readProjectSources(join(import.meta.dirname, 'fixtures', 'customer'));
const CACHE = mkdtempSync(join(tmpdir(), 'customer-org-'));

interface Run {
  readonly results: readonly TestResult[];
  /** `Class.method` of tests during which DML reached the rules of User. */
  readonly writers: ReadonlySet<string>;
  readonly coverage: readonly { class: string; covered: number; total: number }[];
}

const nameOf = (result: TestResult): string => `${result.class}.${result.method}`;

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

  test('tests that write no user pass, and cover three quarters of every class by themselves', () => {
    const passing = plain.results.filter(({ outcome }) => outcome === 'passed').map(nameOf);
    const names = new Set(passing.filter((name) => !plain.writers.has(name)));
    assert.ok(names.size > 100, `${names.size} tests write no user.`);
    const { results, writers, coverage } = run(layered, (name) => names.has(name));
    assert.equal(results.length, names.size);
    assert.deepEqual(
      results.filter(({ outcome }) => outcome !== 'passed').map((result) => `${nameOf(result)}: ${result.message}`),
      [],
    );
    assert.deepEqual([...writers], []);
    const own = coverage.filter(({ class: name }) => name !== 'LegalUsers');
    const thin = own.filter(({ covered, total }) => total > 0 && covered / total < 0.75);
    assert.deepEqual(
      thin.map(({ class: name, covered, total }) => `${name} ${covered}/${total}`),
      [],
    );
  });

  test('tests that insert users fail there, as they do in the org of such a customer', () => {
    const { results } = run(layered, (name) => plain.writers.has(name));
    const passed = results.filter(({ outcome }) => outcome === 'passed').map(nameOf);
    assert.deepEqual(passed, []);
    for (const { message } of results) assert.match(message ?? '', /CostCenter__c/);
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
