import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApexList, toText } from '../../../src/values/index.ts';
import { SObjectValue } from '../../../src/values/SObjectValue.ts';
import { load, outputs, runSample } from '../runApex.ts';

function user(name: string): SObjectValue {
  const record = new SObjectValue('User', { isQueried: true });
  record.put('LastName', name);
  return record;
}

function texts(list: unknown): string[] {
  return (list as ApexList).items.map((item) => toText(item) ?? 'null');
}

describe('records, queries and DML', () => {
  it('reads and writes fields, parents and dynamic names', () => {
    assert.deepEqual(
      outputs(`
        User u = new User(LastName = 'a', Profile = new Profile(Name = 'p'));
        u.LastName += 'b'; out.add(u.LastName); out.add(u.Profile.Name); out.add(u.UserRole.Name);
        u.put('Alias', 'x'); out.add(u.alias); out.add(u.get('LASTNAME'));
        User n; try { out.add(n.LastName); } catch (NullPointerException e) { out.add('thrown'); }
        SObject s = u; out.add(s.Id);`),
      ['ab', 'p', 'null', 'x', 'ab', 'thrown', 'null'],
    );
  });

  it('hands over the text of a query and its binds, and gives what is asked for', () => {
    const loaded = load({
      Sample: `public class Sample { public static List<Object> run(Set<Id> ids) {
        List<User> all = [SELECT Id FROM User WHERE Id IN :ids AND LastName = :('a' + 'b')];
        User one = [SELECT LastName FROM User LIMIT 1];
        Integer n = [SELECT COUNT() FROM User];
        String name = [SELECT LastName FROM User].LastName;
        List<Object> out = new List<Object>{ all.size(), one.LastName, n, name };
        for (User u : [SELECT LastName FROM User]) { out.add(u.LastName); }
        for (List<User> chunk : [SELECT LastName FROM User]) { out.add(chunk.size()); }
        return out; } }`,
    });
    const many = Array.from({ length: 201 }, () => user('m'));
    loaded.recorded.answers.push(
      [user('1'), user('2')],
      [user('one')],
      7,
      [user('name')],
      [user('x'), user('y')],
      many,
    );
    assert.deepEqual(texts(runSample(loaded, null)), ['2', 'one', '7', 'name', 'x', 'y', '200', '1']);
    assert.equal(loaded.recorded.queries[0]?.text, 'SELECT Id FROM User WHERE Id IN :b0 AND LastName = :b1');
    assert.deepEqual(loaded.recorded.queries[0]?.binds, [null, 'ab']);
  });

  it('throws when a query for one record finds none or more', () => {
    const loaded = load({
      Sample: `public class Sample { public static List<Object> run() { List<Object> out = new List<Object>();
        try { User u = [SELECT Id FROM User]; } catch (QueryException e) { out.add(e.getMessage()); }
        try { User u = [SELECT Id FROM User]; } catch (QueryException e) { out.add(e.getMessage()); }
        return out; } }`,
    });
    loaded.recorded.answers.push([], [user('1'), user('2')]);
    assert.deepEqual(texts(runSample(loaded)), [
      'List has no rows for assignment to SObject',
      'List has more than 1 row for assignment to SObject',
    ]);
  });

  it('hands over DML with its mode and key', () => {
    const loaded = load({
      Sample: `public class Sample { public static void run() { User u = new User();
        insert u; update as user new List<User>{ u }; insert as system u; upsert u Username; } }`,
    });
    runSample(loaded);
    assert.deepEqual(
      loaded.recorded.dml.map(({ operation, records, access, externalIdField }) => [
        operation,
        records.length,
        access,
        externalIdField,
      ]),
      [
        ['insert', 1, null, null],
        ['update', 1, 'user', null],
        ['insert', 1, 'system', null],
        ['upsert', 1, null, 'Username'],
      ],
    );
  });

  it('runs each class in its own sharing mode and goes back', () => {
    const query = '{ List<User> l = [SELECT Id FROM User]; }';
    const loaded = load({
      Sample: `public without sharing class Sample { public static void run() { Shared.run(); ${query} Inherits.run(); try { Shared.fail(); } catch (Exception e) { ${query} } } class Part { void run() { ${query} } } }`,
      Shared: `public with sharing class Shared { public static void run() { ${query} Inherits.run(); } public static void fail() { throw new IllegalArgumentException('x'); } }`,
      Inherits: `public inherited sharing class Inherits { public static void run() { ${query} } }`,
    });
    runSample(loaded);
    assert.deepEqual(
      loaded.recorded.queries.map((query1) => query1.sharing),
      ['with', 'with', 'without', 'without', 'without'],
    );
  });

  it('leaves a runAs block by return, break and continue', () => {
    assert.deepEqual(
      outputs(
        `out.add(f()); for (Integer i = 0; i < 4; i++) { System.runAs(new User()) { if (i == 1) { continue; } if (i == 3) { break; } out.add(i); } }`,
        `static String f() { System.runAs(new User()) { return 'inside'; } return 'after'; }`,
      ),
      ['inside', '0', '2'],
    );
  });
});
