import { throwApex } from '../../../runtime/ApexException.ts';
import type { RuntimeType } from '../../../types/RuntimeType.ts';
import { ApexList, ApexMap, apexHash, toText } from '../../../values/index.ts';
import type { SObjectValue } from '../../../values/SObjectValue.ts';
import { definePlatformType } from '../../definePlatformType.ts';
import { throwNullArgument, withoutNulls } from '../arguments.ts';
import { listTypeOf } from './List.ts';

/** The members of Map that need no schema; getSObjectType and deepClone stand with the types of the data. */
export const MapType = definePlatformType({
  name: 'System.Map',
  typeParameters: ['K', 'V'],
  constructors: {
    '(Map<K,V> entries)': (type: RuntimeType, entries: ApexMap | null) =>
      new ApexMap(type, entries === null ? throwNullArgument() : entries.pairs()),
    '(List<SObject> records)': (type: RuntimeType, records: ApexList | null) =>
      new ApexMap(type, byId(records === null ? throwNullArgument() : records)),
  },
  methods: {
    'void clear()': (self: ApexMap) => self.clear(),
    'Map<K,V> clone()': (self: ApexMap) => new ApexMap(self.type, self.pairs()),
    'Boolean containsKey(K key)': (self: ApexMap, key: unknown) => self.has(key),
    'Boolean equals(Object other)': (self: ApexMap, other: unknown) => self.valueEquals(other),
    'V get(K key)': (self: ApexMap, key: unknown) => self.get(key),
    'Integer hashCode()': (self: ApexMap) => apexHash(self),
    'Boolean isEmpty()': (self: ApexMap) => self.size === 0,
    'Set<K> keySet()': (self: ApexMap) => self.keySet(),
    'V put(K key, V value)': (self: ApexMap, key: unknown, value: unknown) => self.put(key, value),
    'void putAll(Map<K,V> entries)': withoutNulls((self: ApexMap, entries: ApexMap) => {
      for (const [key, value] of [...entries.pairs()]) self.put(key, value);
    }),
    'void putAll(List<SObject> records)': withoutNulls((self: ApexMap, records: ApexList) => {
      for (const [key, value] of byId(records)) self.put(key, value);
    }),
    'V remove(K key)': (self: ApexMap, key: unknown) => self.remove(key),
    'Integer size()': (self: ApexMap) => self.size,
    'String toString()': (self: ApexMap) => toText(self),
    'List<V> values()': (self: ApexMap) => new ApexList(listTypeOf(self.type, 1), [...self.values()]),
  },
});

/** The records by their Ids. Throws System.ListException for a record without Id and for an Id that comes twice. */
function byId(records: ApexList): Map<string, unknown> {
  const result = new Map<string, unknown>();
  records.items.forEach((record, index) => {
    const id = (record as SObjectValue | null)?.id ?? null;
    if (id === null) throwApex('System.ListException', `Row with null Id at index: ${index}`);
    if (result.has(id)) throwApex('System.ListException', `Row with duplicate Id at index: ${index}`);
    result.set(id, record);
  });
  return result;
}
