import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testClass, TestOrg, type Files } from '../org/TestOrg.ts';

const NOTE: Files = {
  Note: `public class Note {
    public static void write(String text) { insert as system new Account(Name = text); }
    public static Integer count(String text) { return [SELECT COUNT() FROM Account WHERE Name = :text WITH SYSTEM_MODE]; }
}`,
  WriteJob: `public class WriteJob implements Queueable {
    public String text;
    public transient String dropped = 'kept';
    public List<String> more = new List<String>();
    public WriteJob(String text) { this.text = text; }
    public void execute(QueueableContext context) {
        Note.write(text + more.size() + dropped);
    }
}`,
  Chain: `public class Chain implements Queueable {
    public Integer left;
    public Chain(Integer left) { this.left = left; }
    public void execute(QueueableContext context) {
        Note.write('chain' + AsyncInfo.getCurrentQueueableStackDepth());
        if (left > 0) System.enqueueJob(new Chain(left - 1));
    }
}`,
  Failing: `public class Failing implements Queueable, Finalizer {
    public Boolean again;
    public String seen = 'nothing';
    public Failing(Boolean again) { this.again = again; }
    public void execute(QueueableContext context) {
        System.attachFinalizer(this);
        seen = 'state';
        Note.write('rolled back');
        Integer zero = 0;
        Integer result = 1 / zero;
    }
    public void execute(FinalizerContext context) {
        Note.write(context.getResult().name() + ' ' + context.getException().getMessage() + ' ' + seen);
        if (again) System.enqueueJob(new Failing(true));
    }
}`,
};

function names(org: TestOrg): unknown[] {
  return org.query('SELECT "Name" FROM "Account" ORDER BY "Id"').map((row) => row.Name);
}

