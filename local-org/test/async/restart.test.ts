import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { eventObject, TestOrg, type Files } from '../org/TestOrg.ts';

const folder = mkdtempSync(join(tmpdir(), 'local-org-restart-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let databases = 0;
const newFile = (): string => join(folder, `org${++databases}.db`);

/** Runs Apex in a process that dies by SIGKILL when Apex logs KILL. */
function killed(files: Files, file: string, code: string): void {
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'killedWorker.ts')];
  const request = JSON.stringify({ files, file, code });
  const result = spawnSync(process.execPath, [...args, request], { env: { ...process.env, TMPDIR: folder } });
  assert.equal(result.signal, 'SIGKILL', `the worker was not killed: ${result.stderr.toString()}`);
}

/** Opens the file, does something with the org and closes it, as a stop without finishing what waits. */
function visit<T>(files: Files, file: string, work: (org: TestOrg) => T, options: { later?: number } = {}): T {
  const org = new TestOrg(files, { file, ...options });
  try {
    return work(org);
  } finally {
    org.close();
  }
}

const names = (org: TestOrg): unknown[] =>
  org.query('SELECT "Name" FROM "Account" ORDER BY "Id"').map((row) => row.Name);
const statuses = (org: TestOrg): unknown[] =>
  org.query('SELECT "Status" FROM "AsyncApexJob" ORDER BY "Id"').map((row) => row.Status);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('queueables over a restart', () => {
  const files: Files = {
    Color: 'public enum Color { RED, GREEN }',
    Bag: `public class Bag {
      public class BrokenException extends Exception { public Integer code; }
      public Color shade = Color.GREEN;
      public Long big = 9007199254740993L;
      public Decimal exact = 1.10;
      public Double odd = 0.1;
      public Date day = Date.newInstance(2026, 11, 21);
      public Datetime moment = Datetime.newInstanceGmt(2026, 11, 21, 1, 2, 3);
      public Time clock = Time.newInstance(1, 2, 3, 4);
      public Blob bytes = Blob.valueOf('bytes');
      public Type kind = Bag.class;
      public SObjectField field = Account.Name;
      public Account record = new Account(Name = 'record', AnnualRevenue = 2.50);
      public Map<String, List<Integer>> lists = new Map<String, List<Integer>>{ 'one' => new List<Integer>{ 1, null } };
      public Set<Id> ids = new Set<Id>{ UserInfo.getUserId() };
      public List<Database.SaveResult> results;
      public Exception problem;
      public Bag self;
      public transient String passing = 'gone';
      public String text() {
        return String.join(new List<String>{ shade.name(), String.valueOf(big), String.valueOf(exact), String.valueOf(odd),
          String.valueOf(day), moment.formatGmt('HH:mm:ss'), String.valueOf(clock), bytes.toString(), kind.getName(),
          String.valueOf(field), record.Name, String.valueOf(record.AnnualRevenue), JSON.serialize(lists),
          String.valueOf(ids.contains(UserInfo.getUserId())), String.valueOf(results[0].isSuccess()),
          results[0].getErrors()[0].getMessage(), problem.getMessage() + ((BrokenException) problem).code + problem.getTypeName(),
          problem.getCause().getTypeName(), String.valueOf(problem.getLineNumber() > 0), String.valueOf(self === this), passing }, '|');
      }
    }`,
    Job: `public class Job implements Queueable {
      private Bag bag;
      public Job(Bag bag) { this.bag = bag; }
      public void execute(QueueableContext context) {
        insert as system new Account(Name = bag.shade.name(), Description = bag.text());
      }
    }`,
  };
  const enqueue = `Bag bag = new Bag(); bag.self = bag;
    bag.results = Database.insert(new List<Account>{ new Account() }, false, AccessLevel.SYSTEM_MODE);
    try { Integer i = 1 / 0; } catch (MathException cause) {
      Bag.BrokenException broken = new Bag.BrokenException('broken', cause); broken.code = 7; bag.problem = broken; }
    System.enqueueJob(new Job(bag), 5);`;

  it('run when they are due, with their state as it was', () => {
    const file = newFile();
    visit(files, file, (org) => {
      org.execute(enqueue);
      org.work();
      assert.deepEqual(names(org), []);
    });
    visit(files, file, (org) => {
      org.work();
      assert.deepEqual(names(org), [], 'it waits for its time');
      org.clock.advance(5 * MINUTE);
      org.work();
      assert.deepEqual(statuses(org), ['Completed']);
      const [row] = org.query('SELECT "Description" FROM "Account"');
      assert.equal(
        row?.Description,
        `GREEN|9007199254740993|1.10|0.1|2026-11-21|01:02:03|01:02:03.004Z|bytes|Bag|Name|record|2.50|{"one":[1,null]}|true|false|Required fields are missing: [Name]|broken7Bag.BrokenException|System.MathException|true|true|`,
      );
    });
    visit(files, file, (org) => {
      org.clock.advance(HOUR);
      org.work();
      assert.equal(names(org).length, 1, 'a job that has ended does not run again');
    });
  });

  it('are enqueued by the commit or not at all', () => {
    const file = newFile();
    visit(files, file, (org) => {
      org.execute(`Savepoint before = Database.setSavepoint(); ${enqueue} Database.rollback(before);`);
      assert.throws(() => org.execute(`${enqueue} Integer i = 1 / 0;`));
    });
    visit(files, file, (org) => {
      org.clock.advance(HOUR);
      org.work();
      assert.deepEqual(names(org), []);
      assert.deepEqual(statuses(org), []);
    });
  });

  it('keep their signature, and can still be aborted', () => {
    const file = newFile();
    const signed = `AsyncOptions options = new AsyncOptions(); options.MinimumQueueableDelayInMinutes = 5;
      options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('once').build(); ${enqueue.replace(', 5)', ', options)')}`;
    visit(files, file, (org) => org.execute(signed));
    visit(files, file, (org) => {
      assert.throws(() => org.execute(signed), /duplicate queueable signature/);
      org.execute(`System.abortJob([SELECT Id FROM AsyncApexJob].Id);`);
    });
    visit(files, file, (org) => {
      org.clock.advance(HOUR);
      org.work();
      assert.deepEqual(statuses(org), ['Aborted']);
      org.execute(signed);
    });
  });

  it('are rolled back and run again when they were killed', () => {
    const file = newFile();
    const fatal: Files = {
      Fatal: `public class Fatal implements Queueable {
        public void execute(QueueableContext context) {
          insert as system new Account(Name = 'run ' + [SELECT COUNT() FROM AsyncApexJob WHERE Status = 'Processing']);
          System.debug('KILL');
        }
      }`,
    };
    killed(fatal, file, 'System.enqueueJob(new Fatal());');
    visit(fatal, file, (org) => {
      assert.deepEqual(names(org), []);
      assert.deepEqual(statuses(org), ['Processing']);
      org.work();
      assert.deepEqual(names(org), ['run 1']);
      assert.deepEqual(statuses(org), ['Completed']);
    });
  });

  it('have their finalizer run after a kill between the two, with what the job threw', () => {
    const file = newFile();
    const chain: Files = {
      Chain: `public class Chain implements Queueable, Finalizer {
        public void execute(QueueableContext context) {
          System.attachFinalizer(this);
          throw new IllegalArgumentException('failed job');
        }
        public void execute(FinalizerContext context) {
          insert as system new Account(Name = context.getResult() + ' ' + context.getException().getMessage());
          System.debug('KILL');
        }
      }`,
    };
    killed(chain, file, 'System.enqueueJob(new Chain());');
    visit(chain, file, (org) => {
      assert.deepEqual(statuses(org), ['Failed']);
      assert.deepEqual(names(org), []);
      org.work();
      assert.deepEqual(names(org), ['UNHANDLED_EXCEPTION failed job']);
    });
    visit(chain, file, (org) => {
      org.work();
      assert.equal(names(org).length, 1);
    });
  });

  it('are aborted with the reason when their state lives in memory only', () => {
    const file = newFile();
    const cursors: Files = {
      Pages: `public class Pages implements Queueable {
        private Database.Cursor cursor = Database.getCursor('SELECT Id FROM Account', AccessLevel.SYSTEM_MODE);
        public void execute(QueueableContext context) {}
      }`,
    };
    visit(cursors, file, (org) => org.execute('System.enqueueJob(new Pages(), 1);'));
    visit(cursors, file, (org) => {
      const [row] = org.query('SELECT "Status", "ExtendedStatus" FROM "AsyncApexJob"');
      assert.equal(row?.Status, 'Aborted');
      assert.match(String(row?.ExtendedStatus), /stopped before this job ran, and its state holds a Database.Cursor/);
      assert.match(org.log.join('\n'), /A job of the earlier run was aborted/);
    });
  });

  it('fail when the project has no place for their state any more', () => {
    const file = newFile();
    const before =
      'public class Change implements Queueable { public Integer one = 1; public void execute(QueueableContext c) {} }';
    visit({ Change: before }, file, (org) => org.execute('System.enqueueJob(new Change(), 1);'));
    const org = new TestOrg({ Change: before.replace('one', 'two') }, { file, changedJobs: 'keep' });
    org.clock.advance(HOUR);
    org.work();
    const [row] = org.query('SELECT "Status", "ExtendedStatus" FROM "AsyncApexJob"');
    assert.equal(row?.Status, 'Failed');
    assert.match(String(row?.ExtendedStatus), /SerializationException: Change.one is not there any more/);
    org.close();
  });
});

