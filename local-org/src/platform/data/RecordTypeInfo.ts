import { runtimeType } from '../../types/RuntimeType.ts';
import { ApexList } from '../../values/ApexList.ts';
import { ApexMap } from '../../values/ApexMap.ts';
import type { ValueObject } from '../../values/ValueObject.ts';
import { definePlatformType, type Implementation } from '../definePlatformType.ts';

/** Every object has it, under this Id in every org (Apex Reference, "RecordTypeInfo Class"). */
const MASTER_ID = '012000000000000AAA';

/** Schema.RecordTypeInfo. Record types of a project are refused, so that each object has the master record type alone. */
class RecordTypeInfoValue implements ValueObject {
  readonly apexType = 'Schema.RecordTypeInfo';
}

const MASTER = new RecordTypeInfoValue();

export const RecordTypeInfo = definePlatformType({
  name: 'Schema.RecordTypeInfo',
  methods: {
    'String getDeveloperName()': () => 'Master',
    'String getName()': () => 'Master',
    'Id getRecordTypeId()': () => MASTER_ID,
    'Boolean isActive()': () => true,
    'Boolean isAvailable()': () => true,
    'Boolean isDefaultRecordTypeMapping()': () => true,
    'Boolean isMaster()': () => true,
  },
  missing: 'record types other than the master one',
});

function mapBy(key: 'String' | 'Id', value: string): Implementation {
  return () => new ApexMap(runtimeType(`Map<${key},Schema.RecordTypeInfo>`), [[value, MASTER]]);
}

/** Methods of Schema.DescribeSObjectResult. */
export const recordTypeMethods: Readonly<Record<string, Implementation>> = {
  'List<Schema.RecordTypeInfo> getRecordTypeInfos()': () =>
    new ApexList(runtimeType('List<Schema.RecordTypeInfo>'), [MASTER]),
  'Map<String, Schema.RecordTypeInfo> getRecordTypeInfosByDeveloperName()': mapBy('String', 'Master'),
  'Map<Id, Schema.RecordTypeInfo> getRecordTypeInfosById()': mapBy('Id', MASTER_ID),
  'Map<String, Schema.RecordTypeInfo> getRecordTypeInfosByName()': mapBy('String', 'Master'),
};
