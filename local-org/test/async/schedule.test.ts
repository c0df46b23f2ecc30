import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CronExpression } from '../../src/async/CronExpression.ts';
import { testClass, TestOrg, type Files } from '../org/TestOrg.ts';

const at = (text: string): number => Date.parse(text);

function fires(expression: string, from: string, count = 3, zone = 'GMT'): string[] {
  const cron = new CronExpression(expression);
  const moments: string[] = [];
  for (let time: number | null = at(from); moments.length < count;) {
    time = cron.nextAfter(time, zone);
    if (time === null) break;
    moments.push(new Date(time).toISOString().slice(0, 16));
  }
  return moments;
}

describe('cron expressions', () => {
  it('are read as the Apex Developer Guide describes them', () => {
    const from = '2026-11-21T12:00:00Z'; // a Saturday
    assert.deepEqual(fires('0 0 13 * * ?', from, 2), ['2026-11-21T13:00', '2026-11-22T13:00']);
    assert.deepEqual(fires('0 5 * * * ?', from, 2), ['2026-11-21T12:05', '2026-11-21T13:05']);
    assert.deepEqual(fires('0 0 22 ? * 6L', from), ['2026-11-27T22:00', '2026-12-25T22:00', '2027-01-29T22:00']);
    assert.deepEqual(fires('0 0 10 ? * MON-FRI', from, 2), ['2026-11-23T10:00', '2026-11-24T10:00']);
    assert.deepEqual(fires('0 0 10 ? * FRI-SUN', from, 2), ['2026-11-22T10:00', '2026-11-27T10:00']);
    assert.deepEqual(fires('0 0 20 * * ? 2010', from), []);
    assert.deepEqual(fires('0 0 8 13 2 ?', from, 2), ['2027-02-13T08:00', '2028-02-13T08:00']);
    assert.deepEqual(fires('0 0 8 L * ?', from, 2), ['2026-11-30T08:00', '2026-12-31T08:00']);
    assert.deepEqual(fires('0 0 8 LW * ?', '2027-01-01T00:00:00Z', 1), ['2027-01-29T08:00']);
    assert.deepEqual(fires('0 0 8 1W * ?', '2027-05-01T00:00:00Z', 1), ['2027-05-03T08:00']);
    assert.deepEqual(fires('0 0 8 ? * 2#1', from, 1), ['2026-12-07T08:00']);
    assert.deepEqual(fires('0 0 9/6 1/10 * ?', from, 4), [
      '2026-11-21T15:00',
      '2026-11-21T21:00',
      '2026-12-01T09:00',
      '2026-12-01T15:00',
    ]);
    assert.deepEqual(fires('0 0 0 29 FEB ?', from, 2), ['2028-02-29T00:00', '2032-02-29T00:00']);
  });

  it('mean the clock of the user', () => {
    assert.deepEqual(fires('0 0 8 * * ?', '2026-11-21T12:00:00Z', 1, 'America/Los_Angeles'), ['2026-11-21T16:00']);
    // The clocks go back on the first of November: 8 o'clock is one hour later in UTC.
    assert.deepEqual(fires('0 0 8 * * ?', '2026-10-31T14:00:00Z', 2, 'America/Los_Angeles'), [
      '2026-10-31T15:00',
      '2026-11-01T16:00',
    ]);
  });

  it('are refused when they cannot be read', () => {
    const refused = (text: string, message: RegExp): void => {
      assert.throws(
        () => new CronExpression(text),
        (error: { apexType?: string; apexMessage?: string }) => {
          assert.equal(error.apexType, 'System.StringException');
          assert.match(error.apexMessage ?? '', message);
          return true;
        },
      );
    };
    refused('0 0/5 * * * ?', /Seconds and minutes must be specified as integers/);
    refused('* 0 * * * ?', /Seconds and minutes must be specified as integers/);
    refused('0 0 8 1 1 1', /both a day-of-week AND a day-of-month/);
    refused('0 0 8 ? * ?', /'\?' can only be specified/);
    refused('0 0 24 * * ?', /Hours/);
    refused('0 61 2 * * ?', /Minutes/);
    refused('0 0 8 * 13 ?', /Month/);
    refused('0 0 8 ? * 8', /Day_of_week/);
    refused('0 0 8 32 * ?', /Day_of_month/);
    refused('0 0 8 * *', /5 fields/);
    refused('', /fields/);
  });
});

const NIGHTLY: Files = {
  Nightly: `public class Nightly implements Schedulable {
    public Integer runs = 0;
    public String name = 'run';
    public void execute(SchedulableContext context) {
        runs++;
        CronTrigger job = [SELECT CronJobDetail.Name, State FROM CronTrigger WHERE Id = :context.getTriggerId() WITH SYSTEM_MODE];
        insert as system new Account(Name = name + runs + ' ' + job.CronJobDetail.Name + ' ' + System.isScheduled() + Limits.getLimitQueries());
    }
}`,
  Again: `public class Again implements Schedulable {
    public void execute(SchedulableContext context) { insert as system new Account(Name = 'again'); System.schedule('again too', '0 0 2 * * ?', new Again()); }
}`,
  PingPong: `public class PingPong implements Queueable, Database.Batchable<Integer> {
    public void execute(QueueableContext context) { Database.executeBatch(new PingPong()); }
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>(); }
    public void execute(Database.BatchableContext context, List<Integer> scope) {}
    public void finish(Database.BatchableContext context) { System.enqueueJob(new PingPong()); }
}`,
  Single: `public class Single implements Schedulable {
    public void execute(SchedulableContext context) { System.abortJob(context.getTriggerId()); insert as system new Account(Name = 'once'); }
}`,
  Count: `public class Count implements Database.Batchable<Integer> {
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3 }; }
    public void execute(Database.BatchableContext context, List<Integer> scope) { insert as system new Account(Name = 'part of ' + scope.size()); }
    public void finish(Database.BatchableContext context) {}
}`,
};

