import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DmlRequest } from '../../src/dml/DmlRequest.ts';
import { executeDml } from '../../src/dml/execute.ts';
import type { RowResult } from '../../src/dml/RowResult.ts';
import type { TriggerContext, TriggerEvent } from '../../src/dml/triggers.ts';
import type { Transaction } from '../../src/org/Transaction.ts';
import { ApexException, throwApex } from '../../src/runtime/ApexException.ts';
import { ApexDecimal } from '../../src/values/ApexDecimal.ts';
import { ApexList } from '../../src/values/ApexList.ts';
import { SObjectValue } from '../../src/values/SObjectValue.ts';
import { readFiles, THING_FILES } from '../schema/projectFixture.ts';
import { makeTestOrg, record, type TestOrg } from '../store/testOrg.ts';

const PROJECT = readFiles(THING_FILES);

function dml(
  org: TestOrg,
  operation: DmlRequest['operation'],
  records: SObjectValue[],
  options: Partial<DmlRequest> = {},
  transaction?: Transaction,
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
  return org.run(() => executeDml(request), transaction);
}

function thing(key: string | null, fields: Record<string, unknown> = {}): SObjectValue {
  return record('Thing__c', { ...(key === null ? {} : { Key__c: key }), ...fields });
}

function failsWith(work: () => unknown, message: string): void {
  assert.throws(work, (error) => {
    assert.ok(error instanceof ApexException, String(error));
    assert.equal(error.apexType, 'System.DmlException');
    assert.equal(error.apexMessage, message);
    return true;
  });
}

function onTrigger(org: TestOrg, events: TriggerEvent[], run: (context: TriggerContext) => void): string[] {
  const log: string[] = [];
  const logged = (context: TriggerContext): void => {
    log.push(`${context.operationType} ${context.size}`);
    run(context);
  };
  org.triggers.push({ name: 'ThingTrigger', object: 'Thing__c', events, apiVersion: 67, run: logged });
  return log;
}

function recordsIn(list: object | null): SObjectValue[] {
  assert.ok(list instanceof ApexList);
  return list.items as SObjectValue[];
}

