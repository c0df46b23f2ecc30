import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { executeDml } from '../../src/dml/execute.ts';
import type { CallSite } from '../../src/platform/CallSite.ts';
import { findType, implementation } from '../../src/platform/catalog.ts';
import { staticSObjectMethods } from '../../src/platform/data/staticMethods.ts';
import { describeObject, fieldToken, objectToken } from '../../src/platform/data/tokens.ts';
import { deployCustomMetadata } from '../../src/store/deployCustomMetadata.ts';
import type { RowValues } from '../../src/store/RowValues.ts';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import { ApexList } from '../../src/values/ApexList.ts';
import { ApexMap } from '../../src/values/ApexMap.ts';
import type { SObjectValue } from '../../src/values/SObjectValue.ts';
import { toText } from '../../src/values/text.ts';
import { readFiles, THING_FILES } from '../schema/projectFixture.ts';
import { makeTestOrg, record, rowsOf, type TestOrg } from '../store/testOrg.ts';

const PROJECT = readFiles(THING_FILES);
const SITE: CallSite = { className: 'Test', apiVersion: 66 };

function call(id: string, ...args: unknown[]): unknown {
  const method = implementation(id);
  assert.ok(method, id);
  return method(...args);
}

const level = (name: 'USER_MODE' | 'SYSTEM_MODE'): unknown => call(`System.AccessLevel#${name}`);

function binds(values: Record<string, unknown>): ApexMap {
  return new ApexMap(runtimeType('Map<String,Object>'), Object.entries(values));
}

function withThings(count: number): TestOrg {
  const org = makeTestOrg(PROJECT);
  for (let index = 0; index < count; index++) {
    org.store.insertRow('Thing__c', { Key__c: `k${index}`, Name: `k${index}`, OwnerId: org.userId, Amount__c: index });
  }
  return org;
}

describe('System.SObject', () => {
  const org = makeTestOrg(PROJECT);

  test('get and put find fields whatever the case and convert what fits', () => {
    org.run(() => {
      const value = record('Thing__c', {});
      assert.equal(call('System.SObject#put(String,Object)', value, 'amount__C', 3), null);
      assert.equal(toText(call('System.SObject#get(String)', value, 'AMOUNT__c')), '3');
      assert.throws(() => call('System.SObject#get(String)', value, 'Nope'), /Invalid field Nope for Thing__c/);
      assert.throws(
        () => call('System.SObject#put(String,Object)', value, 'Flag__c', 'x'),
        /Illegal assignment from String to Boolean/,
      );
      assert.throws(
        () => call('System.SObject#put(String,Object)', value, 'CreatedDate', null),
        /Field CreatedDate is not editable/,
      );
      const foreign = fieldToken('User', 'Name');
      assert.throws(
        () => call('System.SObject#get(Schema.SObjectField)', value, foreign),
        /does not belong to SObject type Thing__c/,
      );
    });
  });

  test('clone leaves out Id, autonumber and dates unless told otherwise', () => {
    org.run(() => {
      const value = record('Thing__c', { Id: 'a00000000000001AAA', Name: 'T-1', Key__c: 'k', CreatedById: org.userId });
      const plain = call('System.SObject#clone()', value) as SObjectValue;
      assert.deepEqual([...plain.fields.keys()], ['Key__c']);
      const full = call(
        'System.SObject#clone(Boolean,Boolean,Boolean,Boolean)',
        value,
        true,
        false,
        true,
        true,
      ) as SObjectValue;
      assert.deepEqual([...full.fields.keys()], ['Id', 'Name', 'Key__c', 'CreatedById']);
      full.put('Key__c', 'other');
      assert.equal(value.get('Key__c'), 'k');
    });
  });

  test('children of a record that was not queried are an empty list of their type', () => {
    org.run(() => assert.equal(record('Thing__c', {}).getChildren('Children__r').type.name, 'List<Thing__c>'));
  });
});

