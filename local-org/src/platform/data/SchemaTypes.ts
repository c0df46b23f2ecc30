import { currentOrg } from '../../org/current.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { runtimeType } from '../../types/RuntimeType.ts';
import { ApexList } from '../../values/ApexList.ts';
import type { ApexMap } from '../../values/ApexMap.ts';
import { SObjectValue } from '../../values/SObjectValue.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { DescribeMap } from './DescribeMap.ts';
import { describeField, describeObject, objectToken, type FieldToken, type ObjectToken } from './tokens.ts';

function newSObject(self: ObjectToken, id: string | null = null): SObjectValue {
  const record = new SObjectValue(self.object);
  if (id !== null) record.put('Id', id);
  return record;
}

export const SObjectTypeToken = definePlatformType({
  name: 'Schema.SObjectType',
  methods: {
    'Schema.DescribeSObjectResult getDescribe()': (self: ObjectToken) => describeObject(self.object),
    'SObject newSObject()': (self: ObjectToken) => newSObject(self),
    'SObject newSObject(Id id)': newSObject,
  },
});

export const SObjectFieldToken = definePlatformType({
  name: 'Schema.SObjectField',
  methods: {
    'Schema.DescribeFieldResult getDescribe()': (self: FieldToken) => describeField(self.object, self.field),
  },
});

/** Keys are lower-case names of all objects that the local org has. */
function globalDescribe(): ApexMap {
  const names = currentOrg().schema.objectNames();
  return new DescribeMap(
    runtimeType('Map<String,Schema.SObjectType>'),
    names.map((name) => [name.toLowerCase(), objectToken(name)] as const),
  );
}

function describeSObjects(names: ApexList | null): ApexList {
  if (names === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const results = names.items.map((name) => {
    const object = currentOrg().schema.object(String(name));
    if (!object) throwApex('System.InvalidParameterValueException', `Invalid sObject name: ${String(name)}`);
    return describeObject(object.name);
  });
  return new ApexList(runtimeType('List<Schema.DescribeSObjectResult>'), results);
}

export const Schema = definePlatformType({
  name: 'System.Schema',
  methods: {
    'static Map<String, Schema.SObjectType> getGlobalDescribe()': globalDescribe,
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names)': describeSObjects,
  },
  missing: 'describe of tabs, apps and data categories',
});
