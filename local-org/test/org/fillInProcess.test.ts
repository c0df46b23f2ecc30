import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { FileCompileCache } from '../../src/compiler/cache/FileCompileCache.ts';
import { fillInProcess, needsOwnProcess } from '../../src/host/fillInProcess.ts';
import { LocalOrgHost } from '../../src/host/LocalOrgHost.ts';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { createSchema } from '../../src/schema/createSchema.ts';
import { Clock } from '../../src/org/Clock.ts';
import { peekOrigin, seedVersion, writeOrigin, type OrgOrigin } from '../../src/org/origin.ts';
import type { SeedChoice } from '../../src/seed/seedOrg.ts';
import { openDatabase } from '../../src/store/openDatabase.ts';
import { Store } from '../../src/store/Store.ts';
import { temporaryDirectory } from '../temporaryDirectory.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
const META = '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></ApexClass>';
const LARGE = { kind: 'large' } as const;
const SAMPLE = { kind: 'sample', scale: 0.05 } as const;

function project(body: string): string {
  const root = temporaryDirectory('fill');
  mkdirSync(join(root, 'app'));
  writeFileSync(join(root, 'sfdx-project.json'), '{"packageDirectories":[{"path":"app","default":true}]}');
  writeFileSync(join(root, 'app', 'One.cls'), `public class One { ${body} }`);
  writeFileSync(join(root, 'app', 'One.cls-meta.xml'), META);
  return root;
}

function fileMadeFrom(origin: OrgOrigin): string {
  const file = join(temporaryDirectory('origin'), 'org.db');
  const store = new Store({ file, schema: createSchema(), clock: new Clock() });
  writeOrigin(store, origin);
  store.close();
  return file;
}

interface Start {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly err: string;
}

/** Starts the large org of a project and waits until it and what it has started have ended. */
async function startLarge(root: string, file: string, onLine: (pid: number) => void = () => undefined): Promise<Start> {
  const args = ['--disable-warning=ExperimentalWarning', MAIN, 'start', '--port', '0', '--seed', 'large', '--db', file];
  const run = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  run.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const lines: string[] = [];
  createInterface({ input: run.stdout }).on('line', (line) => {
    lines.push(line);
    onLine(run.pid ?? 0);
  });
  return new Promise((resolve) => run.once('close', (code, signal) => resolve({ code, signal, lines, err })));
}

