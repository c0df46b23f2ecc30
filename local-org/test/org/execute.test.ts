import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { currentTransaction } from '../../src/org/current.ts';
import { andTakeBack, atomically, executeTransaction } from '../../src/org/execute.ts';
import { TestOrg } from './TestOrg.ts';

function optionsOf(org: TestOrg) {
  return { userId: org.org.administratorId, isAsync: false, isTest: false, quiddity: 'synchronous' as const };
}

const count = (org: TestOrg): number => org.query('SELECT * FROM "Account"').length;
const insert = (org: TestOrg): string => org.org.store.insertRow('Account', { Name: 'a' });

describe('a transaction', () => {
  it('keeps what it wrote and then runs what waits for the commit, or does neither', () => {
    const org = new TestOrg({});
    const seen: number[] = [];
    executeTransaction(org.org, optionsOf(org), (transaction) => {
      transaction.afterCommit.push(() => seen.push(count(org)));
      insert(org);
      assert.deepEqual(seen, []);
    });
    assert.deepEqual(seen, [1]);
    assert.throws(() =>
      executeTransaction(org.org, optionsOf(org), (transaction) => {
        transaction.afterCommit.push(() => seen.push(-1));
        insert(org);
        throw new Error('failed');
      }),
    );
    assert.deepEqual([seen, count(org)], [[1], 1]);
    org.close();
  });

  it('drops what a part of it wanted after the commit when that part fails', () => {
    const org = new TestOrg({});
    const seen: string[] = [];
    executeTransaction(org.org, optionsOf(org), () => {
      currentTransaction().afterCommit.push(() => seen.push('outer'));
      assert.throws(() =>
        atomically(org.org, () => {
          currentTransaction().afterCommit.push(() => seen.push('inner'));
          insert(org);
          throw new Error('failed');
        }),
      );
      insert(org);
    });
    assert.deepEqual([seen, count(org)], [['outer'], 1]);
    org.close();
  });

  it('can be taken back as a whole, also what committed inside', () => {
    const org = new TestOrg({});
    const result = andTakeBack(org.org, () => {
      executeTransaction(org.org, optionsOf(org), () => insert(org));
      executeTransaction(org.org, optionsOf(org), () => insert(org));
      return count(org);
    });
    assert.deepEqual([result, count(org)], [2, 0]);
    org.close();
  });

  it('that failed or was taken back leaves nothing open: what commits later is in the file', () => {
    const org = new TestOrg({});
    const fail = (): never => {
      throw new Error('failed');
    };
    assert.throws(() => executeTransaction(org.org, optionsOf(org), fail));
    assert.equal(org.org.database.isTransaction, false);
    assert.throws(() => andTakeBack(org.org, fail));
    assert.equal(org.org.database.isTransaction, false);
    andTakeBack(org.org, () => insert(org));
    assert.equal(org.org.database.isTransaction, false);
    org.close();
  });

  it('has statics and limits of its own', () => {
    const org = new TestOrg({
      Counter: 'public class Counter { static Integer calls = 0; public static Integer next() { return ++calls; } }',
    });
    assert.equal(org.call('Counter', 'next'), 1);
    assert.equal(org.call('Counter', 'next'), 1);
    org.execute('Assert.areEqual(1, Counter.next()); Assert.areEqual(2, Counter.next());');
    org.close();
  });
});

describe('the clock', () => {
  it('moves forward only, and tells who listens', () => {
    const org = new TestOrg({});
    let moved = 0;
    const stop = org.clock.onAdvance(() => moved++);
    const before = org.clock.now();
    org.clock.advance(1000);
    stop();
    org.clock.advance(500);
    assert.deepEqual([org.clock.now() - before, moved], [1500, 1]);
    assert.throws(() => org.clock.advance(-1), RangeError);
    org.close();
  });
});
