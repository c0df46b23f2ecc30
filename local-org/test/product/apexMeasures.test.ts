import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { DotExpressionContext } from '@apexdevtools/apex-parser';
import type { SObjectRule } from '../../src/dml/SObjectRule.ts';
import { cacheDirectory } from '../../src/cli/project.ts';
import { parse } from '../../src/compiler/1-parse/parse.ts';
import { Diagnostics } from '../../src/compiler/diagnostics.ts';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { compileProject } from '../../src/org/compileProject.ts';
import { openOrg } from '../../src/org/openOrg.ts';
import { runTestClass } from '../../src/testing/TestRunner.ts';

const PRODUCT = readProjectSources(join(import.meta.dirname, '..', '..', '..'));
const WHOLE_SUITE = 0.9;
/** What a deployment to production asks for. */
const WITHOUT_USERS = 0.75;
/** A trigger on User runs when a user is written, and at no other time. */
const NEEDS_USERS = ['ReinstateUserTrigger'];
/** How many arguments the methods of Assert take with a message. */
const WITH_MESSAGE: Readonly<Record<string, number>> = {
  fail: 1,
  isTrue: 2,
  isFalse: 2,
  isNull: 2,
  isNotNull: 2,
  areEqual: 3,
  areNotEqual: 3,
  isInstanceOfType: 3,
  isNotInstanceOfType: 3,
};

interface Run {
  readonly count: number;
  /** `Class.method` of tests during which DML reached the rules of User. */
  readonly writers: ReadonlySet<string>;
  readonly coverage: readonly { class: string; covered: number; total: number }[];
}

/** Runs the Apex tests of the product, one after the other, in an org as a scratch org begins. */
function run(isChosen: (name: string) => boolean): Run {
  const compiled = compileProject(PRODUCT, cacheDirectory(PRODUCT));
  assert.deepEqual(compiled.problems, []);
  const org = openOrg({ compiled, file: ':memory:', seed: { kind: 'scratch' }, coverage: true });
  try {
    let wrote = false;
    const probe: SObjectRule = { objects: ['User'], beforeSave: () => void (wrote = true) };
    (org.rules as SObjectRule[]).unshift(probe);
    let count = 0;
    const writers = new Set<string>();
    for (const testClass of org.program.testClasses) {
      for (const { name: method } of testClass.methods) {
        const name = `${testClass.name}.${method}`;
        if (!isChosen(name)) continue;
        wrote = false;
        count += runTestClass(org, testClass, org.administratorId, (found) => found === method).length;
        if (wrote) writers.add(name);
      }
    }
    return { count, writers, coverage: org.program.coverage() };
  } finally {
    org.close();
  }
}

/** What of each class and trigger is covered, where it is less than this share. */
const thin = ({ coverage }: Run, share: number): string[] =>
  coverage
    .filter(({ covered, total }) => total > 0 && covered / total < share)
    .map(({ class: name, covered, total }) => `${name} ${covered}/${total}`);

interface Tree {
  readonly children?: readonly Tree[] | null;
}

function* dots(tree: Tree): Generator<DotExpressionContext> {
  if (tree.constructor.name === 'DotExpressionContext') yield tree as unknown as DotExpressionContext;
  for (const child of tree.children ?? []) yield* dots(child);
}

/** Assertions without a message, and those of before the class Assert, by file and line. */
function silentAssertions(path: string, text: string): string[] {
  const unit = parse({ path, text, kind: 'class', apiVersion: 67 }, new Diagnostics());
  assert.ok(unit, path);
  return [...dots(unit.tree as unknown as Tree)].flatMap((dot) => {
    const call = dot.dotMethodCall();
    const target = dot.expression().getText().toLowerCase();
    const method = call?.anyId().getText() ?? '';
    const count = call?.expressionList()?.expression_list().length ?? 0;
    const isOld = target === 'system' && /^assert/i.test(method);
    const isSilent = /^(system\.)?assert$/.test(target) && count < (WITH_MESSAGE[method] ?? Infinity);
    return isOld || isSilent ? [`${path}:${dot.start.line} ${dot.getText().slice(0, 60)}`] : [];
  });
}

describe('the Apex tests of the product', () => {
  const all = run(() => true);

  test('cover nine tenths of every class and trigger', () => {
    assert.ok(all.count > 400, `${all.count} tests ran.`);
    assert.deepEqual(thin(all, WHOLE_SUITE), []);
  });

  test('cover three quarters of every class by those alone that write no user', (context) => {
    const without = run((name) => !all.writers.has(name));
    assert.equal(without.writers.size, 0);
    const missing = thin(without, WITHOUT_USERS).map((line) => line.split(' ')[0] ?? '');
    context.diagnostic(`${without.count} of ${all.count} tests write no user`);
    assert.deepEqual(missing, NEEDS_USERS);
  });

  test('say with every assertion what was expected', () => {
    const tests = PRODUCT.apex.filter(({ path }) => path.startsWith('force-app/test/'));
    assert.ok(tests.length > 50, `${tests.length} classes`);
    assert.deepEqual(
      tests.flatMap(({ path, text }) => silentAssertions(path, text)),
      [],
    );
    // The check itself finds what it looks for.
    const silent = "class T { void t() { Assert.isTrue(true); System.assertEquals(1, 1, 'm'); Assert.fail('m'); } }";
    assert.equal(silentAssertions('T.cls', silent).length, 2);
  });
});