describe('queueables of a running org', () => {
  it('run after the commit with a copy of their state, without transient fields', () => {
    const org = new TestOrg(NOTE);
    org.execute(`WriteJob job = new WriteJob('a'); System.enqueueJob(job); job.text = 'changed'; job.more.add('x');`);
    assert.deepEqual(names(org), []);
    org.work();
    assert.deepEqual(names(org), ['a0null']);
    const [row] = org.query(
      'SELECT j.*, c."Name" AS "Class" FROM "AsyncApexJob" j JOIN "ApexClass" c ON c."Id" = j."ApexClassId"',
    );
    assert.equal(row?.Status, 'Completed');
    assert.equal(row?.JobType, 'Queueable');
    assert.equal(row?.Class, 'WriteJob');
    org.close();
  });

  it('are gone when the transaction that enqueued them fails or rolls back', () => {
    const org = new TestOrg(NOTE);
    assert.throws(() => org.execute(`System.enqueueJob(new WriteJob('a')); Integer z = 0; z = 1 / z;`), /Divide by 0/);
    org.execute(`Savepoint s = Database.setSavepoint(); System.enqueueJob(new WriteJob('b')); Database.rollback(s);`);
    org.work();
    assert.deepEqual(names(org), []);
    assert.equal(org.query('SELECT * FROM "AsyncApexJob"').length, 0);
    org.close();
  });

  it('may be chained, one by one, up to the depth that AsyncOptions set', () => {
    const org = new TestOrg(NOTE);
    org.execute(`System.enqueueJob(new Chain(1));`);
    org.work();
    assert.deepEqual(names(org), ['chain1', 'chain2']);
    org.execute(
      `AsyncOptions o = new AsyncOptions(); o.MaximumQueueableStackDepth = 2; System.enqueueJob(new Chain(5), o);`,
    );
    org.work();
    // The second job fails when it enqueues the third, so what it wrote is rolled back.
    assert.deepEqual(names(org), ['chain1', 'chain2', 'chain1']);
    const [last] = org.query('SELECT * FROM "AsyncApexJob" ORDER BY "Id" DESC LIMIT 1');
    assert.equal(last?.ExtendedStatus, 'System.AsyncException: Maximum stack depth has been reached.');
    org.close();
  });

  it('wait for their delay', () => {
    const org = new TestOrg(NOTE);
    org.execute(`System.enqueueJob(new WriteJob('late'), 5);`);
    org.work();
    assert.deepEqual(names(org), []);
    org.clock.advance(5 * 60_000);
    org.work();
    assert.deepEqual(names(org), ['late0null']);
    assert.throws(() => org.execute(`System.enqueueJob(new WriteJob('x'), 11);`), /IllegalArgumentException/);
    org.close();
  });

  it('are refused while another one with the same signature waits', () => {
    const org = new TestOrg(NOTE);
    const enqueue = `AsyncOptions o = new AsyncOptions();
      o.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('x').addInteger(1).addId(UserInfo.getUserId()).build();
      System.enqueueJob(new WriteJob('a'), o);`;
    org.execute(enqueue);
    assert.throws(
      () => org.execute(enqueue),
      /DuplicateMessageException: Attempt to enqueue job with duplicate queueable signature/,
    );
    org.work();
    org.execute(enqueue);
    org.work();
    assert.deepEqual(names(org), ['a0null', 'a0null']);
    org.close();
  });

  it('can be aborted while they wait', () => {
    const org = new TestOrg(NOTE);
    org.execute(`Id job = System.enqueueJob(new WriteJob('a'), 1); System.abortJob(job);`);
    org.clock.advance(120_000);
    org.work();
    assert.deepEqual(names(org), []);
    assert.equal(org.query('SELECT * FROM "AsyncApexJob"')[0]?.Status, 'Aborted');
    org.close();
  });

  it('tell their finalizer what happened, with the state at their end', () => {
    const org = new TestOrg(NOTE);
    org.execute(`System.enqueueJob(new Failing(false));`);
    org.work();
    assert.deepEqual(names(org), ['UNHANDLED_EXCEPTION Divide by 0 state']);
    assert.equal(org.query('SELECT * FROM "AsyncApexJob"')[0]?.Status, 'Failed');
    org.close();
  });

  it('are enqueued again by a finalizer five times in a row at most', () => {
    const org = new TestOrg(NOTE);
    org.execute(`System.enqueueJob(new Failing(true));`);
    org.work();
    assert.equal(org.query(`SELECT * FROM "AsyncApexJob" WHERE "Status" = 'Failed'`).length, 6);
    org.close();
  });

  it('do not store what cannot be stored', () => {
    const org = new TestOrg({
      ...NOTE,
      Holder: `public class Holder implements Queueable {
        Object held;
        public Holder(Object held) { this.held = held; }
        public void execute(QueueableContext context) {}
    }`,
    });
    const code = `System.enqueueJob(new Holder(Pattern.compile('a').matcher('a')));`;
    assert.throws(() => org.execute(code), /SerializationException: Not Serializable: System.Matcher/);
    org.execute(
      `System.enqueueJob(new Holder(new List<Object>{ 1, 1.5, 'x', Date.today(), new Account(Name = 'x'), Account.SObjectType }));`,
    );
    org.close();
  });

  it('have the limits of asynchronous Apex', () => {
    const org = new TestOrg({
      ...NOTE,
      Limited: `public class Limited implements Queueable {
        public void execute(QueueableContext context) {
            Note.write(Limits.getLimitQueries() + ' ' + Limits.getLimitQueueableJobs() + ' ' + Limits.getQueries());
            System.enqueueJob(new WriteJob('one'));
            System.enqueueJob(new WriteJob('two'));
        }
    }`,
    });
    org.execute(`System.enqueueJob(new Limited());`);
    org.work();
    assert.deepEqual(names(org), []);
    const [row] = org.query('SELECT * FROM "AsyncApexJob"');
    assert.equal(row?.ExtendedStatus, 'System.LimitException: Too many queueable jobs added to the queue: 2');
    org.close();
  });
});