describe('insert', () => {
  test('fills Id, name, owner, defaults and dates, and writes only the Id back', () => {
    const org = makeTestOrg(PROJECT);
    const first = thing('a');
    dml(org, 'insert', [first, thing('b')]);
    assert.match(first.id ?? '', /^a0\w{16}$/);
    assert.deepEqual([...first.fields.keys()], ['Key__c', 'Id']);
    const row = org.store.getRow('Thing__c', first.id ?? '');
    assert.equal(row?.Name, 'T-0001');
    assert.equal(row?.OwnerId, org.userId);
    assert.equal(row?.Flag__c, true);
    assert.equal(row?.Status__c, 'Open');
    assert.equal(row?.CreatedDate, org.org.clock.now());
    assert.equal(row?.LastModifiedById, org.userId);
    assert.equal(org.store.findRows('Thing__c', { Key__c: 'b' })[0]?.Name, 'T-0002');
  });

  const refused: [what: string, make: (org: TestOrg) => SObjectValue, message: string][] = [
    [
      'a required field that is missing',
      () => thing(null),
      'Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Key__c]: [Key__c]',
    ],
    [
      'a text that is too long',
      () => thing('k'.repeat(21)),
      `Insert failed. First exception on row 0; first error: STRING_TOO_LONG, Key: data value too large: ${'k'.repeat(21)} (max length=20): [Key__c]`,
    ],
    [
      'a value outside of a restricted picklist',
      () => thing('a', { Status__c: 'Odd' }),
      'Insert failed. First exception on row 0; first error: INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Status: bad value for restricted picklist field: Odd: [Status__c]',
    ],
    [
      'a number that is too large',
      () => thing('a', { Amount__c: ApexDecimal.fromInteger(1_000_000) }),
      'Insert failed. First exception on row 0; first error: NUMBER_OUTSIDE_VALID_RANGE, Amount: value outside of valid range on numeric field: 1000000: [Amount__c]',
    ],
    [
      'a lookup to another object',
      () => thing('a', { Parent__c: '005000000000001AAA' }),
      'Insert failed. First exception on row 0; first error: FIELD_INTEGRITY_EXCEPTION, Parent: id value of incorrect type: 005000000000001AAA: [Parent__c]',
    ],
    [
      'a lookup to nothing',
      () => thing('a', { Person__c: '005000000000001AAA' }),
      'Insert failed. First exception on row 0; first error: INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: [Person__c]',
    ],
    [
      'an Id',
      () => thing('a', { Id: 'a00000000000001AAA' }),
      'Insert failed. First exception on row 0; first error: INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: [Id]',
    ],
    [
      'a value of a wrong type',
      () => thing('a', { Flag__c: 'yes' }),
      'Insert failed. First exception on row 0; first error: INVALID_TYPE_ON_FIELD_IN_RECORD, Flag: value not of required type: yes: [Flag__c]',
    ],
    [
      'a system field',
      () => thing('a', { IsDeleted: true }),
      'Insert failed. First exception on row 0; first error: INVALID_FIELD_FOR_INSERT_UPDATE, Unable to create/update fields: IsDeleted. Please check the security settings of this field and verify that it is read/write for your profile or permission set.: [IsDeleted]',
    ],
  ];
  for (const [what, make, message] of refused) {
    test(`refuses ${what}`, () => {
      const org = makeTestOrg(PROJECT);
      const value = make(org);
      failsWith(() => dml(org, 'insert', [value]), message);
      assert.equal(org.store.findRows('Thing__c').length, 0);
    });
  }

  test('refuses a duplicate, whatever the case, in the database and in the statement', () => {
    const org = makeTestOrg(PROJECT);
    const first = thing('key');
    dml(org, 'insert', [first]);
    const id = (first.id ?? '').slice(0, 15);
    failsWith(
      () => dml(org, 'insert', [thing('KEY')]),
      `Insert failed. First exception on row 0; first error: DUPLICATE_VALUE, duplicate value found: Key__c duplicates value on record with id: ${id}: []`,
    );
    assert.throws(() => dml(org, 'insert', [thing('x'), thing('X')]), /DUPLICATE_VALUE/);
  });

  test('rounds numbers to the scale of their field', () => {
    const org = makeTestOrg(PROJECT);
    const value = thing('a', { Amount__c: ApexDecimal.parse('1.005') });
    dml(org, 'insert', [value]);
    assert.equal(org.store.getRow('Thing__c', value.id ?? '')?.Amount__c, 1.01);
  });

  test('refuses objects that Apex cannot insert', () => {
    const org = makeTestOrg(PROJECT);
    for (const type of ['Profile', 'News__e', 'Rule__mdt', 'SetupAuditTrail']) {
      assert.throws(
        () => dml(org, 'insert', [record(type, {})]),
        new RegExp(`DML operation INSERT not allowed on ${type}`),
      );
    }
  });

  test('a failed statement leaves no row and no Id behind, also of earlier chunks', () => {
    const org = makeTestOrg(PROJECT);
    const records = Array.from({ length: 250 }, (_, index) => thing(index === 249 ? null : `k${index}`));
    assert.throws(() => dml(org, 'insert', records), /First exception on row 249/);
    assert.equal(org.store.findRows('Thing__c').length, 0);
    assert.ok(records.every((value) => value.id === null));
  });
});

describe('update', () => {
  test('writes the fields that the record has and stamps the row', () => {
    const org = makeTestOrg(PROJECT);
    const value = thing('a', { Text__c: 'old' });
    dml(org, 'insert', [value]);
    org.org.clock.advance(1000);
    dml(org, 'update', [record('Thing__c', { Id: value.id, Text__c: 'new' })]);
    const row = org.store.getRow('Thing__c', value.id ?? '');
    assert.equal(row?.Text__c, 'new');
    assert.equal(row?.Key__c, 'a');
    assert.equal(row?.LastModifiedDate, org.org.clock.now());
    assert.equal(row?.CreatedDate, org.org.clock.now() - 1000);
  });

  test('refuses records without Id, unknown, deleted or repeated', () => {
    const org = makeTestOrg(PROJECT);
    const value = thing('a');
    dml(org, 'insert', [value]);
    failsWith(
      () => dml(org, 'update', [thing('a')]),
      'Update failed. First exception on row 0; first error: MISSING_ARGUMENT, Id not specified in an update call: []',
    );
    const unknown = 'a00000000000001AAA';
    failsWith(
      () => dml(org, 'update', [record('Thing__c', { Id: unknown })]),
      `Update failed. First exception on row 0 with id ${unknown}; first error: INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []`,
    );
    assert.throws(() => dml(org, 'update', [value, value]), /Duplicate id in list/);
    dml(org, 'delete', [value]);
    assert.throws(() => dml(org, 'update', [value]), /ENTITY_IS_DELETED, entity is deleted/);
  });

  test('fields of a queried record that nobody can write are passed over, fixed ones are refused when changed', () => {
    const org = makeTestOrg(PROJECT);
    const license = org.store.insertRow('PermissionSet', { Name: 'A', Label: 'A' });
    const other = org.store.insertRow('PermissionSet', { Name: 'B', Label: 'B' });
    const id = org.store.insertRow('PermissionSetAssignment', { AssigneeId: org.userId, PermissionSetId: license });
    dml(org, 'update', [record('PermissionSetAssignment', { Id: id, PermissionSetId: license })]);
    assert.throws(
      () => dml(org, 'update', [record('PermissionSetAssignment', { Id: id, PermissionSetId: other })]),
      /Unable to create\/update fields: PermissionSetId/,
    );
  });
});

