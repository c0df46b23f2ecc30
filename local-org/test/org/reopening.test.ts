import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { TestOrg } from './TestOrg.ts';

describe('an org that is opened again', () => {
  it('has its data and its jobs; rows of jobs that nobody kept say so, with a word about them', () => {
    const directory = mkdtempSync(join(tmpdir(), 'local-org-reopen-'));
    const options = { file: join(directory, 'org.db') };
    const files = {
      Job: `public class Job implements Queueable, Schedulable { public void execute(QueueableContext c) {} public void execute(SchedulableContext c) {} }`,
    };
    const first = new TestOrg(files, options);
    first.execute(
      `insert as system new Account(Name = 'kept'); System.enqueueJob(new Job(), 5); System.schedule('nightly', '0 0 1 * * ?', new Job());`,
    );
    first.close();
    const second = new TestOrg(files, options);
    const statuses = (org: TestOrg): unknown[] => org.query('SELECT * FROM "AsyncApexJob"').map((row) => row.Status);
    assert.equal(second.query('SELECT * FROM "Account"').length, 1);
    assert.deepEqual(statuses(second), ['Queued', 'Queued']);
    assert.equal(second.query('SELECT * FROM "CronTrigger"').length, 1);
    // As a database that an older local org wrote.
    second.org.database.exec('DELETE FROM "local_job"');
    second.close();
    const third = new TestOrg(files, options);
    assert.deepEqual(statuses(third), ['Aborted', 'Aborted']);
    assert.equal(third.query('SELECT * FROM "CronTrigger"').length, 0);
    assert.match(third.log.join('\n'), /The scheduled job "nightly" ended with the earlier run/);
    third.close();
    rmSync(directory, { recursive: true, force: true });
  });
});
