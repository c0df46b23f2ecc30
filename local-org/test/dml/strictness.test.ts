import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DmlRequest } from '../../src/dml/DmlRequest.ts';
import { executeDml } from '../../src/dml/execute.ts';
import type { RowResult } from '../../src/dml/RowResult.ts';
import type { TriggerContext } from '../../src/dml/triggers.ts';
import { ApexDatetime } from '../../src/values/ApexDatetime.ts';
import { ApexList } from '../../src/values/ApexList.ts';
import type { SObjectValue } from '../../src/values/SObjectValue.ts';
import { customField, readFiles, THING_FILES } from '../schema/projectFixture.ts';
import { makeTestOrg, record, type TestOrg } from '../store/testOrg.ts';

const PROJECT = readFiles(THING_FILES);

function dml(
  org: TestOrg,
  operation: DmlRequest['operation'],
  records: SObjectValue[],
  options: Partial<DmlRequest> = {},
): RowResult[] {
  const request = {
    operation,
    records,
    allOrNone: true,
    access: 'system',
    sharing: false,
    externalIdField: null,
    apiVersion: 67,
    ...options,
  } as const;
  return org.run(() => executeDml(request));
}

const thing = (key: string, fields: Record<string, unknown> = {}): SObjectValue =>
  record('Thing__c', { Key__c: key, ...fields });
const setting = (id: string): SObjectValue => record('Setting__c', { SetupOwnerId: id });