describe('future calls over a restart', () => {
  const files: Files = {
    Later: `public class Later {
      @future public static void write(String name, List<Integer> numbers) {
        insert as system new Account(Name = name + numbers);
        if (name == 'first') System.debug('KILL');
      }
      @future public static void write(String name) { insert as system new Account(Name = name); }
    }`,
  };

  it('run with their arguments; the one that was killed is rolled back and runs again', () => {
    const file = newFile();
    killed(files, file, `Later.write('first', new List<Integer>{ 1, 2 }); Later.write('second');`);
    visit(files, file, (org) => {
      assert.deepEqual(names(org), []);
      org.work();
      assert.deepEqual(names(org), ['first(1, 2)', 'second']);
      assert.deepEqual(statuses(org), ['Completed', 'Completed']);
    });
  });
});

describe('batches over a restart', () => {
  const files: Files = {
    Count: `public class Count implements Database.Batchable<Integer>, Database.Stateful {
      private Integer sum = 0;
      public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3, 4, 5 }; }
      public void execute(Database.BatchableContext context, List<Integer> numbers) {
        for (Integer each : numbers) sum += each;
        insert as system new Account(Name = 'part ' + numbers);
        if (numbers[0] == 3) System.debug('KILL');
      }
      public void finish(Database.BatchableContext context) { insert as system new Account(Name = 'sum ' + sum); }
    }`,
  };

  it('go on with the part that was killed, and with the state of the part before', () => {
    const file = newFile();
    killed(files, file, 'Database.executeBatch(new Count(), 2);');
    visit(files, file, (org) => {
      assert.deepEqual(names(org), ['part (1, 2)'], 'the killed part is rolled back, the one before stays');
      const [row] = org.query('SELECT * FROM "AsyncApexJob"');
      assert.deepEqual([row?.Status, row?.TotalJobItems, row?.JobItemsProcessed], ['Processing', 3, 1]);
      org.work();
      assert.deepEqual(names(org), ['part (1, 2)', 'part (3, 4)', 'part (5)', 'sum 15']);
      const [ended] = org.query('SELECT * FROM "AsyncApexJob"');
      assert.deepEqual([ended?.Status, ended?.JobItemsProcessed, ended?.NumberOfErrors], ['Completed', 3, 0]);
      assert.equal(org.query('SELECT * FROM "local_job_part"').length, 0);
    });
  });

  it('that waited start from their beginning', () => {
    const file = newFile();
    visit(files, file, (org) => org.execute('Database.executeBatch(new Count(), 2);'));
    visit(files, file, (org) => {
      org.work();
      assert.equal(names(org).at(-1), 'sum 15');
    });
  });
});