describe('an org that is filled in a process of its own', () => {
  it('is the large one, when the file does not hold it as it is made today', () => {
    const version = seedVersion(LARGE);
    const cacheDirectory = join(temporaryDirectory('warm'), 'cache');
    new FileCompileCache(cacheDirectory).put('program', 'one', {});
    const needs = (file: string, seed?: SeedChoice, cache = cacheDirectory): boolean =>
      needsOwnProcess({ file, cacheDirectory: cache, ...(seed ? { seed } : {}) });
    const current = fileMadeFrom({ choice: LARGE, version });
    assert.equal(needs(current, LARGE), false, 'a warm start');
    assert.equal(needs(current), false);
    assert.equal(needs(current, { kind: 'sample' }), false, 'the sample takes its place, in the same process');
    const old = fileMadeFrom({ choice: LARGE, version: 'of yesterday' });
    assert.equal(needs(old, LARGE), true);
    assert.equal(needs(old), true);
    const imported = fileMadeFrom({ choice: { kind: 'import', directory: '/export' }, version });
    assert.equal(needs(imported), false, 'imported data stay');
    const none = join(temporaryDirectory('none'), 'org.db');
    assert.equal(needs(none, LARGE), true);
    assert.equal(needs(none), false);
    assert.equal(existsSync(none), false, 'looking makes no file');
    const cold = join(temporaryDirectory('cold'), 'cache');
    assert.equal(needs(current, LARGE, cold), true, 'all Apex has to be compiled first');
    assert.equal(needs(none, undefined, cold), true, 'also for the sample');
  });

  it('is there, closed and with its Apex compiled when the process has ended; once is enough', async () => {
    const root = project('public static Integer one() { return 1; }');
    const cacheDirectory = join(root, 'cache');
    const request = { projectDirectory: root, cacheDirectory, file: join(root, 'org.db'), seed: SAMPLE };
    await fillInProcess(request, () => undefined);
    assert.deepEqual(peekOrigin(request.file), { choice: SAMPLE, version: seedVersion(SAMPLE) });
    assert.ok(existsSync(join(cacheDirectory, 'program')), 'nothing was compiled into the cache');
    const mark = `UPDATE "User" SET "Department" = 'marked'`;
    const count = `SELECT COUNT(*) AS n FROM "User" WHERE "Department" = 'marked'`;
    const first = openDatabase(request.file);
    first.exec(mark);
    const users = Number(first.prepare(count).get()?.n);
    first.close();
    assert.ok(users > 20, `${users} users`);
    await fillInProcess(request, () => undefined);
    const second = openDatabase(request.file);
    assert.equal(second.prepare(count).get()?.n, users, 'it was filled again');
    second.close();
  });

  it('says what it is told about the progress, and the reason when the file is open elsewhere', async () => {
    const file = fileMadeFrom({ choice: SAMPLE, version: 'of yesterday' });
    const root = project('');
    const request = { projectDirectory: root, cacheDirectory: join(root, 'cache'), file };
    const other = openDatabase(file);
    other.exec('BEGIN IMMEDIATE; COMMIT;');
    await assert.rejects(() => fillInProcess(request, () => undefined), /org\.db is in use by another local org/);
    other.close();
    const lines: string[] = [];
    await fillInProcess(request, (line) => lines.push(line));
    assert.deepEqual(lines, ['The sample data has changed since this database was made.']);
  });

  it('takes the place of the old one in a reset, while that still answers; a reset that fails changes nothing', async () => {
    const root = project('');
    const cacheDirectory = join(root, 'cache');
    const file = join(root, 'org.db');
    const host = LocalOrgHost.open({ project: readProjectSources(root), file, cacheDirectory, seed: SAMPLE });
    const count = (): number => host.query({ soql: "SELECT Id FROM User WHERE Department = 'marked'" }).totalSize;
    const mark = (): void => {
      host.executeAnonymous({
        code: `User one = [SELECT Id FROM User WHERE IsActive = TRUE LIMIT 1]; one.Department = 'marked'; update one;`,
      });
    };
    mark();
    assert.equal(count(), 1);
    // Without a cache the same holds as for the large org: it is made by a process of its own.
    rmSync(cacheDirectory, { recursive: true });
    const class1 = join(root, 'app', 'One.cls');
    writeFileSync(class1, 'public class One { Integer one = true; }');
    await assert.rejects(() => host.reset(), /APX0203 Illegal assignment/);
    assert.equal(count(), 1, 'the old data are there');
    writeFileSync(class1, 'public class One { }');
    const both = [host.reset(), host.reset()];
    assert.equal(both[0], both[1], 'one is enough');
    assert.equal(count(), 1, 'the old data answer meanwhile');
    await both[0];
    assert.equal(count(), 0);
    assert.equal(existsSync(`${file}.reset`), false);
    mark();
    await host.reset();
    assert.equal(count(), 0, 'a small org is made here');
    host.close();
    assert.deepEqual(peekOrigin(file), { choice: SAMPLE, version: seedVersion(SAMPLE) });
  });

  it('is not begun with a project that does not compile: one line says why', async () => {
    const root = project(`Integer one = 'x';`);
    const file = join(root, 'org.db');
    const { code, lines, err } = await startLarge(root, file);
    assert.deepEqual([code, lines], [1, []]);
    assert.match(err, /^local-org: app\/One\.cls:1:\d+ APX0203 Illegal assignment from String to Integer\n$/);
    assert.equal(existsSync(file), false);
  });

  it('ends with a start that is stopped or killed; nothing half done is kept, and the file is free', async () => {
    const root = project('');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
      const file = join(root, `${signal}.db`);
      const ended = await startLarge(root, file, (pid) => process.kill(pid, signal));
      assert.equal(ended.signal, signal, ended.err);
      assert.match(ended.lines[0] ?? '', /^Making the large org/);
      // Standard output was open until the last of both processes had ended.
      const database = openDatabase(file);
      assert.equal(database.prepare('SELECT COUNT(*) AS n FROM "User"').get()?.n, 0);
      database.close();
      assert.equal(peekOrigin(file), null);
    }
  });
});