describe('dynamic SOQL', () => {
  test('binds come from a map or from variables in scope', () => {
    const org = withThings(3);
    org.run(() => {
      const found = call(
        'System.Database#queryWithBinds(String,Map<String,Object>,AccessLevel)',
        SITE,
        'SELECT Key__c FROM Thing__c WHERE Key__c = :KEY',
        binds({ key: 'k1' }),
        level('SYSTEM_MODE'),
      ) as ApexList;
      assert.equal((found.items[0] as SObjectValue).get('Key__c'), 'k1');
      const missing = (): unknown =>
        call(
          'System.Database#queryWithBinds(String,Map<String,Object>,AccessLevel)',
          SITE,
          'SELECT Id FROM Thing__c WHERE Key__c = :nope',
          binds({}),
          level('SYSTEM_MODE'),
        );
      assert.throws(missing, /Key 'nope' does not exist in the bindMap/);
      const site = { ...SITE, variable: (name: string) => (name.toLowerCase() === 'wanted' ? 'k2' : undefined) };
      assert.equal(
        (call('System.Database#query(String)', site, 'SELECT Id FROM Thing__c WHERE Key__c = :wanted') as ApexList)
          .size,
        1,
      );
      assert.throws(
        () => call('System.Database#query(String)', site, 'SELECT Id FROM Thing__c WHERE Key__c = :other'),
        /Variable does not exist: other/,
      );
      assert.equal(call('System.Database#countQuery(String)', SITE, 'SELECT COUNT() FROM Thing__c'), 3);
    });
  });

  test('an empty result is a list of its own type; a wrong text names the place', () => {
    const org = withThings(0);
    org.run(() => {
      assert.equal(
        (call('System.Database#query(String)', SITE, 'SELECT Id FROM Thing__c') as ApexList).type.name,
        'List<Thing__c>',
      );
      assert.throws(
        () => call('System.Database#query(String)', SITE, 'SELECT Nope FROM Thing__c'),
        /ERROR at Row:1:Column:8\nNo such column 'Nope'/,
      );
    });
  });

  test('a pagination cursor keeps its rows and tells which were deleted meanwhile', () => {
    const org = withThings(5);
    org.run((transaction) => {
      const cursor = call(
        'System.Database#getPaginationCursorWithBinds(String,Map<String,Object>,AccessLevel)',
        SITE,
        'SELECT Key__c FROM Thing__c ORDER BY Amount__c',
        binds({}),
        level('SYSTEM_MODE'),
      );
      assert.equal(call('Database.PaginationCursor#getNumRecords()', cursor), 5);
      const [first] = org.store.findRows('Thing__c', { Key__c: 'k0' });
      org.store.updateRow('Thing__c', String(first?.Id), { Amount__c: 99 });
      org.store.deleteRow('Thing__c', String(org.store.findRows('Thing__c', { Key__c: 'k1' })[0]?.Id));
      const page = call('Database.PaginationCursor#fetchPage(Integer,Integer)', cursor, 0, 2);
      const keys = (call('Database.CursorFetchResult#getRecords()', page) as ApexList).items.map((item) =>
        (item as SObjectValue).get('Key__c'),
      );
      assert.deepEqual(keys, ['k0', 'k2']);
      assert.equal(call('Database.CursorFetchResult#getNextIndex()', page), 3);
      assert.equal(call('Database.CursorFetchResult#getNumDeletedRecords()', page), 1);
      assert.equal(call('Database.CursorFetchResult#isDone()', page), false);
      assert.equal(transaction.limits.get('Queries'), 2);
    });
  });
});

describe('DML methods of Database', () => {
  test('tell results and errors, and take the access level', () => {
    const org = makeTestOrg(PROJECT);
    org.run(() => {
      const list = new ApexList(runtimeType('List<Thing__c>'), [
        record('Thing__c', { Key__c: 'a' }),
        record('Thing__c', {}),
      ]);
      const results = call(
        'System.Database#insert(List<SObject>,Boolean,AccessLevel)',
        SITE,
        list,
        false,
        level('SYSTEM_MODE'),
      ) as ApexList;
      assert.deepEqual(
        results.items.map((result) => call('Database.SaveResult#isSuccess()', result)),
        [true, false],
      );
      const [error] = (call('Database.SaveResult#getErrors()', results.items[1]) as ApexList).items;
      assert.equal(toText(call('Database.Error#getStatusCode()', error)), 'REQUIRED_FIELD_MISSING');
      assert.deepEqual((call('Database.Error#getFields()', error) as ApexList).items, ['Key__c']);
      const id = (list.items[0] as SObjectValue).id;
      assert.equal(call('Database.DeleteResult#isSuccess()', call('System.Database#delete(Id)', SITE, id)), true);
      assert.throws(() => call('System.Database#insert(List<SObject>)', SITE, null), /Argument 1 cannot be null/);
    });
  });
});

