import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventObject, TestOrg } from '../org/TestOrg.ts';

const org = new TestOrg({
  'objects/Now__e': eventObject('PublishImmediately'),
  Depth: 'public class Depth { public static Integer reached = 0; }',
  'Again.trigger': `trigger Again on Account (after update) {
    Depth.reached++;
    System.debug('depth ' + Depth.reached);
    if (Trigger.new[0].Name == 'again') update as system new Account(Id = Trigger.new[0].Id, Name = 'again');
  }`,
});
after(() => org.close());

/** As many accounts as one query may not bring. */
const ROWS = 50_001;

before(() => {
  org.execute("insert as system new Account(Name = 'first');");
  const columns = org.query('PRAGMA table_info("Account")').map((column) => `"${String(column.name)}"`);
  const copied = columns.map((column) => (column === '"Id"' ? `printf('001LO9%09dAAA', n.i)` : column));
  org.org.store.rawRun(
    `INSERT INTO "Account" (${columns.join(', ')})
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS - 1})
     SELECT ${copied.join(', ')} FROM n, (SELECT * FROM "Account" LIMIT 1)`,
  );
});

const PASSED: readonly (readonly [code: string, message: RegExp])[] = [
  ['List<Account> all = [SELECT Id FROM Account];', /Too many query rows: 50001$/m],
  ["List<Account> all = Database.query('SELECT Id FROM Account');", /Too many query rows: 50001$/m],
  ['for (Account one : [SELECT Id FROM Account]) { Integer i = 1; }', /Too many query rows: 50001$/m],
  [
    'List<Account> some = [SELECT Id FROM Account LIMIT 30000]; some = [SELECT Id FROM Account LIMIT 20001];',
    /Too many query rows: 50001$/m,
  ],
  [
    'Database.QueryLocator rows = Database.getQueryLocator([SELECT Id FROM Account LIMIT 10001]);',
    /Too many query locator rows: 10001$/m,
  ],
  ['for (Integer i = 0; i < 151; i++) EventBus.publish(new Now__e());', /Too many immediate publish calls: 151$/m],
  [
    "for (Integer i = 0; i < 11; i++) Database.getCursor('SELECT Id FROM Account').fetch(0, 1);",
    /Too many fetch calls on Apex cursor: 11$/m,
  ],
  [
    "for (Integer i = 0; i < 51; i++) Database.getPaginationCursor('SELECT Id FROM Account LIMIT 1');",
    /Too many Apex pagination cursors: 51$/m,
  ],
  [
    "for (Integer i = 0; i < 3; i++) Database.getPaginationCursor('SELECT Id FROM Account');",
    /Too many Apex pagination cursor rows: 100002$/m,
  ],
];

describe('limits of rows, cursors, events and triggers', () => {
  for (const [code, message] of PASSED) {
    it(`end a transaction, and nothing catches that: ${code}`, () => {
      const failure = org.failure(
        `System.debug('begun'); try { ${code} } catch (Exception e) { System.debug('caught'); }`,
      );
      assert.match(failure.message, message);
      assert.match(failure.logs, /begun/);
      assert.doesNotMatch(failure.logs, /caught/);
    });
  }

  it('let 16 triggers run inside each other and end the transaction at the next', () => {
    const code = `Id one = [SELECT Id FROM Account ORDER BY Id LIMIT 1].Id;
      try { update as system new Account(Id = one, Name = 'again'); } catch (Exception e) { System.debug('caught'); }`;
    const { message, logs } = org.failure(code);
    assert.match(message, /Maximum trigger depth exceeded: Account trigger event after update/);
    assert.doesNotMatch(logs, /caught/);
    assert.match(logs, /depth 16/);
    assert.doesNotMatch(logs, /depth 17/);
    assert.equal(org.query(`SELECT 1 FROM "Account" WHERE "Name" = 'again'`).length, 0, 'rolled back');
  });

  it('are not met by as many rows, calls and cursors as they allow', () => {
    org.execute(`Integer read = 0;
      for (Account one : [SELECT Id FROM Account LIMIT 50000]) read++;
      Assert.areEqual(50000, Limits.getQueryRows(), 'rows');`);
    org.execute(`for (Integer i = 0; i < 150; i++) EventBus.publish(new Now__e());
      Assert.areEqual(150, Limits.getPublishImmediateDML(), 'published');
      Assert.areEqual(0, Limits.getDmlStatements(), 'another counter');`);
    org.execute(`Database.PaginationCursor cursor = Database.getPaginationCursor('SELECT Id FROM Account');
      Assert.areEqual(50001, Limits.getApexPaginationCursorRows(), 'rows');
      Assert.areEqual(1, Limits.getApexPaginationCursors(), 'cursors');
      Assert.areEqual(0, Limits.getApexCursors() + Limits.getApexCursorRows(), 'of the other kind');
      Assert.areEqual(100000, Limits.getLimitApexPaginationCursorRows(), 'limit of rows');
      Assert.areEqual(50, Limits.getLimitApexPaginationCursors(), 'limit of cursors');`);
  });

  it('are told by Limits under their old names too', () => {
    org.execute(`Savepoint before = Database.setSavepoint();
      Database.rollback(before);
      Assert.areEqual(2, Limits.getSavepoints(), 'as DML statements');
      Assert.areEqual(2, Limits.getSavepointRollbacks(), 'as DML statements');
      Assert.areEqual(2, Limits.getRunAs(), 'as DML statements');
      Assert.areEqual(150, Limits.getLimitSavepoints(), 'as DML statements');
      Assert.areEqual(20, Limits.getLimitFindSimilarCalls(), 'as SOSL queries');
      Assert.areEqual(0, Limits.getSoslQueries() + Limits.getCallouts() + Limits.getMobilePushApexCalls(), 'nothing counts');
      Assert.areEqual(0, Limits.getAsyncCalls() + Limits.getLimitAsyncCalls(), 'reserved');
      Assert.areEqual(100, Limits.getLimitCallouts(), 'callouts');`);
  });
});
