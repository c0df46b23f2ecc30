import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { COMMANDS } from '../../src/cli/commands/index.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
const META = '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></ApexClass>';

const directory = mkdtempSync(join(tmpdir(), 'local-org-cli-'));
after(() => rmSync(directory, { recursive: true, force: true }));

function project(name: string, classes: Readonly<Record<string, string>>): string {
  const root = join(directory, name);
  mkdirSync(join(root, 'app'), { recursive: true });
  writeFileSync(join(root, 'sfdx-project.json'), '{"packageDirectories":[{"path":"app","default":true}]}');
  for (const [className, text] of Object.entries(classes)) {
    writeFileSync(join(root, 'app', `${className}.cls`), text);
    writeFileSync(join(root, 'app', `${className}.cls-meta.xml`), META);
  }
  return root;
}

const good = project('good', {
  Adder: 'public class Adder { public static Integer add(Integer a, Integer b) { return a + b; } }',
  AdderTest: '@IsTest private class AdderTest { @IsTest static void adds() { Assert.areEqual(3, Adder.add(1, 2)); } }',
  Door: 'public class Door { @AuraEnabled(cacheable=true) public static String open(Integer width) { return null; } }',
});
const bad = project('bad', {
  Broken: "public class Broken {\n    Integer one = 'x';\n}",
  BrokenTest: "@IsTest private class BrokenTest { @IsTest static void fails() { Assert.fail('no'); } }",
});

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], options: { cwd?: string; input?: string } = {}): Run {
  const cwd = options.cwd ?? good;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, ...args],
    {
      cwd,
      encoding: 'utf8',
      ...(options.input === undefined ? {} : { input: options.input }),
    },
  );
  return { code: status, out: stdout, err: stderr };
}

/** One line that says what is wrong, and exit code 1. */
function refused(args: readonly string[], message: RegExp, cwd?: string): void {
  const result = run(args, cwd === undefined ? {} : { cwd });
  assert.equal(result.code, 1, `${args.join(' ')}: ${result.err}`);
  assert.match(result.err, message);
  assert.equal(result.err.trim().split('\n').length, 1, result.err);
  assert.match(result.err, /^local-org: /);
}

