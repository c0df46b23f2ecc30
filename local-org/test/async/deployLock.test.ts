import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DeployError } from '../../src/org/openOrg.ts';
import { TestOrg, type Files } from '../org/TestOrg.ts';

const folder = mkdtempSync(join(tmpdir(), 'local-org-lock-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const files: Files = {
  Nightly: `public class Nightly implements Schedulable {
    public void execute(SchedulableContext context) { insert as system new Account(Name = Service.name()); }
  }`,
  Service: 'public class Service { public static String name() { return new Deep().text; } }',
  Deep: `public class Deep extends Base { public Map<String, List<Listed>> listed; public String text = 'one'; }`,
  Base: 'public abstract class Base { }',
  Listed: 'public class Listed { }',
  Dynamic: `public class Dynamic { public Object make() { return Type.forName('Unrelated').newInstance(); } }`,
  Unrelated: 'public class Unrelated { public Nightly nightly; }',
};
const change = (...names: string[]): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, names.includes(name) ? `${text} ` : text]));

let databases = 0;
/** A file in which a job waits. */
function waiting(code: string, of: Files = files): string {
  const file = join(folder, `org${++databases}.db`);
  const org = new TestOrg(of, { file });
  org.execute(code);
  org.close();
  return file;
}
const SCHEDULE = `System.schedule('nightly', '0 0 1 * * ?', new Nightly());`;

/** What a start says of each class, or nothing when it is not refused. */
function refusals(file: string, changed: Files): string[] {
  try {
    new TestOrg(changed, { file }).close();
    return [];
  } catch (error) {
    assert.ok(error instanceof DeployError, String(error));
    return error.problems.map(({ path, code, text }) => `${path} ${code} ${text}`);
  }
}

describe('classes with jobs pending', () => {
  it('cannot be changed, nor those that they refer to, directly or not', () => {
    const file = waiting(SCHEDULE);
    assert.deepEqual(refusals(file, files), []);
    const [own] = refusals(file, change('Nightly'));
    assert.match(
      own ?? '',
      /^classes\/Nightly.cls PRJ0002 This schedulable class has jobs pending or in progress: the scheduled job "nightly" of it waits\. End it by "local-org jobs --abort 08e\w+" and schedule it again after the start, or start with --abort-jobs, or with --keep-jobs/,
    );
    for (const name of ['Service', 'Deep', 'Base', 'Listed']) {
      const [text = '', ...more] = refusals(file, change(name));
      assert.deepEqual(more, []);
      assert.match(text, new RegExp(`^classes/${name}.cls .*"nightly" of Nightly, which refers to ${name}, waits`));
    }
    assert.equal(refusals(file, change('Service', 'Base')).length, 2);
  });

  it('leave alone what they do not name, and what names them', () => {
    const file = waiting(SCHEDULE);
    assert.deepEqual(refusals(file, change('Unrelated', 'Dynamic')), []);
  });

  it('cannot be removed either', () => {
    const file = waiting(`System.schedule('alone', '0 0 1 * * ?', new Alone());`, {
      Alone: 'public class Alone implements Schedulable { public void execute(SchedulableContext c) { } }',
    });
    assert.match(refusals(file, {}).join(), /This schedulable class has jobs pending or in progress/);
  });

  it('are locked as they were deployed, not as they are now', () => {
    const file = waiting(SCHEDULE);
    const freed = { ...change('Service', 'Nightly'), Nightly: 'public class Nightly { }' };
    assert.equal(refusals(file, freed).length, 2);
    // A start that was refused changes nothing.
    assert.deepEqual(refusals(file, files), []);
  });

  it('are free when the job was aborted or has ended', () => {
    const file = waiting(`Id id = ${SCHEDULE} System.abortJob(id);`);
    assert.deepEqual(refusals(file, change('Nightly')), []);
    const batch = waiting(`System.scheduleBatch(new Once(), 'once', 5);`, ONCE);
    const org = new TestOrg(ONCE, { file: batch });
    org.clock.advance(3_600_000);
    org.work();
    org.close();
    assert.deepEqual(refusals(batch, changedOnce), []);
  });

  it('are those of batches, future methods and queueables, too', () => {
    for (const [code, of] of [
      [`Database.executeBatch(new Once());`, ONCE],
      [`Future.run();`, FUTURE],
      [`System.enqueueJob(new Queued(), 5);`, QUEUED],
    ] as const) {
      const file = waiting(code, of);
      const changed = Object.fromEntries(Object.entries(of).map(([name, text]) => [name, `${text} `]));
      assert.match(
        refusals(file, changed).join(),
        /This Apex class has batch or future jobs pending or in progress: a \w+ job of it waits/,
      );
    }
  });

  it('can be changed when their jobs are aborted with them', () => {
    const file = waiting(SCHEDULE);
    const org = new TestOrg(change('Nightly', 'Service'), { file, changedJobs: 'abort' });
    assert.deepEqual(org.log, ['Aborted the scheduled job "nightly" of Nightly: its classes changed.']);
    assert.equal(org.query('SELECT * FROM "CronTrigger"').length, 0);
    assert.deepEqual(
      org.query('SELECT "Status" FROM "AsyncApexJob"').map((row) => row.Status),
      ['Aborted'],
    );
    org.close();
    assert.deepEqual(refusals(file, files), []);
  });

  it('can be changed under their jobs where that is allowed: the next run is of the new class', () => {
    const file = waiting(SCHEDULE);
    const changed = { ...files, Deep: files.Deep!.replace('one', 'two') };
    const org = new TestOrg(changed, { file, changedJobs: 'keep' });
    org.clock.advance(24 * 3_600_000);
    org.work();
    assert.deepEqual(
      org.query('SELECT "Name" FROM "Account"').map((row) => row.Name),
      ['two'],
    );
    org.close();
  });
});

const ONCE: Files = {
  Once: `public class Once implements Database.Batchable<Integer> {
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1 }; }
    public void execute(Database.BatchableContext context, List<Integer> numbers) { }
    public void finish(Database.BatchableContext context) { }
  }`,
};
const changedOnce: Files = { Once: `${ONCE.Once} ` };
const FUTURE: Files = { Future: 'public class Future { @future public static void run() { } }' };
const QUEUED: Files = {
  Queued: 'public class Queued implements Queueable { public void execute(QueueableContext context) { } }',
};