describe('schedules over a restart', () => {
  const files: Files = {
    Hourly: `public class Hourly implements Schedulable {
      private String text;
      public Hourly(String text) { this.text = text; }
      public void execute(SchedulableContext context) {
        insert as system new Account(Name = text + ' ' + System.now().formatGmt('HH:mm'));
      }
    }`,
    Once: `public class Once implements Database.Batchable<Integer> {
      public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1 }; }
      public void execute(Database.BatchableContext context, List<Integer> numbers) { insert as system new Account(Name = 'batch'); }
      public void finish(Database.BatchableContext context) {}
    }`,
  };
  const cron = (org: TestOrg): unknown[] =>
    org
      .query('SELECT "State", "TimesTriggered", "NextFireTime" FROM "CronTrigger"')
      .map((row) => [row.State, row.TimesTriggered, new Date(Number(row.NextFireTime)).toISOString().slice(11, 16)]);

  it('go on at their times, with their name', () => {
    const file = newFile();
    visit(files, file, (org) => org.execute(`System.schedule('hourly', '0 0 * * * ?', new Hourly('run'));`));
    visit(files, file, (org) => {
      assert.deepEqual(cron(org), [['WAITING', 0, '13:00']]);
      assert.throws(
        () => org.execute(`System.schedule('hourly', '0 0 * * * ?', new Hourly('twin'));`),
        /already scheduled/,
      );
      org.clock.advance(HOUR);
      org.work();
      assert.deepEqual(names(org), ['run 13:00']);
    });
  });

  it('run once after the times that were missed', () => {
    const file = newFile();
    visit(files, file, (org) => org.execute(`System.schedule('hourly', '0 0 * * * ?', new Hourly('run'));`));
    visit(
      files,
      file,
      (org) => {
        org.work();
        assert.deepEqual(names(org), ['run 17:30']);
        assert.deepEqual(cron(org), [['WAITING', 1, '18:00']]);
      },
      { later: 5.5 * HOUR },
    );
  });

  it('mean the real time again when the clock had been moved', () => {
    const file = newFile();
    visit(files, file, (org) => {
      org.execute(
        `System.schedule('hourly', '0 0 * * * ?', new Hourly('run')); System.scheduleBatch(new Once(), 'once', 90);`,
      );
      org.clock.advance(48 * HOUR);
      org.work();
      assert.equal(names(org).length, 2);
    });
    visit(files, file, (org) => {
      assert.deepEqual(cron(org)[0], ['WAITING', 1, '13:00']);
      org.clock.advance(HOUR);
      org.work();
      assert.equal(names(org).length, 3);
    });
  });

  it('of a batch start it once', () => {
    const file = newFile();
    visit(files, file, (org) => org.execute(`System.scheduleBatch(new Once(), 'once', 5);`));
    visit(files, file, (org) => {
      org.clock.advance(HOUR);
      org.work();
      assert.deepEqual(names(org), ['batch']);
    });
    visit(files, file, (org) => {
      org.clock.advance(HOUR);
      org.work();
      assert.deepEqual(names(org), ['batch']);
    });
  });
});