describe('queueables in tests', () => {
  it('run at stopTest and not before; their exceptions come out of it', () => {
    const org = new TestOrg({
      ...NOTE,
      ...testClass('QueueTest', {
        runs: `Test.startTest(); System.enqueueJob(new WriteJob('a')); Assert.areEqual(0, Note.count('a0null'));
          Test.stopTest(); Assert.areEqual(1, Note.count('a0null'));
          Assert.areEqual('Completed', [SELECT Status FROM AsyncApexJob WITH SYSTEM_MODE].Status);`,
        delayIsIgnored: `Test.startTest(); System.enqueueJob(new WriteJob('a'), 9); Test.stopTest(); Assert.areEqual(1, Note.count('a0null'));`,
        noChains: `Test.startTest(); System.enqueueJob(new Chain(1));
          try { Test.stopTest(); Assert.fail('no exception'); }
          catch (AsyncException e) { Assert.areEqual('Maximum stack depth has been reached.', e.getMessage()); }`,
        finalizers: `Test.startTest(); System.enqueueJob(new Failing(false));
          try { Test.stopTest(); Assert.fail('no exception'); } catch (MathException e) { Assert.areEqual('Divide by 0', e.getMessage()); }
          Assert.areEqual(1, Note.count('UNHANDLED_EXCEPTION Divide by 0 state'));`,
        finalizerOutside: `try { System.attachFinalizer(new Failing(false)); Assert.fail('no exception'); }
          catch (HandledException e) { Assert.isTrue(e.getMessage().contains('not allowed')); }`,
      }),
    });
    assert.deepEqual(
      org.test('QueueTest').map(({ method, message }) => [method, message]),
      [
        ['runs', null],
        ['delayIsIgnored', null],
        ['noChains', null],
        ['finalizers', null],
        ['finalizerOutside', null],
      ],
    );
    org.close();
  });
});

describe('the contexts of jobs', () => {
  it('are interfaces, so that tests can pass their own', () => {
    const org = new TestOrg({
      Contexts: `public class Contexts {
        public class OfQueueable implements QueueableContext { public Id getJobId() { return '707000000000001'; } }
        public class OfBatch implements Database.BatchableContext {
          public Id getJobId() { return '707000000000002'; }
          public Id getChildJobId() { return '707000000000003'; }
        }
        public class OfSchedule implements SchedulableContext { public Id getTriggerId() { return '08e000000000001'; } }
        public class OfFinalizer implements FinalizerContext {
          public Id getAsyncApexJobId() { return '707000000000004'; }
          public ParentJobResult getResult() { return ParentJobResult.SUCCESS; }
          public Exception getException() { return null; }
          public String getRequestId() { return 'request'; }
        }
      }`,
      Work: `public class Work implements Queueable, Schedulable, Database.Batchable<Integer>, Finalizer {
        public static String seen = '';
        public void execute(QueueableContext context) { seen += context.getJobId(); }
        public void execute(SchedulableContext context) { seen += context.getTriggerId(); }
        public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>(); }
        public void execute(Database.BatchableContext context, List<Integer> scope) { seen += context.getChildJobId(); }
        public void finish(Database.BatchableContext context) { seen += context.getJobId(); }
        public void execute(FinalizerContext context) { seen += context.getAsyncApexJobId() + context.getResult().name() + context.getRequestId(); }
      }`,
      ...testClass('ContextsTest', {
        own: `Work job = new Work(); job.execute(new Contexts.OfQueueable()); job.execute(new Contexts.OfSchedule());
          job.execute(new Contexts.OfBatch(), null); job.finish(new Contexts.OfBatch()); job.execute(new Contexts.OfFinalizer());
          Assert.areEqual('707000000000001AAA08e000000000001AAA707000000000003AAA707000000000002AAA707000000000004AAASUCCESSrequest', Work.seen);`,
      }),
    });
    assert.deepEqual(
      org.test('ContextsTest').map(({ outcome, message }) => [outcome, message]),
      [['passed', null]],
    );
    org.close();
  });
});
