import { runtimeType } from '../../types/RuntimeType.ts';
import { ApexMap } from '../../values/ApexMap.ts';
import { ApexSet } from '../../values/ApexSet.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { stripInaccessible, type AccessDecision } from './stripInaccessible.ts';

export const AccessType = definePlatformType({
  name: 'System.AccessType',
  kind: 'enum',
  values: ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE'],
});

export const SObjectAccessDecision = definePlatformType({
  name: 'System.SObjectAccessDecision',
  methods: {
    'List<SObject> getRecords()': (self: AccessDecision) => self.records,
    'Map<String, Set<String>> getRemovedFields()': (self: AccessDecision) =>
      new ApexMap(
        runtimeType('Map<String,Set<String>>'),
        [...self.removed].map(([object, fields]) => [object, new ApexSet(runtimeType('Set<String>'), fields)] as const),
      ),
    'Set<Integer> getModifiedIndexes()': (self: AccessDecision) =>
      new ApexSet(runtimeType('Set<Integer>'), self.modified),
  },
});

export const Security = definePlatformType({
  name: 'System.Security',
  methods: {
    'static SObjectAccessDecision stripInaccessible(AccessType accessType, List<SObject> records)': stripInaccessible,
    'static SObjectAccessDecision stripInaccessible(AccessType accessType, List<SObject> records, Boolean checkObject)':
      stripInaccessible,
  },
  missing: 'stripInaccessible with a permission set',
});

export const TriggerOperation = definePlatformType({
  name: 'System.TriggerOperation',
  kind: 'enum',
  values: [
    ...['BEFORE_INSERT', 'BEFORE_UPDATE', 'BEFORE_DELETE'],
    ...['AFTER_INSERT', 'AFTER_UPDATE', 'AFTER_DELETE', 'AFTER_UNDELETE'],
  ],
});
