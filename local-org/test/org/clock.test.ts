import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { LocalOrgHost } from '../../src/host/LocalOrgHost.ts';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';

describe('the clock of a running org', () => {
  it('moves forward and runs what has become due, each job once', () => {
    const directory = mkdtempSync(join(tmpdir(), 'local-org-clock-'));
    writeFileSync(
      join(directory, 'Daily.cls'),
      `public class Daily implements Schedulable { public void execute(SchedulableContext c) { insert as system new Account(Name = 'daily'); } }`,
    );
    const meta = '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></ApexClass>';
    writeFileSync(join(directory, 'Daily.cls-meta.xml'), meta);
    const project = readProjectSources(directory);
    const host = LocalOrgHost.open({ project, file: ':memory:', cacheDirectory: join(directory, '.cache') });
    const before = Date.now();
    host.executeAnonymous({ code: `System.schedule('daily', '0 0 1 * * ?', new Daily());` });
    const now = host.advanceClock(3 * 86_400_000);
    assert.ok(now.getTime() - before >= 3 * 86_400_000);
    assert.equal(host.query({ soql: `SELECT Id FROM Account WHERE Name = 'daily'` }).totalSize, 1);
    const [job] = host.query({ soql: 'SELECT NextFireTime, TimesTriggered FROM CronTrigger' }).records;
    assert.equal(job?.TimesTriggered, 1);
    assert.ok(Date.parse(String(job?.NextFireTime)) > now.getTime());
    host.close();
    rmSync(directory, { recursive: true, force: true });
  });
});
