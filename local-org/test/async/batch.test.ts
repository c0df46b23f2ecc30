import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsOf, testClass, TestOrg, type Files } from '../org/TestOrg.ts';

const BATCHES: Files = {
  Sweep: `public class Sweep implements Database.Batchable<SObject> {
    public Integer seen = 0;
    public Database.QueryLocator start(Database.BatchableContext context) {
        return Database.getQueryLocator([SELECT Id, Name FROM Account ORDER BY Name]);
    }
    public void execute(Database.BatchableContext context, List<Account> scope) {
        seen += scope.size();
        for (Account one : scope) {
            if (one.Name == 'bad') throw new IllegalArgumentException('bad one');
            one.Description = 'seen ' + seen;
        }
        update as system scope;
    }
    public void finish(Database.BatchableContext context) {
        insert as system new Account(Name = 'finished ' + seen);
    }
}`,
  Count: `public class Count implements Database.Batchable<Integer>, Database.Stateful {
    public Integer sum = 0;
    public static Integer parts = 0;
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3, 4, 5 }; }
    public void execute(Database.BatchableContext context, List<Integer> scope) {
        parts++;
        sum += scope.size();
        if (scope.contains(3)) throw new IllegalArgumentException('three');
        insert as system new Account(Name = 'part ' + parts + ' sum ' + sum);
    }
    public void finish(Database.BatchableContext context) {
        AsyncApexJob job = [SELECT TotalJobItems, JobItemsProcessed, NumberOfErrors FROM AsyncApexJob WHERE Id = :context.getJobId() WITH SYSTEM_MODE];
        insert as system new Account(Name = 'sum ' + sum + ' of ' + job.JobItemsProcessed + '/' + job.TotalJobItems + ' errors ' + job.NumberOfErrors);
    }
}`,
  Broken: `public class Broken implements Database.Batchable<SObject> {
    public Iterable<SObject> start(Database.BatchableContext context) { throw new IllegalArgumentException('no start'); }
    public void execute(Database.BatchableContext context, List<SObject> scope) {}
    public void finish(Database.BatchableContext context) { insert as system new Account(Name = 'never'); }
}`,
  Calling: `public class Calling implements Database.Batchable<Integer> {
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1 }; }
    public void execute(Database.BatchableContext context, List<Integer> scope) { Database.executeBatch(new Count()); }
    public void finish(Database.BatchableContext context) { Database.executeBatch(new Count()); }
}`,
};

const names = (org: TestOrg): unknown[] =>
  org.query('SELECT "Name" FROM "Account" ORDER BY "Id"').map((row) => row.Name);

