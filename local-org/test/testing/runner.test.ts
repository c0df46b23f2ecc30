import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { runApexTests } from '../../src/testing/runApexTests.ts';
import { testClass, TestOrg } from '../org/TestOrg.ts';

describe('the test runner', () => {
  it('runs @TestSetup once, gives every method its own data and fresh statics', () => {
    const org = new TestOrg({
      SetupTest: `@IsTest private class SetupTest {
        static Integer calls = 0;
        @TestSetup static void setup() { calls++; insert new Account(Name = 'setup'); }
        static void isFresh() { Assert.areEqual(0, calls); Assert.areEqual(1, [SELECT COUNT() FROM Account]); calls++; insert new Account(Name = 'mine'); }
        @IsTest static void first() { isFresh(); }
        @IsTest static void second() { isFresh(); }
      }`,
    });
    assert.deepEqual(
      org.test('SetupTest').map(({ outcome, message }) => [outcome, message]),
      [
        ['passed', null],
        ['passed', null],
      ],
    );
    assert.equal(org.query('SELECT * FROM "Account"').length, 0);
    org.close();
  });

  it('fails every method when the setup fails', () => {
    const org = new TestOrg({
      BrokenTest: `@IsTest private class BrokenTest {
        @TestSetup static void setup() { throw new IllegalArgumentException('setup'); }
        @IsTest static void first() {}
        @IsTest static void second() {}
      }`,
    });
    const results = org.test('BrokenTest');
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ['failed', 'failed'],
    );
    assert.match(results[0]?.message ?? '', /IllegalArgumentException: setup/);
    org.close();
  });

  it('tells passed, failed with its line, and refused apart', () => {
    const org = new TestOrg({
      ...testClass('KindsTest', {
        passes: 'Assert.isTrue(true);',
        fails: 'Integer one = 1;\nAssert.areEqual(2, one);',
      }),
      SeeingTest: `@IsTest(SeeAllData=true) private class SeeingTest { @IsTest static void any() {} }`,
    });
    const [passes, fails] = org.test('KindsTest');
    assert.equal(passes?.outcome, 'passed');
    assert.equal(fails?.outcome, 'failed');
    assert.equal(fails?.line, 9);
    assert.match(fails?.message ?? '', /Assertion Failed: Expected: 2, Actual: 1/);
    assert.deepEqual(
      org.test('SeeingTest').map(({ outcome }) => outcome),
      ['refused'],
    );
    org.close();
  });

  it('lets nothing that waits reach the next method', () => {
    const org = new TestOrg({
      Job: `public class Job implements Queueable { public void execute(QueueableContext c) { insert as system new Account(Name = 'job'); } }`,
      ...testClass('WaitTest', {
        first: 'System.enqueueJob(new Job());',
        second:
          'Test.startTest(); Test.stopTest(); Assert.areEqual(0, [SELECT COUNT() FROM Account]); Assert.areEqual(0, [SELECT COUNT() FROM AsyncApexJob]);',
      }),
    });
    assert.deepEqual(
      org.test('WaitTest').map(({ message }) => message),
      [null, null],
    );
    org.work();
    assert.equal(org.query('SELECT * FROM "Account"').length, 0);
    org.close();
  });

  it('refuses the tests of classes that do not compile, and filters by name', () => {
    const directory = mkdtempSync(join(tmpdir(), 'local-org-runner-'));
    const meta = '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></ApexClass>';
    const write = (name: string, body: string): void => {
      writeFileSync(join(directory, `${name}.cls`), `@IsTest private class ${name} { ${body} }`);
      writeFileSync(join(directory, `${name}.cls-meta.xml`), meta);
    };
    write('GoodTest', '@IsTest static void runs() {} @IsTest static void other() { Assert.fail(); }');
    write('BadTest', '@IsTest static void never() { Missing.call(); }');
    const options = { cacheDirectory: join(directory, '.cache'), mixedDml: 'documented' as const };
    const all = runApexTests(readProjectSources(directory), { ...options, filter: '' });
    assert.deepEqual([all.summary.passed, all.summary.failed, all.summary.refused, all.summary.tests], [1, 1, 1, 3]);
    assert.match(all.tests.find(({ outcome }) => outcome === 'refused')?.message ?? '', /BadTest.cls:1:\d+ APX/);
    const one = runApexTests(readProjectSources(directory), { ...options, filter: 'GoodTest.runs' });
    assert.deepEqual(
      one.tests.map(({ class: name, method }) => `${name}.${method}`),
      ['GoodTest.runs'],
    );
    rmSync(directory, { recursive: true, force: true });
  });
});