describe('upsert', () => {
  test('inserts new keys and updates known ones', () => {
    const org = makeTestOrg(PROJECT);
    const known = thing('known');
    dml(org, 'insert', [known]);
    const results = dml(org, 'upsert', [thing('KNOWN', { Text__c: 'x' }), thing('new')], { externalIdField: 'Key__c' });
    assert.deepEqual(
      results.map(({ isSuccess, isCreated }) => [isSuccess, isCreated]),
      [
        [true, false],
        [true, true],
      ],
    );
    assert.equal(results[0]?.id, known.id);
    assert.equal(org.store.getRow('Thing__c', known.id ?? '')?.Text__c, 'x');
  });

  test('refuses repeated keys, missing keys and fields that are no key', () => {
    const org = makeTestOrg(PROJECT);
    assert.throws(
      () => dml(org, 'upsert', [thing('a'), thing('A')], { externalIdField: 'Key__c' }),
      /Duplicate external id specified: A/,
    );
    assert.throws(() => dml(org, 'upsert', [thing(null)], { externalIdField: 'Key__c' }), /Key__c not specified/);
    assert.throws(() => dml(org, 'upsert', [thing('a')], { externalIdField: 'Text__c' }), /must be an External Id/);
  });
});

describe('delete and undelete', () => {
  test('a deleted custom record lies in the recycle bin and comes back', () => {
    const org = makeTestOrg(PROJECT);
    const value = thing('a');
    dml(org, 'insert', [value]);
    dml(org, 'delete', [value]);
    assert.equal(org.store.getRow('Thing__c', value.id ?? '')?.IsDeleted, true);
    dml(org, 'undelete', [value]);
    assert.equal(org.store.getRow('Thing__c', value.id ?? '')?.IsDeleted, false);
    assert.throws(() => dml(org, 'undelete', [value]), /not in the recycle bin/);
  });

  test('rows of setup objects are gone, with what depends on them', () => {
    const org = makeTestOrg(PROJECT);
    const group = org.store.insertRow('Group', { Name: 'G', Type: 'Regular' });
    const member = org.store.insertRow('GroupMember', { GroupId: group, UserOrGroupId: org.userId });
    dml(org, 'delete', [record('Group', { Id: group })]);
    assert.equal(org.store.getRow('GroupMember', member), null);
    assert.throws(() => dml(org, 'undelete', [record('Group', { Id: group })]), /UNDELETE not allowed on Group/);
    assert.throws(() => dml(org, 'delete', [record('User', { Id: org.userId })]), /DELETE not allowed on User/);
  });
});