describe('batches of a running org', () => {
  it('read a locator, and forget their members between parts unless they are stateful', () => {
    const org = new TestOrg(BATCHES);
    org.execute(`insert as system new List<Account>{ new Account(Name='a'), new Account(Name='b'), new Account(Name='c') };
      Database.executeBatch(new Sweep(), 2);`);
    org.work();
    const rows = org.query('SELECT "Name", "Description" FROM "Account" ORDER BY "Id"');
    assert.deepEqual(
      rows.map((row) => [row.Name, row.Description]),
      [
        ['a', 'seen 2'],
        ['b', 'seen 2'],
        ['c', 'seen 1'],
        ['finished 0', null],
      ],
    );
    const [job] = org.query('SELECT * FROM "AsyncApexJob"');
    assert.deepEqual(
      [job?.JobType, job?.Status, job?.TotalJobItems, job?.JobItemsProcessed, job?.NumberOfErrors],
      ['BatchApex', 'Completed', 2, 2, 0],
    );
    org.close();
  });

  it('keep the state of the parts that ended well, with fresh statics for each', () => {
    const org = new TestOrg(BATCHES);
    org.execute(`Database.executeBatch(new Count(), 2);`);
    org.work();
    assert.deepEqual(names(org), ['part 1 sum 2', 'part 1 sum 3', 'sum 3 of 3/3 errors 1']);
    const [job] = org.query('SELECT * FROM "AsyncApexJob"');
    assert.equal(job?.ExtendedStatus, 'First error: System.IllegalArgumentException: three');
    assert.equal(job?.NumberOfErrors, 1);
    org.close();
  });

  it('fail as a whole when they cannot start', () => {
    const org = new TestOrg(BATCHES);
    org.execute(`Database.executeBatch(new Broken());`);
    org.work();
    assert.deepEqual(names(org), []);
    assert.equal(org.query('SELECT * FROM "AsyncApexJob"')[0]?.Status, 'Failed');
    org.close();
  });

  it('start another batch from finish only', () => {
    const org = new TestOrg(BATCHES);
    org.execute(`Database.executeBatch(new Calling());`);
    org.work();
    const jobs = org.query('SELECT * FROM "AsyncApexJob" ORDER BY "Id"');
    assert.match(
      String(jobs[0]?.ExtendedStatus),
      /cannot be called from a batch start, batch execute, or future method/,
    );
    assert.equal(jobs.length, 2);
    org.close();
  });

  it('wait in the flex queue behind five others, up to 100', () => {
    const org = new TestOrg(BATCHES);
    const start = (count: number): void =>
      org.execute(`for (Integer i = 0; i < ${count}; i++) Database.executeBatch(new Broken());`);
    start(105);
    assert.equal(org.query(`SELECT * FROM "AsyncApexJob" WHERE "Status" = 'Holding'`).length, 100);
    assert.throws(() => start(1), /flex queue/);
    org.close();
  });

  it('take a positive scope and a batchable only', () => {
    const org = new TestOrg(BATCHES);
    assert.throws(() => org.execute(`Database.executeBatch(new Count(), 0);`), /greater than 0/);
    assert.throws(() => org.execute(`Database.executeBatch(new Account());`), /TypeException|does not implement/);
    org.close();
  });
});

describe('batches in tests', () => {
  it('run one part at stopTest', () => {
    const org = new TestOrg({
      ...BATCHES,
      ...testClass('BatchTest', {
        one: `insert new Account(Name = 'a'); Test.startTest(); Id job = Database.executeBatch(new Sweep());
          Assert.areEqual('Queued', [SELECT Status FROM AsyncApexJob WHERE Id = :job].Status);
          Test.stopTest(); Assert.areEqual('seen 1', [SELECT Description FROM Account WHERE Name = 'a'].Description);
          Assert.areEqual(1, [SELECT TotalJobItems FROM AsyncApexJob WHERE Id = :job].TotalJobItems);`,
        two: `Test.startTest(); Database.executeBatch(new Count(), 2);
          try { Test.stopTest(); Assert.fail('no exception'); }
          catch (UnexpectedException e) { Assert.isTrue(e.getMessage().startsWith('No more than one executeBatch')); }`,
        throwing: `insert new Account(Name = 'bad'); Test.startTest(); Database.executeBatch(new Sweep());
          try { Test.stopTest(); Assert.fail('no exception'); }
          catch (IllegalArgumentException e) { Assert.areEqual('bad one', e.getMessage()); }`,
        tooMany: `Test.startTest(); for (Integer i = 0; i < 6; i++) Database.executeBatch(new Broken());`,
      }),
    });
    const [one, two, throwing, tooMany] = org.test('BatchTest').map(({ message }) => message);
    assert.deepEqual([one, two, throwing], [null, null, null]);
    assert.match(tooMany ?? '', /System.LimitException: Attempted to schedule too many concurrent batch jobs/);
    org.close();
  });
});

describe('batches that do not compile', () => {
  it('lack a method, or make a locator of something that is no query', () => {
    const start = 'public Integer start(Database.BatchableContext context) { return 1; }';
    const rest = `public void execute(Database.BatchableContext c, List<SObject> s) {} public void finish(Database.BatchableContext c) {}`;
    const batch = (members: string): Files => ({
      B: `public class B implements Database.Batchable<SObject> { ${members} }`,
    });
    assert.match(problemsOf(batch(start + rest)).join(), /APX0128/);
    assert.match(problemsOf(batch(rest)).join(), /APX0109/);
    const locator = `public Database.QueryLocator start(Database.BatchableContext c) {
      List<Account> found = [SELECT Id FROM Account]; return Database.getQueryLocator(found); }`;
    assert.match(problemsOf(batch(locator + rest)).join(), /APX0301/);
  });
});