const HOUR = 3_600_000;
const names = (org: TestOrg): unknown[] =>
  org.query('SELECT "Name" FROM "Account" ORDER BY "Id"').map((row) => row.Name);

describe('scheduled jobs of a running org', () => {
  it('run again and again when their time comes, each time from the stored state', () => {
    const org = new TestOrg(NIGHTLY);
    org.execute(
      `Nightly job = new Nightly(); job.name = 'stored'; System.schedule('night', '0 0 * * * ?', job); job.name = 'later';`,
    );
    org.work();
    assert.deepEqual(names(org), []);
    org.clock.advance(HOUR);
    org.work();
    org.work();
    org.clock.advance(HOUR);
    org.work();
    assert.deepEqual(names(org), ['stored1 night true100', 'stored1 night true100']);
    const [trigger] = org.query('SELECT * FROM "CronTrigger"');
    assert.deepEqual([trigger?.State, trigger?.TimesTriggered, trigger?.CronExpression], ['WAITING', 2, '0 0 * * * ?']);
    assert.equal(trigger?.NextFireTime, at('2026-11-21T15:00:00Z'));
    org.close();
  });

  it('have names of their own, and a time that comes', () => {
    const org = new TestOrg(NIGHTLY);
    const schedule = (cron: string): void => org.execute(`System.schedule('night', '${cron}', new Nightly());`);
    assert.throws(
      () => schedule('0 0 0 1 1 ? 2020'),
      /AsyncException: Based on configured schedule, the given trigger 'night' will never fire/,
    );
    schedule('0 0 1 * * ?');
    assert.throws(() => schedule('0 0 2 * * ?'), /The Apex job named "night" is already scheduled for execution/);
    org.execute(`System.abortJob([SELECT Id FROM CronTrigger].Id);`);
    assert.equal(org.query('SELECT * FROM "CronTrigger"').length, 0);
    org.clock.advance(48 * HOUR);
    org.work();
    assert.deepEqual(names(org), []);
    schedule('0 0 1 * * ?');
    org.close();
  });

  it('are 100 at most', () => {
    const org = new TestOrg(NIGHTLY);
    assert.throws(
      () => org.execute(`for (Integer i = 0; i < 101; i++) System.schedule('job' + i, '0 0 1 * * ?', new Nightly());`),
      /exceeded the maximum number \(100\)/,
    );
    org.close();
  });

  it('may abort themselves', () => {
    const org = new TestOrg(NIGHTLY);
    org.execute(`System.schedule('one', '0 0 * * * ?', new Single());`);
    org.clock.advance(3 * HOUR);
    org.work();
    org.clock.advance(3 * HOUR);
    org.work();
    assert.deepEqual(names(org), ['once']);
    org.close();
  });

  it('may be a batch that runs once', () => {
    const org = new TestOrg(NIGHTLY);
    org.execute(`System.scheduleBatch(new Count(), 'batch', 60, 2);`);
    org.work();
    assert.deepEqual(names(org), []);
    org.clock.advance(HOUR);
    org.work();
    assert.deepEqual(names(org), ['part of 2', 'part of 1']);
    assert.equal(org.query('SELECT * FROM "CronTrigger"')[0]?.State, 'DELETED');
    org.close();
  });
});

describe('scheduled jobs in tests', () => {
  it('run once at stopTest, whatever their time', () => {
    const org = new TestOrg({
      ...NIGHTLY,
      ...testClass('NightlyTest', {
        runs: `Test.startTest(); Id job = System.schedule('night', '0 0 0 3 9 ? 2042', new Nightly());
          CronTrigger row = [SELECT NextFireTime, TimesTriggered, CronExpression FROM CronTrigger WHERE Id = :job];
          Assert.areEqual(0, row.TimesTriggered); Assert.areEqual(2042, row.NextFireTime.yearGmt());
          Test.stopTest(); Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name LIKE 'run1 night true100']);`,
        again: `Test.startTest(); System.schedule('again', '0 0 1 * * ?', new Again()); Test.stopTest();
          Assert.areEqual(1, [SELECT COUNT() FROM Account]);
          Assert.areEqual(2, [SELECT COUNT() FROM CronTrigger WHERE CronJobDetail.Name LIKE 'again%']);`,
        forEver: `Test.startTest(); System.enqueueJob(new PingPong());
          try { Test.stopTest(); Assert.fail('no exception'); } catch (AsyncException e) { Assert.areEqual('Maximum stack depth has been reached.', e.getMessage()); }`,
      }),
    });
    assert.deepEqual(
      org.test('NightlyTest').map(({ message }) => message),
      [null, null, null],
    );
    org.close();
  });
});
