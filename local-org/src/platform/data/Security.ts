import { currentOrg, currentTransaction } from '../../org/current.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { runtimeType } from '../../types/RuntimeType.ts';
import type { ApexEnum } from '../../values/ApexEnum.ts';
import { ApexList } from '../../values/ApexList.ts';
import { ApexMap } from '../../values/ApexMap.ts';
import { ApexSet } from '../../values/ApexSet.ts';
import type { SObjectValue } from '../../values/SObjectValue.ts';
import type { ValueObject } from '../../values/ValueObject.ts';
import { definePlatformType } from '../definePlatformType.ts';

export const AccessType = definePlatformType({
  name: 'System.AccessType',
  kind: 'enum',
  values: ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE'],
});

class AccessDecision implements ValueObject {
  readonly apexType = 'System.SObjectAccessDecision';
  readonly records: ApexList;
  readonly removed = new Map<string, Set<string>>();
  readonly modified = new Set<number>();

  constructor(records: ApexList) {
    this.records = records;
  }
}

/** Copies of records without the fields that the user may not read or write. Parents and children are not looked into. */
function stripInaccessible(accessType: ApexEnum | null, records: ApexList | null, checkObject = true): AccessDecision {
  if (accessType === null || records === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const copies = records.items.map((record) => (record as SObjectValue).copy({ keepId: true }));
  const decision = new AccessDecision(new ApexList(records.type, copies));
  copies.forEach((copy, index) => {
    if (checkObject) mustHaveObject(copy.type, accessType.name);
    for (const field of [...copy.fields.keys()]) {
      if (field === 'Id' || isAllowed(copy.type, field, accessType.name)) continue;
      copy.fields.delete(field);
      decision.modified.add(index);
      const removed = decision.removed.get(copy.type) ?? new Set();
      decision.removed.set(copy.type, removed.add(field));
    }
  });
  return decision;
}

const OBJECT_RIGHTS = {
  READABLE: ['read'],
  CREATABLE: ['create'],
  UPDATABLE: ['edit'],
  UPSERTABLE: ['create', 'edit'],
} as const;

function mustHaveObject(object: string, accessType: string): void {
  const access = currentOrg().access.objectAccess(currentTransaction().userId, object);
  const rights = OBJECT_RIGHTS[accessType as keyof typeof OBJECT_RIGHTS];
  if (rights.some((right) => !access[right])) {
    throwApex('System.NoAccessException', `No access to entity: ${object}`);
  }
}

function isAllowed(object: string, field: string, accessType: string): boolean {
  const access = currentOrg().access.fieldAccess(currentTransaction().userId, object, field);
  return accessType === 'READABLE' ? access.read : access.edit;
}

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
  missing: 'stripInaccessible with a permission set, parents and children of records',
});

export const TriggerOperation = definePlatformType({
  name: 'System.TriggerOperation',
  kind: 'enum',
  values: [
    ...['BEFORE_INSERT', 'BEFORE_UPDATE', 'BEFORE_DELETE'],
    ...['AFTER_INSERT', 'AFTER_UPDATE', 'AFTER_DELETE', 'AFTER_UNDELETE'],
  ],
});
