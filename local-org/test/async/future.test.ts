import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsOf, testClass, TestOrg, type Files } from '../org/TestOrg.ts';

const LATER: Files = {
  Later: `public class Later {
    public static Integer calls = 0;
    @future public static void write(List<String> names) {
        calls++;
        for (String name : names) insert as system new Account(Name = name + calls + System.isFuture() + Limits.getLimitQueries());
    }
    @Future(callout=true) public static void again() { write(new List<String>{ 'x' }); }
    @future static void fail() { Integer zero = 0; zero = 1 / zero; }
    public static void callFail() { fail(); }
}`,
};

const names = (org: TestOrg): unknown[] =>
  org.query('SELECT "Name" FROM "Account" ORDER BY "Id"').map((row) => row.Name);

describe('future methods', () => {
  it('run after the commit with copies of their arguments', () => {
    const org = new TestOrg(LATER);
    org.execute(
      `List<String> names = new List<String>{ 'a' }; Later.write(names); names.add('b'); Later.write(names); Assert.areEqual(0, Later.calls);`,
    );
    assert.deepEqual(names(org), []);
    org.work();
    assert.deepEqual(names(org), ['a1true200', 'a1true200', 'b1true200']);
    const [job] = org.query('SELECT * FROM "AsyncApexJob"');
    assert.deepEqual([job?.JobType, job?.MethodName, job?.Status], ['Future', 'write', 'Completed']);
    org.close();
  });

  it('call no other future method, and are 50 in a transaction', () => {
    const org = new TestOrg(LATER);
    org.execute(`Later.again();`);
    org.work();
    assert.equal(
      org.query('SELECT * FROM "AsyncApexJob"')[0]?.ExtendedStatus,
      'System.AsyncException: Future method cannot be called from a future or batch method: Later.write(List<String>)',
    );
    assert.throws(
      () => org.execute(`for (Integer i = 0; i < 51; i++) Later.again();`),
      /LimitException: Too many future calls: 51/,
    );
    org.close();
  });

  it('run at stopTest in a test', () => {
    const org = new TestOrg({
      ...LATER,
      ...testClass('LaterTest', {
        runs: `Test.startTest(); Later.write(new List<String>{ 'a' }); Assert.areEqual(1, Limits.getFutureCalls());
          Assert.areEqual(0, [SELECT COUNT() FROM Account]); Test.stopTest(); Assert.areEqual(1, [SELECT COUNT() FROM Account]);
          Assert.areEqual(0, Later.calls);`,
        throwsAtStop: `Test.startTest(); Later.callFail();
          try { Test.stopTest(); Assert.fail('no exception'); } catch (MathException e) { Assert.areEqual('Divide by 0', e.getMessage()); }`,
      }),
    });
    assert.deepEqual(
      org.test('LaterTest').map(({ message }) => message),
      [null, null],
    );
    org.close();
  });

  it('are static, void and take primitives only', () => {
    const of = (text: string): string => problemsOf({ F: `public class F { @future ${text} }` }).join();
    assert.match(of('public void run() {}'), /APX/);
    assert.match(of('public static Integer run() { return 1; }'), /APX/);
    assert.match(of('public static void run(Account one) {}'), /APX/);
    assert.match(of('public static void run(List<Account> all) {}'), /APX/);
    assert.match(of('public static void run(Object any) {}'), /APX/);
    assert.equal(of('public static void run(Map<Id, String> all, Set<Id> ids, Integer[] numbers, Decimal d) {}'), '');
  });
});