describe('savepoints', () => {
  test('a rollback takes rows back, keeps Ids in memory, and ends later savepoints', () => {
    const org = makeTestOrg(PROJECT);
    org.run((transaction) => {
      const save = (key: string): SObjectValue => {
        const value = record('Thing__c', { Key__c: key });
        executeDml({
          operation: 'insert',
          records: [value],
          allOrNone: true,
          access: 'system',
          sharing: false,
          externalIdField: null,
          apiVersion: 67,
        });
        return value;
      };
      save('a');
      const first = call('System.Database#setSavepoint()');
      const second = call('System.Database#setSavepoint()');
      const lost = save('b');
      transaction.afterCommit.push(() => undefined);
      call('System.Database#rollback(System.Savepoint)', first);
      assert.deepEqual(
        org.store.findRows('Thing__c').map((row) => row.Key__c),
        ['a'],
      );
      assert.ok(lost.id);
      assert.equal(transaction.afterCommit.length, 0);
      assert.throws(() => call('System.Database#rollback(System.Savepoint)', second), /Savepoint is no longer valid/);
      assert.equal(transaction.limits.get('DmlStatements'), 5);
      assert.notEqual(save('c').id, lost.id);
    });
  });

  test('whatever DML does, a rollback leaves the database equal', () => {
    const org = withThings(6);
    const step = fc.record({
      operation: fc.constantFrom('insert' as const, 'update' as const, 'delete' as const, 'upsert' as const),
      keys: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 4 }),
      text: fc.option(fc.string({ maxLength: 45 })),
      allOrNone: fc.boolean(),
    });
    const snapshot = (): RowValues[][] => ['Thing__c', 'User'].map((object) => rowsOf(org.store, object));
    const before = snapshot();
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        org.run(() => {
          const savepoint = call('System.Database#setSavepoint()');
          for (const { operation, keys, text, allOrNone } of steps) {
            const records = keys.map((key) => {
              const id = org.store.findRows('Thing__c', { Key__c: `k${key}` })[0]?.Id;
              const needsId = operation === 'update' || operation === 'delete';
              return record('Thing__c', { Key__c: `k${key}`, Text__c: text, ...(needsId && id ? { Id: id } : {}) });
            });
            const externalIdField = operation === 'upsert' ? 'Key__c' : null;
            try {
              executeDml({
                operation,
                records,
                allOrNone,
                access: 'system',
                sharing: false,
                externalIdField,
                apiVersion: 67,
              });
            } catch {
              // A refused statement has already taken itself back.
            }
          }
          call('System.Database#rollback(System.Savepoint)', savepoint);
        });
        assert.deepEqual(snapshot(), before);
      }),
      { numRuns: 100 },
    );
  });
});

describe('schema describe', () => {
  test('tells objects, fields and picklists', () => {
    const org = makeTestOrg(PROJECT);
    org.run(() => {
      assert.equal(objectToken('Thing__c'), objectToken('Thing__c'));
      const fields = call(
        'Schema.SObjectTypeFields#getMap()',
        call('Schema.DescribeSObjectResult#fields', describeObject('Thing__c')),
      ) as ApexMap;
      assert.equal(fields.has('status__c'), true);
      assert.equal(fields.has('Status__c'), true);
      assert.ok([...fields.keys()].includes('status__c') && !fields.keySet().has('Status__c'));
      const status = call('Schema.SObjectField#getDescribe()', fields.get('status__c'));
      assert.equal(toText(call('Schema.DescribeFieldResult#getType()', status)), 'PICKLIST');
      const values = (call('Schema.DescribeFieldResult#getPicklistValues()', status) as ApexList).items;
      assert.deepEqual(
        values.map((entry) => call('Schema.PicklistEntry#getValue()', entry)),
        ['Open', 'Closed'],
      );
      const global = call('System.Schema#getGlobalDescribe()') as ApexMap;
      assert.equal(global.get('Thing__c'), objectToken('Thing__c'));
      assert.equal(global.has('lead'), false);
      assert.equal(call('System.Id#getSObjectType()', org.userId), objectToken('User'));
    });
  });
});