describe('what Salesforce does not save', () => {
  test('a list in which objects alternate more than ten times', () => {
    const org = makeTestOrg(PROJECT);
    const alternating = (count: number): SObjectValue[] =>
      Array.from({ length: count }, (_, index) =>
        index % 2 === 0 ? thing(`k${index}`) : setting(`005LO00000${String(index).padStart(5, '0')}AAA`),
      );
    assert.throws(
      () => dml(org, 'insert', alternating(11), { allOrNone: false }),
      /Cannot have more than 10 chunks in a single operation/,
    );
    assert.equal(dml(org, 'insert', alternating(10), { allOrNone: false }).length, 10);
    const many = Array.from({ length: 2_100 }, (_, index) => thing(`m${index}`));
    assert.equal(dml(org, 'insert', many).length, 2_100);
  });

  test('a record that goes to an inactive user', () => {
    const org = makeTestOrg(PROJECT);
    const gone = org.store.insertRow('User', { LastName: 'Gone', Username: 'gone@example.invalid', IsActive: false });
    assert.throws(
      () => dml(org, 'insert', [thing('a', { OwnerId: gone })]),
      new RegExp(`INACTIVE_OWNER_OR_USER, operation performed with inactive user \\[${gone}\\] as owner of thing__c`),
    );
    const kept = thing('a');
    dml(org, 'insert', [kept]);
    org.store.updateRow('Thing__c', String(kept.id), { OwnerId: gone });
    dml(org, 'update', [record('Thing__c', { Id: kept.id, Text__c: 'x' })]);
    assert.equal(org.store.getRow('Thing__c', String(kept.id))?.Text__c, 'x');
  });

  test('milliseconds', () => {
    const org = makeTestOrg(PROJECT);
    const value = thing('a', { Moment__c: new ApexDatetime(1_700_000_000_999) });
    dml(org, 'insert', [value]);
    assert.equal(org.store.getRow('Thing__c', String(value.id))?.Moment__c, 1_700_000_000_000);
  });

  test('white space around texts', () => {
    const org = makeTestOrg(PROJECT);
    const value = thing('a', { Text__c: ' \t\u00A0x \n' });
    dml(org, 'insert', [value, thing('b', { Text__c: '  ' })]);
    assert.equal(org.store.getRow('Thing__c', String(value.id))?.Text__c, '\u00A0x');
    assert.equal(org.store.findRows('Thing__c', { Key__c: 'b' })[0]?.Text__c, null);
    assert.throws(() => dml(org, 'insert', [thing(' ')]), /Required fields are missing: \[Key__c\]/);
  });

  test('a lookup in user mode to a row that the user does not see', () => {
    const org = makeTestOrg(PROJECT);
    const parent = thing('a');
    dml(org, 'insert', [parent]);
    org.access = { visibleRowsSql: (_user, object) => (object === 'Thing__c' ? '0' : null) };
    const child = (): SObjectValue => thing('b', { Parent__c: parent.id });
    assert.throws(
      () => dml(org, 'insert', [child()], { access: 'user' }),
      /INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, insufficient access rights on cross-reference id/,
    );
    dml(org, 'insert', [child()], { access: 'system' });
  });

  test('the rows of a before trigger by the trigger itself', () => {
    const org = makeTestOrg(PROJECT);
    const value = thing('a');
    dml(org, 'insert', [value]);
    const seen: string[] = [];
    const run = (context: TriggerContext): void => {
      assert.ok(context.new instanceof ApexList);
      const [self] = context.new.items as SObjectValue[];
      const again = record('Thing__c', { Id: self?.id, Text__c: 'again' });
      for (const operation of ['update', 'delete'] as const) {
        const request = {
          operation,
          records: [again],
          allOrNone: false,
          access: 'system',
          sharing: false,
          externalIdField: null,
          apiVersion: 67,
        } as const;
        const [result] = executeDml(request);
        seen.push(...(result?.errors ?? []).map(({ statusCode, message }) => `${statusCode} ${message}`));
      }
    };
    org.triggers.push({ name: 'Loop', object: 'Thing__c', events: ['before update'], apiVersion: 67, run });
    dml(org, 'update', [record('Thing__c', { Id: value.id, Text__c: 'x' })]);
    const id = String(value.id).slice(0, 15);
    assert.deepEqual(seen, [
      `SELF_REFERENCE_FROM_TRIGGER Object (id = ${id}) is currently in trigger Loop, therefore it cannot recursively update itself`,
      `SELF_REFERENCE_FROM_TRIGGER Object (id = ${id}) is currently in trigger Loop, therefore it cannot recursively delete itself`,
    ]);
    assert.equal(org.store.getRow('Thing__c', String(value.id))?.Text__c, 'x');
    dml(org, 'delete', [value]);
  });

  test('an upsert in user mode without the right to both', () => {
    const org = makeTestOrg(PROJECT);
    const createOnly = { read: true, create: true, edit: false, delete: false, viewAll: false, modifyAll: false };
    org.access = { objectAccess: () => createOnly };
    assert.throws(
      () => dml(org, 'upsert', [thing('a')], { access: 'user' }),
      /DML operation UPSERT not allowed on Thing__c/,
    );
    dml(org, 'insert', [thing('a')], { access: 'user' });
  });

  test('the deletion of what a required lookup points to', () => {
    const org = makeTestOrg(
      readFiles({
        ...THING_FILES,
        'objects/Thing__c/fields/Need__c.field-meta.xml': customField(
          '<fullName>Need__c</fullName><label>Need</label><type>Lookup</type><referenceTo>Group</referenceTo><relationshipName>Needs</relationshipName><required>true</required>',
        ),
      }),
    );
    const group = org.store.insertRow('Group', { Name: 'G', DeveloperName: 'G', Type: 'Regular' });
    dml(org, 'insert', [thing('a', { Need__c: group })]);
    assert.throws(() => dml(org, 'delete', [record('Group', { Id: group })]), /DELETE_FAILED/);
  });

  test('an older row without a value for a field that is required now', () => {
    const org = makeTestOrg(PROJECT);
    const id = org.store.insertRow('Thing__c', { Name: 'old', OwnerId: org.userId });
    assert.throws(
      () => dml(org, 'update', [record('Thing__c', { Id: id, Text__c: 'x' })]),
      /REQUIRED_FIELD_MISSING, Required fields are missing: \[Key__c\]/,
    );
    dml(org, 'update', [record('Thing__c', { Id: id, Key__c: 'a' })]);
  });
});
