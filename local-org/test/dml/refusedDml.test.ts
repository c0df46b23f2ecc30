import assert from 'node:assert/strict';
import { test } from 'node:test';
import { executeDml } from '../../src/dml/execute.ts';
import { RefusedError } from '../../src/runtime/RefusedError.ts';
import type { SObjectValue } from '../../src/values/SObjectValue.ts';
import { compileSources } from '../compiler/compileSources.ts';
import { makeTestOrg, record } from '../store/testOrg.ts';

function insert(value: SObjectValue): void {
  executeDml({
    operation: 'insert',
    records: [value],
    allOrNone: false,
    access: 'system',
    sharing: false,
    externalIdField: null,
    apiVersion: 66,
  });
}

test('a record of an object whose rules are not built lives in memory, and saving it does not compile', () => {
  const run = (statement: string): string[] =>
    compileSources({
      Sample: `public class Sample {
    public static String run() {
        Task task = new Task(Subject = 'Call', WhatId = null);
        ${statement}
        return task.Subject;
    }
}`,
    }).diagnostics.map(({ code, line, text }) => `${code} ${line} ${text}`);
  assert.deepEqual(run(''), []);
  for (const statement of ['insert task;', 'update task;', 'upsert task;', 'delete task;', 'undelete task;']) {
    assert.deepEqual(run(statement), ['APX0905 4 DML on Task is not supported by the local org'], statement);
  }
});

test('what the compiler cannot see is refused when it runs, also with allOrNone off', () => {
  const org = makeTestOrg();
  org.run(() => {
    assert.throws(() => insert(record('OpportunityLineItem', { Quantity: 1 })), RefusedError);
    insert(record('Product2', { Name: 'Seat' }));
  });
  assert.deepEqual(
    org.store.findRows('Product2', {}).map(({ Name, IsActive }) => [Name, IsActive]),
    [['Seat', false]],
  );
});
