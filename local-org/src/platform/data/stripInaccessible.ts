import { currentOrg, currentTransaction } from '../../org/current.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import type { ApexEnum } from '../../values/ApexEnum.ts';
import { ApexList } from '../../values/ApexList.ts';
import type { SObjectValue } from '../../values/SObjectValue.ts';
import type { ValueObject } from '../../values/ValueObject.ts';

type Access = 'READABLE' | 'CREATABLE' | 'UPDATABLE' | 'UPSERTABLE';

const OBJECT_RIGHTS = {
  READABLE: ['read'],
  CREATABLE: ['create'],
  UPDATABLE: ['edit'],
  UPSERTABLE: ['create', 'edit'],
} as const;

/** System.SObjectAccessDecision: copies of records without what the user may not read or write. */
export class AccessDecision implements ValueObject {
  readonly apexType = 'System.SObjectAccessDecision';
  readonly records: ApexList;
  /** Names of fields by object: also those of parents and of records that sub-queries brought. */
  readonly removed = new Map<string, Set<string>>();
  /** Places of the records that lost something, themselves or below them. */
  readonly modified = new Set<number>();

  constructor(records: ApexList) {
    this.records = records;
  }
}

/**
 * Security.stripInaccessible. Throws System.NoAccessException when the user lacks the object itself, unless that is not to be
 * checked. Parents that the user may not read are taken off with the field that leads to them, records of sub-queries with their
 * relationship; that getRemovedFields then names the relationship is unverified.
 */
export function stripInaccessible(
  accessType: ApexEnum | null,
  records: ApexList | null,
  checkObject: boolean | null = true,
): AccessDecision {
  if (accessType === null || records === null || checkObject === null) {
    throwApex('System.NullPointerException', 'Argument cannot be null.');
  }
  const access = accessType.name as Access;
  const originals = records.items as (SObjectValue | null)[];
  const decision = new AccessDecision(
    new ApexList(
      records.type,
      originals.map((record) => record?.copy({ keepId: true }) ?? null),
    ),
  );
  decision.records.items.forEach((copy, index) => {
    if (copy === null) return;
    const record = copy as SObjectValue;
    if (checkObject && !hasObject(record.type, access)) {
      throwApex('System.NoAccessException', `No access to entity: ${record.type}`);
    }
    if (strip(record, access, decision.removed)) decision.modified.add(index);
  });
  return decision;
}

/** Takes from a copy what is not allowed. True when it lost something. */
function strip(record: SObjectValue, access: Access, removed: Map<string, Set<string>>): boolean {
  const note = (name: string): void => {
    removed.set(record.type, (removed.get(record.type) ?? new Set<string>()).add(name));
  };
  let changed = false;
  for (const field of [...record.fields.keys()]) {
    if (field === 'Id' || isAllowed(record.type, field, access)) continue;
    record.fields.delete(field);
    note(field);
    changed = true;
  }
  for (const [name, parent] of [...record.parentEntries()]) {
    if (!isParentAllowed(record.type, name, parent, access)) {
      record.dropParent(name);
      note(name);
      changed = true;
    } else if (parent) {
      const copy = parent.copy({ keepId: true });
      if (strip(copy, access, removed)) changed = true;
      record.putParent(name, copy);
    }
  }
  for (const [name, children] of [...record.childEntries()]) {
    const [first] = children.items as SObjectValue[];
    if (first && !hasObject(first.type, access)) {
      record.dropChildren(name);
      note(name);
      changed = true;
      continue;
    }
    const copies = (children.items as SObjectValue[]).map((child) => child.copy({ keepId: true }));
    for (const copy of copies) if (strip(copy, access, removed)) changed = true;
    record.putChildren(name, new ApexList(children.type, copies));
  }
  return changed;
}

function isParentAllowed(object: string, relationship: string, parent: SObjectValue | null, access: Access): boolean {
  const fields = currentOrg().schema.object(object)?.fields.values() ?? [];
  const reference = [...fields].find((field) => field.relationshipName === relationship);
  if (reference && !isAllowed(object, reference.name, access)) return false;
  return parent === null || hasObject(parent.type, 'READABLE');
}

function hasObject(object: string, access: Access): boolean {
  const rights = currentOrg().access.objectAccess(currentTransaction().userId, object);
  return OBJECT_RIGHTS[access].every((right) => rights[right]);
}

function isAllowed(object: string, field: string, access: Access): boolean {
  const rights = currentOrg().access.fieldAccess(currentTransaction().userId, object, field);
  return access === 'READABLE' ? rights.read : rights.edit;
}