describe('triggers', () => {
  test('see chunks of 200 in the documented order, and before triggers change rows', () => {
    const org = makeTestOrg(PROJECT);
    const log = onTrigger(
      org,
      [
        'before insert',
        'after insert',
        'before update',
        'after update',
        'before delete',
        'after delete',
        'after undelete',
      ],
      (context) => {
        if (context.isBefore && context.isInsert)
          for (const value of recordsIn(context.new)) value.put('Text__c', 'from trigger');
      },
    );
    const records = Array.from({ length: 201 }, (_, index) => thing(`k${index}`));
    dml(org, 'insert', records);
    assert.deepEqual(log.splice(0), ['BEFORE_INSERT 200', 'AFTER_INSERT 200', 'BEFORE_INSERT 1', 'AFTER_INSERT 1']);
    assert.equal(org.store.getRow('Thing__c', records[200]?.id ?? '')?.Text__c, 'from trigger');
    assert.equal(records[0]?.isSet('Text__c'), false);
    const [first] = records as [SObjectValue];
    dml(org, 'update', [first]);
    dml(org, 'delete', [first]);
    dml(org, 'undelete', [first]);
    assert.deepEqual(log, [
      'BEFORE_UPDATE 1',
      'AFTER_UPDATE 1',
      'BEFORE_DELETE 1',
      'AFTER_DELETE 1',
      'AFTER_UNDELETE 1',
    ]);
  });

  test('have the context of their event', () => {
    const org = makeTestOrg(PROJECT);
    const seen: unknown[] = [];
    onTrigger(org, ['before insert', 'after insert', 'before update', 'before delete'], (context) => {
      const [value] = context.new ? recordsIn(context.new) : recordsIn(context.old);
      seen.push([
        context.operationType,
        context.new !== null,
        context.old !== null,
        context.newMap !== null,
        context.oldMap !== null,
        value?.id !== null,
        value?.isReadOnly,
      ]);
    });
    const value = thing('a');
    dml(org, 'insert', [value]);
    dml(org, 'update', [value]);
    dml(org, 'delete', [value]);
    assert.deepEqual(seen, [
      ['BEFORE_INSERT', true, false, false, false, false, false],
      ['AFTER_INSERT', true, false, true, false, true, true],
      ['BEFORE_UPDATE', true, true, true, true, true, false],
      ['BEFORE_DELETE', false, true, false, true, true, true],
    ]);
  });

  test('addError refuses rows; outside of triggers the record keeps it and cannot be saved here', () => {
    const org = makeTestOrg(PROJECT);
    onTrigger(org, ['before insert'], (context) => recordsIn(context.new)[1]?.addError('not this one', 'Text__c'));
    failsWith(
      () => dml(org, 'insert', [thing('a'), thing('b')]),
      'Insert failed. First exception on row 1; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, not this one: [Text__c]',
    );
    const loose = thing('c');
    loose.addError('x');
    assert.deepEqual(
      loose.allErrors.map(({ message }) => message),
      ['x'],
    );
    assert.throws(() => dml(org, 'insert', [loose]), /errors outside of a trigger is not supported/);
    loose.isReadOnly = true;
    assert.throws(() => loose.addError('y'), /SObject row does not allow errors/);
  });

  test('an exception of a trigger refuses its chunk with the cause', () => {
    const org = makeTestOrg(PROJECT);
    onTrigger(org, ['before insert'], () => throwApex('System.MathException', 'Divide by 0'));
    assert.throws(
      () => dml(org, 'insert', [thing('a')]),
      /CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, ThingTrigger: execution of BeforeInsert\n\ncaused by: System.MathException: Divide by 0/,
    );
  });

  test('recursion ends at depth 16', () => {
    const org = makeTestOrg(PROJECT);
    let depth = 0;
    onTrigger(org, ['after insert'], () => {
      depth++;
      executeDml({
        operation: 'insert',
        records: [thing(`deep${depth}`)],
        allOrNone: true,
        access: 'system',
        sharing: false,
        externalIdField: null,
        apiVersion: 67,
      });
    });
    assert.throws(() => dml(org, 'insert', [thing('a')]), /Maximum trigger depth exceeded/);
    assert.equal(depth, 16);
    assert.equal(org.store.findRows('Thing__c').length, 0);
  });
});