describe('platform events over a restart', () => {
  const files: Files = {
    'objects/Late__e': eventObject('PublishAfterCommit'),
    'objects/Now__e': eventObject('PublishImmediately'),
    'Late.trigger': `trigger Late on Late__e (after insert) {
      for (Late__e event : Trigger.new) insert as system new Account(Name = 'late ' + event.Text__c);
      if (Trigger.new[0].Text__c == 'deadly') System.debug('KILL');
    }`,
    'Now.trigger': `trigger Now on Now__e (after insert) {
      for (Now__e event : Trigger.new) insert as system new Account(Name = 'now ' + event.Text__c);
    }`,
  };
  const publish = (...texts: string[]): string =>
    texts.map((text) => `EventBus.publish(new Late__e(Text__c = '${text}'));`).join('\n');
  const position = (org: TestOrg): unknown =>
    org.query(`SELECT "Position" FROM "EventBusSubscriber" WHERE "Name" = 'Late'`)[0]?.Position;

  it('are delivered that were not, once, and replay ids go on', () => {
    const file = newFile();
    visit(files, file, (org) => {
      org.execute(publish('one'));
      org.work();
      org.execute(publish('two', 'three'));
      assert.throws(() => org.execute(`${publish('never')} Integer i = 1 / 0;`));
    });
    visit(files, file, (org) => {
      assert.equal(position(org), 1);
      org.work();
      assert.deepEqual(names(org), ['late one', 'late two', 'late three']);
      assert.equal(position(org), 3);
      org.execute(publish('four'));
    });
    visit(files, file, (org) => {
      org.work();
      assert.equal(names(org).at(-1), 'late four');
      assert.equal(names(org).length, 4);
    });
  });

  it('are delivered again when the subscriber was killed', () => {
    const file = newFile();
    killed(files, file, publish('deadly'));
    visit(files, file, (org) => {
      assert.deepEqual(names(org), []);
      org.work();
      assert.deepEqual(names(org), ['late deadly']);
    });
  });

  it('that publish immediately outlive the rollback of their transaction', () => {
    const file = newFile();
    visit(files, file, (org) => {
      assert.throws(() =>
        org.execute(`EventBus.publish(new Now__e(Text__c = 'kept')); ${publish('lost')} Integer i = 1 / 0;`),
      );
    });
    visit(files, file, (org) => {
      org.work();
      assert.deepEqual(names(org), ['now kept']);
    });
  });

  it('are forgotten after 72 hours', () => {
    const file = newFile();
    visit(files, file, (org) => org.execute(publish('old')));
    visit(
      files,
      file,
      (org) => {
        org.execute(publish('young'));
        org.work();
        assert.deepEqual(names(org), ['late young']);
        assert.equal(position(org), 2);
        assert.equal(org.query('SELECT * FROM "local_event"').length, 1);
      },
      { later: 73 * HOUR },
    );
  });

  it('do not reach a new subscriber that were published before it', () => {
    const file = newFile();
    const { 'Late.trigger': late = '', ...others } = files;
    visit(others, file, (org) => org.execute(publish('before')));
    visit({ ...others, 'Late.trigger': late }, file, (org) => {
      org.execute(publish('after'));
      org.work();
      assert.deepEqual(names(org), ['late after']);
    });
  });

  it('stay away from a stopped subscriber until its trigger is changed; then it goes on with new ones', () => {
    const file = newFile();
    const stubborn: Files = {
      ...files,
      'Late.trigger': `trigger Late on Late__e (after insert) { throw new EventBus.RetryableException('again'); }`,
    };
    const status = (org: TestOrg): unknown =>
      org.query(`SELECT "Status" FROM "EventBusSubscriber" WHERE "Name" = 'Late'`)[0]?.Status;
    visit(stubborn, file, (org) => {
      org.execute(publish('poison'));
      org.work();
      assert.equal(status(org), 'Error');
    });
    visit(stubborn, file, (org) => {
      assert.equal(status(org), 'Error', 'a restart alone does not start it');
      org.execute(publish('unheard'));
      org.work();
    });
    visit(files, file, (org) => {
      assert.equal(status(org), 'Running');
      org.execute(publish('heard'));
      org.work();
      assert.deepEqual(names(org), ['late heard']);
    });
  });
});
