import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventObject, testClass, TestOrg, type Files } from '../org/TestOrg.ts';

const FILES: Files = {
  'objects/Now__e': eventObject('PublishImmediately'),
  Later: `public class Later implements Queueable {
    @future public static void call() {}
    public void execute(QueueableContext context) {}
}`,
};

/** Statement that passes the limit, and how Salesforce says so. */
const PASSED: readonly (readonly [statement: string, message: string])[] = [
  ['for (Integer i = 0; i < 101; i++) { List<Account> a = [SELECT Id FROM Account]; }', 'Too many SOQL queries: 101'],
  ["for (Integer i = 0; i < 151; i++) { insert as system new Account(Name = 'a'); }", 'Too many DML statements: 151'],
  [
    "List<Account> all = new List<Account>(); for (Integer i = 0; i < 10001; i++) all.add(new Account(Name = 'a')); insert as system all;",
    'Too many DML rows: 10001',
  ],
  [
    'for (Integer i = 0; i < 51; i++) System.enqueueJob(new Later());',
    'Too many queueable jobs added to the queue: 51',
  ],
  ['for (Integer i = 0; i < 51; i++) Later.call();', 'Too many future calls: 51'],
  ['for (Integer i = 0; i < 151; i++) { Savepoint s = Database.setSavepoint(); }', 'Too many DML statements: 151'],
];

/** What would fill the memory of this machine first. */
const ENDLESS = [
  `List<String> all = new List<String>(); while (true) { all.add('abc'); }`,
  `List<Integer> all = new List<Integer>{ 1 }; while (true) { all.addAll(all); }`,
  `Integer[] all = new Integer[2000000000];`,
];

describe('governor limits', () => {
  for (const code of ENDLESS) {
    it(`end what collects without end: ${code}`, () => {
      const org = new TestOrg({});
      assert.throws(() => org.execute(code), /System.LimitException: Apex heap size too large/);
      org.close();
    });
  }

  for (const [statement, message] of PASSED) {
    it(`end a transaction with "${message}", which nothing catches`, () => {
      const org = new TestOrg(FILES);
      const code = `try { ${statement} } catch (Exception e) { System.debug('caught'); }`;
      assert.throws(() => org.execute(code), new RegExp(`System.LimitException: ${message}`));
      assert.equal(org.query('SELECT * FROM "Account"').length, 0);
      org.close();
    });
  }

  it('count query rows, also those of a locator on their own', () => {
    const org = new TestOrg(FILES);
    org.execute(`insert as system new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };
      List<Account> found = [SELECT Id FROM Account];
      Assert.areEqual(2, Limits.getQueryRows()); Assert.areEqual(1, Limits.getQueries());
      Database.QueryLocator locator = Database.getQueryLocator([SELECT Id FROM Account]);
      Assert.areEqual(2, Limits.getQueryRows()); Assert.areEqual(2, Limits.getQueryLocatorRows()); Assert.areEqual(2, Limits.getQueries());
      Assert.areEqual(2, Limits.getDmlRows()); Assert.areEqual(1, Limits.getDmlStatements());`);
    org.close();
  });

  it('are a second set between startTest and stopTest', () => {
    const query = (count: number): string =>
      `for (Integer i = 0; i < ${count}; i++) { List<Account> a = [SELECT Id FROM Account]; }`;
    const org = new TestOrg({
      ...FILES,
      ...testClass('SetTest', {
        sets: `${query(99)} Test.startTest(); Assert.areEqual(0, Limits.getQueries()); ${query(100)} Test.stopTest();
          Assert.areEqual(99, Limits.getQueries()); ${query(1)}`,
        passedInside: `Test.startTest(); ${query(101)}`,
        passedAfter: `${query(99)} Test.startTest(); Test.stopTest(); ${query(2)}`,
        startTwice: `Test.startTest(); Test.stopTest(); Test.startTest();`,
        stopFirst: `Test.stopTest();`,
        jobsInside: `Test.startTest(); for (Integer i = 0; i < 50; i++) System.enqueueJob(new Later());
          Assert.areEqual(50, Limits.getQueueableJobs()); Test.stopTest(); Assert.areEqual(0, Limits.getQueueableJobs());`,
      }),
    });
    const messages = Object.fromEntries(
      org.test('SetTest').map(({ method, message }) => [method, message?.split('\n')[0]]),
    );
    assert.deepEqual(messages, {
      sets: undefined,
      passedInside: 'System.LimitException: Too many SOQL queries: 101',
      passedAfter: 'System.LimitException: Too many SOQL queries: 101',
      startTwice: 'System.FinalException: Testing already started',
      stopFirst: 'System.FinalException: Testing has not started',
      jobsInside: undefined,
    });
    org.close();
  });
});