describe('partial success', () => {
  test('good rows are tried again with their triggers and with fresh limits', () => {
    const org = makeTestOrg(PROJECT);
    const used: number[] = [];
    const transaction = org.newTransaction();
    const log = onTrigger(org, ['before insert', 'after insert'], (context) => {
      used.push(transaction.limits.get('Queries'));
      transaction.limits.count('Queries');
      if (context.isAfter) return;
      for (const value of recordsIn(context.new)) if (value.get('Key__c') === 'bad') value.addError('bad');
    });
    const results = dml(
      org,
      'insert',
      [thing('a'), thing('bad'), thing('b'), thing(null)],
      { allOrNone: false },
      transaction,
    );
    assert.deepEqual(
      results.map((result) => result.isSuccess),
      [true, false, true, false],
    );
    assert.deepEqual(
      results.flatMap((result) => result.errors.map((error) => error.statusCode)),
      ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'REQUIRED_FIELD_MISSING'],
    );
    assert.deepEqual(log, ['BEFORE_INSERT 4', 'AFTER_INSERT 2', 'BEFORE_INSERT 2', 'AFTER_INSERT 2']);
    assert.deepEqual(used, [0, 1, 0, 1]);
    assert.equal(org.store.findRows('Thing__c').length, 2);
  });

  test('rows that keep failing after the third attempt fail all', () => {
    const org = makeTestOrg(PROJECT);
    onTrigger(org, ['before insert'], (context) => recordsIn(context.new)[0]?.addError('always the first'));
    const results = dml(
      org,
      'insert',
      ['a', 'b', 'c', 'd'].map((key) => thing(key)),
      { allOrNone: false },
    );
    assert.deepEqual(
      results.map((result) => result.isSuccess),
      [false, false, false, false],
    );
    assert.match(results[3]?.errors[0]?.message ?? '', /Too many batch retries/);
    assert.equal(org.store.findRows('Thing__c').length, 0);
  });

  test('what waited for the commit of a failed attempt is forgotten', () => {
    const org = makeTestOrg(PROJECT);
    const transaction = org.newTransaction();
    onTrigger(org, ['after insert'], () => void transaction.afterCommit.push(() => undefined));
    dml(org, 'insert', [thing('a'), thing(null)], { allOrNone: false }, transaction);
    assert.equal(transaction.afterCommit.length, 1);
  });
});

describe('rules of objects', () => {
  test('judge rows one by one, see what changed, and may stand in for a row', () => {
    const org = makeTestOrg(PROJECT);
    const group = org.store.insertRow('Group', { Name: 'G', Type: 'Regular' });
    const known = org.store.insertRow('GroupMember', { GroupId: group, UserOrGroupId: group });
    const changes: string[][] = [];
    org.rules.push({
      objects: ['GroupMember'],
      existingRowFor: (row) => (row.new.UserOrGroupId === group ? known : null),
      beforeSave: (rows) => rows.forEach((row) => changes.push([...row.changed].sort())),
    });
    const results = dml(org, 'insert', [
      record('GroupMember', { GroupId: group, UserOrGroupId: group }),
      record('GroupMember', { GroupId: group, UserOrGroupId: org.userId }),
    ]);
    assert.equal(results[0]?.id, known);
    assert.deepEqual(changes, [['GroupId', 'SystemModstamp', 'UserOrGroupId']]);
    assert.equal(org.store.findRows('GroupMember').length, 2);
  });

  test('their errors count as those of the platform', () => {
    const org = makeTestOrg(PROJECT);
    org.rules.push({
      objects: ['Thing__c'],
      beforeSave: (rows) =>
        rows.slice(1).forEach((row) => row.addError('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded')),
    });
    const results = dml(org, 'insert', [thing('a'), thing('b')], { allOrNone: false });
    assert.deepEqual(
      results.map((result) => result.errors[0]?.statusCode),
      [undefined, 'LICENSE_LIMIT_EXCEEDED'],
    );
    failsWith(
      () => dml(org, 'insert', [thing('c'), thing('d')]),
      'Insert failed. First exception on row 1; first error: LICENSE_LIMIT_EXCEEDED, License Limit Exceeded: []',
    );
  });
});

