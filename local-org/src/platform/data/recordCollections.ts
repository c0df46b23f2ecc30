import { currentOrg } from '../../org/current.ts';
import { ApexList } from '../../values/ApexList.ts';
import type { ApexMap } from '../../values/ApexMap.ts';
import { SObjectValue } from '../../values/SObjectValue.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { cloneRecord } from './SObject.ts';
import { objectToken, type ObjectToken } from './tokens.ts';

/** The object of a list or map of records; null when its type does not say (List<SObject>). */
function objectOf(typeName: string | undefined): ObjectToken | null {
  const object = typeName === undefined ? undefined : currentOrg().schema.object(typeName);
  return object ? objectToken(object.name) : null;
}

/** Apex Reference, List.deepClone: records are copied, what is kept of them is said by the flags. */
function deepClone(self: ApexList, keepId = false, keepTimestamps = false, keepAutoNumber = false): ApexList {
  const items = self.items.map((item) =>
    item instanceof SObjectValue ? cloneRecord(item, keepId, true, keepTimestamps, keepAutoNumber) : item,
  );
  return new ApexList(self.type, items);
}

/** What lists can only when they hold records. */
export const ListOfRecords = definePlatformType({
  name: 'System.List',
  typeParameters: ['T'],
  methods: {
    'Schema.SObjectType getSObjectType()': (self: ApexList) => objectOf(self.type.args[0]?.name),
    'List<T> deepClone()': deepClone,
    'List<T> deepClone(Boolean keepId)': deepClone,
    'List<T> deepClone(Boolean keepId, Boolean keepTimestamps)': deepClone,
    'List<T> deepClone(Boolean keepId, Boolean keepTimestamps, Boolean keepAutoNumber)': deepClone,
  },
});

export const MapOfRecords = definePlatformType({
  name: 'System.Map',
  typeParameters: ['K', 'V'],
  methods: {
    'Schema.SObjectType getSObjectType()': (self: ApexMap) => objectOf(self.type.args[1]?.name),
  },
});
