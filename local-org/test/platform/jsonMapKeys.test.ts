import assert from 'node:assert/strict';
import { test } from 'node:test';
import { implementation } from '../../src/platform/catalog.ts';
import { describeField, fieldToken, objectToken } from '../../src/platform/data/tokens.ts';
import { runtimeType } from '../../src/types/RuntimeType.ts';
import { ApexMap } from '../../src/values/ApexMap.ts';

function serialize(type: string, key: unknown): unknown {
  return implementation('System.JSON#serialize(Object)')?.(new ApexMap(runtimeType(type), [[key, 'x']]));
}

test('fields and objects are keys of JSON by their names, describes are none', () => {
  assert.equal(serialize('Map<Schema.SObjectField,String>', fieldToken('User', 'Name')), '{"Name":"x"}');
  assert.equal(serialize('Map<Schema.SObjectType,String>', objectToken('User')), '{"User":"x"}');
  assert.throws(
    () => serialize('Map<Schema.DescribeFieldResult,String>', describeField('User', 'Name')),
    /Map keys of type Schema.DescribeFieldResult are not serializable/,
  );
});