test('every object has the master record type alone', () => {
  const org = makeTestOrg(PROJECT);
  org.run(() => {
    const describe = describeObject('Account');
    const infos = call('Schema.DescribeSObjectResult#getRecordTypeInfos()', describe) as ApexList;
    const byName = call('Schema.DescribeSObjectResult#getRecordTypeInfosByDeveloperName()', describe) as ApexMap;
    const byId = call('Schema.DescribeSObjectResult#getRecordTypeInfosById()', describe) as ApexMap;
    assert.deepEqual([infos.size, [...byName.keys()], [...byId.keys()]], [1, ['Master'], ['012000000000000AAA']]);
    assert.equal(byName.get('Master'), infos.items[0]);
    assert.equal(call('Schema.RecordTypeInfo#isMaster()', infos.items[0]), true);
  });
});

describe('custom settings and custom metadata', () => {
  function methodsOf(org: TestOrg, name: string): (id: string, ...args: unknown[]) => SObjectValue | null {
    const object = org.org.schema.object(name);
    const type = object && staticSObjectMethods(object);
    assert.ok(type);
    return (id, ...args) => {
      const method = type.implementations.get(`Schema.${name}#${id}`);
      assert.ok(method, id);
      return method(...args) as SObjectValue | null;
    };
  }

  test('a hierarchy setting merges user, profile and organization field by field', () => {
    const org = makeTestOrg(PROJECT);
    const profile = org.store.insertRow('Profile', { Name: 'P' });
    org.store.updateRow('User', org.userId, { ProfileId: profile });
    const settings = methodsOf(org, 'Setting__c');
    org.run(() => {
      assert.deepEqual([...(settings('getInstance()')?.fields ?? [])], []);
      assert.equal(settings('getValues(Id)', org.userId), null);
      org.store.insertRow('Setting__c', { SetupOwnerId: org.org.id, Limit__c: 10, Text__c: 'org' });
      org.store.insertRow('Setting__c', { SetupOwnerId: profile, Text__c: 'profile' });
      org.store.insertRow('Setting__c', { SetupOwnerId: org.userId, Limit__c: 3 });
      const merged = settings('getInstance()');
      assert.deepEqual([toText(merged?.get('Limit__c')), merged?.get('Text__c')], ['3', 'profile']);
      assert.equal(settings('getOrgDefaults()')?.get('Text__c'), 'org');
      assert.equal(toText(settings('getInstance(Id)', profile)?.get('Limit__c')), '10');
    });
  });

  test('custom metadata is found by name, also after it was deployed again', () => {
    const org = makeTestOrg(PROJECT);
    deployCustomMetadata(org.store, PROJECT.customMetadata);
    deployCustomMetadata(org.store, PROJECT.customMetadata);
    const rules = methodsOf(org, 'Rule__mdt');
    org.run(() => {
      assert.equal(toText(rules('getInstance(String)', 'default')?.get('Size__c')), '7');
      assert.equal(rules('getInstance(String)', 'nope'), null);
      assert.equal((rules('getAll()') as unknown as ApexMap).size, 1);
    });
  });
});

test('the catalog declares what the product uses', () => {
  for (const name of [
    'Database.PaginationCursor',
    'Database.CursorFetchResult',
    'AggregateResult',
    'AccessLevel',
    'Database.SaveResult',
  ]) {
    assert.ok(findType(name), name);
  }
});