describe('mixed DML', () => {
  const message = (second: string, first: string): RegExp =>
    new RegExp(
      `MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object \\(or vice versa\\): ${second}, original object: ${first}`,
    );

  function members(org: TestOrg): SObjectValue {
    const group = org.store.insertRow('Group', { Name: `G${org.store.newId('Group')}`, Type: 'Regular' });
    return record('GroupMember', { GroupId: group, UserOrGroupId: org.userId });
  }

  test('setup objects and others do not go together, in both orders', () => {
    const org = makeTestOrg(PROJECT);
    const first = org.newTransaction();
    dml(org, 'insert', [thing('a')], {}, first);
    assert.throws(() => dml(org, 'insert', [members(org)], {}, first), message('GroupMember', 'Thing__c'));
    const second = org.newTransaction();
    dml(org, 'insert', [members(org)], {}, second);
    assert.throws(() => dml(org, 'insert', [thing('b')], {}, second), message('Thing__c', 'GroupMember'));
  });

  test('a user counts only when a setup field changes', () => {
    const org = makeTestOrg(PROJECT);
    const transaction = org.newTransaction();
    dml(org, 'insert', [thing('a')], {}, transaction);
    dml(org, 'update', [record('User', { Id: org.userId, Title: 'Boss' })], {}, transaction);
    dml(org, 'update', [record('User', { Id: org.userId, IsActive: true })], {}, transaction);
    assert.throws(
      () => dml(org, 'update', [record('User', { Id: org.userId, IsActive: false })], {}, transaction),
      message('User', 'Thing__c'),
    );
  });

  test('custom settings are exempt', () => {
    const org = makeTestOrg(PROJECT);
    const transaction = org.newTransaction();
    dml(org, 'insert', [members(org)], {}, transaction);
    dml(org, 'insert', [record('Setting__c', { SetupOwnerId: org.userId })], {}, transaction);
  });

  test('UserLogin and PermissionSetLicenseAssign count as setup', () => {
    const org = makeTestOrg(PROJECT);
    const login = org.store.insertRow('UserLogin', { UserId: org.userId });
    const transaction = org.newTransaction();
    dml(org, 'insert', [thing('a')], {}, transaction);
    assert.throws(
      () => dml(org, 'update', [record('UserLogin', { Id: login, IsFrozen: true })], {}, transaction),
      message('UserLogin', 'Thing__c'),
    );
  });

  test('is thrown with allOrNone=false too, or told in the results when the org is set so', () => {
    const org = makeTestOrg(PROJECT);
    const transaction = org.newTransaction();
    dml(org, 'insert', [thing('a')], {}, transaction);
    assert.throws(
      () => dml(org, 'insert', [members(org)], { allOrNone: false }, transaction),
      message('GroupMember', 'Thing__c'),
    );
    org.behavior.mixedDmlInSaveResults = true;
    const [result] = dml(org, 'insert', [members(org)], { allOrNone: false }, transaction);
    assert.equal(result?.errors[0]?.statusCode, 'MIXED_DML_OPERATION');
  });

  test('strict: one setup object a transaction', () => {
    const org = makeTestOrg(PROJECT);
    const login = org.store.insertRow('UserLogin', { UserId: org.userId });
    const both = (): void => {
      const transaction = org.newTransaction();
      dml(org, 'insert', [members(org)], {}, transaction);
      dml(org, 'update', [record('UserLogin', { Id: login, IsFrozen: true })], {}, transaction);
    };
    both();
    org.behavior.mixedDml = 'strict';
    assert.throws(both, message('UserLogin', 'GroupMember'));
  });
});

describe('rights', () => {
  const none = { read: true, create: false, edit: false, delete: false, viewAll: false, modifyAll: false };

  test('user mode asks for object and fields', () => {
    const org = makeTestOrg(PROJECT);
    org.access = { objectAccess: () => none };
    assert.throws(
      () => dml(org, 'insert', [thing('a')], { access: 'user' }),
      /DML operation INSERT not allowed on Thing__c/,
    );
    assert.throws(() => dml(org, 'insert', [thing('a')], { access: null }), /not allowed/);
    dml(org, 'insert', [thing('a')], { access: null, apiVersion: 66 });
    org.access = { fieldAccess: (_user, _object, field) => ({ read: true, edit: field !== 'Text__c' }) };
    assert.throws(
      () => dml(org, 'insert', [thing('b', { Text__c: 'x' })], { access: 'user' }),
      /fields being inaccessible on Sobject Thing__c, check errors on Exception or Result!: \[Text__c\]/,
    );
    dml(org, 'insert', [thing('b')], { access: 'user' });
  });

  test('sharing keeps rows of others from being changed', () => {
    const org = makeTestOrg(PROJECT);
    const value = thing('a');
    dml(org, 'insert', [value]);
    org.access = { editableRowsSql: () => '0' };
    assert.throws(
      () => dml(org, 'update', [value], { sharing: true }),
      /INSUFFICIENT_ACCESS_OR_READONLY, insufficient access rights on object id/,
    );
    assert.throws(() => dml(org, 'delete', [value], { sharing: true }), /INSUFFICIENT_ACCESS_OR_READONLY/);
    dml(org, 'update', [value], { sharing: false });
  });
});

describe('limits', () => {
  test('statements and rows are counted and end the transaction', () => {
    const org = makeTestOrg(PROJECT);
    const transaction = org.newTransaction();
    dml(org, 'insert', [thing('a'), thing('b')], {}, transaction);
    assert.equal(transaction.limits.get('DmlStatements'), 1);
    assert.equal(transaction.limits.get('DmlRows'), 2);
    transaction.limits.count('DmlRows', 9_998);
    assert.throws(() => dml(org, 'insert', [thing('c')], {}, transaction), /Too many DML rows: 10001/);
  });
});