describe('the command line', () => {
  it('explains itself and each command', () => {
    const overview = run(['--help']);
    assert.equal(overview.code, 0);
    assert.equal(run([]).code, 1);
    for (const command of COMMANDS) {
      assert.match(overview.out, new RegExp(`^ +${command.name} +\\S`, 'm'));
      assert.match(command.usage, new RegExp(`^Usage: local-org ${command.name}\\b`));
      // Every option that the command takes stands in its help.
      for (const option of Object.keys(command.options)) assert.match(command.usage, new RegExp(`--${option}\\b`));
    }
    const help = run(['check', '--help']);
    const check = COMMANDS.find(({ name }) => name === 'check');
    assert.deepEqual([help.code, help.out], [0, `${check?.summary}\n\n${check?.usage}\n`]);
  });

  it('refuses in one line what it does not understand', () => {
    refused(['fly'], /There is no command "fly". The commands are start, check, test/);
    refused(['check', '--speed'], /Unknown option '--speed'/);
    refused(['check', 'extra'], /takes no arguments besides options/);
    refused(['query'], /takes 1 argument/);
    refused(['check', '--source', join(directory, 'nowhere')], /There is no folder/);
    refused(['check'], /There is no sfdx-project.json here or above/, directory);
    refused(['exec'], /Say which file to run/);
    refused(['exec', '--file', 'missing.apex'], /cannot be read/);
    refused(['query', 'SELECT Id FROM User', '--db', join(directory, 'none.db')], /There is no database/);
  });

  it('checks a project', () => {
    assert.deepEqual(run(['check']), { code: 0, out: '3 Apex files, no problems\n', err: '' });
    const { code, out } = run(['check', '--source', bad]);
    assert.equal(code, 1);
    assert.match(out, /^app\/Broken.cls:2:19 APX0203 Illegal assignment from String to Integer\n1 problems\n$/);
  });

  it('tests a project; nothing that ran is no success', () => {
    const json = join(directory, 'report.json');
    const passed = run(['test', '--json', json, '--coverage']);
    assert.equal(passed.code, 0, passed.err);
    assert.match(passed.out, /1 passed, 0 failed in 1 classes/);
    assert.match(passed.out, /100 % {2}Adder {2}1\/1/);
    assert.equal((JSON.parse(readFileSync(json, 'utf8')) as { summary: { passed: number } }).summary.passed, 1);
    const failed = run(['test', '--source', bad]);
    assert.equal(failed.code, 1);
    assert.match(failed.out, /failed BrokenTest.fails \(BrokenTest:1\)/);
    refused(['test', '--filter', 'Nothing'], /No test ran/);
  });

  it('queries, executes and resets the project database', () => {
    const admin = `SELECT COUNT() FROM User WHERE Profile.Name = 'System Administrator'`;
    assert.match(run(['query', admin]).out, /^\d+\n$/);
    const json = run(['query', 'SELECT Name FROM Profile ORDER BY Name LIMIT 1', '--json']);
    assert.equal((JSON.parse(json.out) as { totalSize: number }).totalSize, 1);
    refused(['query', 'SELECT Nope FROM User'], /No such column 'Nope' on entity 'User'/);
    refused(['query', admin, '--user', 'nobody@example.com'], /There is no user with the username nobody@example.com/);
    const code = `insert as system new Account(Name = 'by hand'); System.debug(Adder.add(20, 22));`;
    const executed = run(['exec', '--file', '-'], { input: code });
    assert.equal(executed.code, 0, executed.err);
    assert.match(executed.out, /USER_DEBUG\|DEBUG\|42/);
    const count = (): string => run(['query', `SELECT COUNT() FROM Account WHERE Name = 'by hand'`]).out;
    assert.equal(count(), '1\n');
    assert.match(run(['exec', '--file', '-'], { input: 'Integer x = ;' }).err, /Line 1, column \d+/);
    assert.match(run(['exec', '--file', '-'], { input: 'Integer z = 0;\nz = 1 / z;' }).err, /Divide by 0 \(line 2\)/);
    assert.equal(run(['reset']).out, 'The data is back to the seed.\n');
    assert.equal(count(), '0\n');
    assert.equal(run(['query', `SELECT Id FROM Account WHERE Name = 'by hand'`]).out, '0 rows\n');
  });

  it('lists and aborts jobs, which lock the classes that they need until then', () => {
    const text = 'public class Nightly implements Schedulable { public void execute(SchedulableContext context) { } }';
    const root = project('scheduled', { Nightly: text });
    const here = { cwd: root };
    assert.equal(run(['check'], here).code, 0);
    const code = `System.schedule('every night', '0 0 1 * * ?', new Nightly());`;
    assert.equal(run(['exec', '--file', '-'], { ...here, input: code }).code, 0);
    assert.match(run(['jobs'], here).out, /08e\w{15} +ScheduledApex +Nightly +Queued +every night +20\d\d-.*\n1 row\n/);
    assert.equal(run(['check'], here).code, 0, 'nothing has changed');
    project('scheduled', { Nightly: `${text} ` });
    const locked = run(['check'], here);
    assert.equal(locked.code, 1);
    assert.match(locked.out, /^app\/Nightly.cls:0:0 PRJ0002 This schedulable class has jobs pending or in progress/);
    for (const command of [
      ['start', '--port', '0'],
      ['query', 'SELECT Id FROM User'],
    ]) {
      refused(
        command,
        /PRJ0002 This schedulable class has jobs pending or in progress: .*local-org jobs --abort 08e/,
        root,
      );
    }
    refused(['start', '--abort-jobs', '--keep-jobs'], /Give --abort-jobs or --keep-jobs, not both/, root);
    refused(['jobs', '--abort', '08e000000000001'], /No job with the Id 08e000000000001 waits/, root);
    refused(['jobs', '--abort', 'nightly'], /"nightly" is not an Id/, root);
    assert.equal(run(['jobs', '--abort', 'all'], here).out, 'Aborted the scheduled job "every night" of Nightly.\n');
    assert.equal(run(['jobs'], here).out, 'No job waits.\n');
    assert.equal(run(['check'], here).code, 0);
    assert.equal(run(['query', 'SELECT COUNT() FROM CronTrigger'], here).out, '0\n');
  });

  it('writes declarations for components', () => {
    const { code, out } = run(['types', '--out', 'apex.d.ts']);
    assert.equal(code, 0);
    assert.equal(out.trim(), join(good, 'apex.d.ts'));
    assert.match(readFileSync(join(good, 'apex.d.ts'), 'utf8'), /@salesforce\/apex\/Door.open/);
  });
});
