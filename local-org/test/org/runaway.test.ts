import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { LocalOrgHost } from '../../src/host/LocalOrgHost.ts';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { executeTransaction } from '../../src/org/execute.ts';
import { temporaryDirectory } from '../temporaryDirectory.ts';
import { TestOrg } from './TestOrg.ts';

const LOOPS: Readonly<Record<string, string>> = {
  whileTrue: 'while (true) { }',
  forEver: 'for (;;) { Integer i = 1; }',
  doWhile: 'Integer i = 0; do { i++; } while (i != -1);',
  calls: 'while (true) { nothing(); }',
  shortLoopsForEver: 'while (true) { shortLoop(); }',
  iterator: 'for (Integer i : new Endless()) { nothing(); }',
  caught: "while (true) { try { throw new IllegalArgumentException('x'); } catch (Exception e) { Integer i = 1; } }",
  queryRows: 'while (true) { for (User one : [SELECT Id FROM User]) { while (true) { nothing(); } } }',
};

const RUNAWAY = `public class Runaway {
  static void nothing() { }
  static void shortLoop() { for (Integer i = 0; i < 100; i++) { } }
  ${Object.entries(LOOPS)
    .map(([name, body]) => `public static void ${name}() { ${body} }`)
    .join('\n  ')}
  public static void recursion() { recursion(); }
  public static void hiddenRecursion() { try { hiddenRecursion(); } catch (Exception e) { System.debug('caught'); } }
}`;

const org = new TestOrg({
  Runaway: RUNAWAY,
  Recursive:
    'public class Recursive { public Recursive below = new Recursive(); public static void make() { new Recursive(); } }',
  Endless: `public class Endless implements Iterable<Integer>, Iterator<Integer> {
    public Iterator<Integer> iterator() { return this; }
    public Boolean hasNext() { return true; }
    public Integer next() { return 1; }
  }`,
});
after(() => org.close());

/** Runs a static method with 100 milliseconds of CPU time instead of 10 seconds. */
function runBriefly(method: string): void {
  const options = {
    userId: org.org.administratorId,
    isAsync: false,
    isTest: false,
    quiddity: 'synchronous' as const,
  };
  executeTransaction(org.org, options, (transaction) => {
    transaction.limits.allow('CpuTime', 100);
    org.org.program.invokeStatic('Runaway', method, []);
  });
}

describe('Apex that does not end', () => {
  for (const method of Object.keys(LOOPS)) {
    it(`is ended by the CPU limit: ${method}`, () => {
      assert.throws(() => runBriefly(method), /Apex CPU time limit exceeded/);
    });
  }

  it('is ended by the limit of the stack, which nothing catches', () => {
    for (const [type, method] of [
      ['Runaway', 'recursion'],
      ['Runaway', 'hiddenRecursion'],
      ['Recursive', 'make'],
    ] as const) {
      assert.throws(() => org.call(type, method), /Maximum stack depth reached: 1001/, method);
    }
    assert.ok(!org.log.some((line) => line.includes('caught')));
  });

  it('leaves the org running and loses nothing', () => {
    const directory = temporaryDirectory('runaway');
    writeFileSync(join(directory, 'sfdx-project.json'), '{"packageDirectories":[{"path":"."}]}');
    const host = LocalOrgHost.open({
      project: readProjectSources(directory),
      file: join(directory, 'org.db'),
      cacheDirectory: join(directory, '.cache'),
      seed: { kind: 'scratch' },
    });
    try {
      const insert = (name: string): string => `insert as system new Account(Name = '${name}');`;
      assert.equal(host.executeAnonymous({ code: insert('kept') }).success, true);
      const endless = host.executeAnonymous({ code: `${insert('lost')} while (true) { }` });
      assert.equal(endless.success, false);
      assert.equal(endless.exceptionMessage, 'System.LimitException: Apex CPU time limit exceeded');
      const deep = 'class Deep { public Integer down() { return down() + 1; } } new Deep().down();';
      assert.match(
        host.executeAnonymous({ code: insert('lost') + deep }).exceptionMessage ?? '',
        /Maximum stack depth/,
      );
      const full = "List<String> all = new List<String>(); while (true) { all.add('x'.repeat(1000) + all.size()); }";
      assert.match(host.executeAnonymous({ code: insert('lost') + full }).exceptionMessage ?? '', /heap size/);
      const { records } = host.query({ soql: 'SELECT Name FROM Account' });
      assert.deepEqual(
        records.map(({ Name }) => Name),
        ['kept'],
      );
    } finally {
      host.close();
    }
  });
});
