import { ApexException, throwApex } from '../runtime/ApexException.ts';
import { ApexEnum } from '../values/ApexEnum.ts';
import { ApexList } from '../values/ApexList.ts';
import { ApexMap } from '../values/ApexMap.ts';
import { ApexSet } from '../values/ApexSet.ts';
import { isProjectObject, type ProjectObject } from '../values/classBehavior.ts';
import { objectModel } from '../values/json/ObjectModel.ts';
import { SObjectValue } from '../values/SObjectValue.ts';
import { isValueObject } from '../values/ValueObject.ts';

/** Values of the platform that cannot change: a copy may share them. Everything else of the platform is refused. */
const SHARED =
  /^(Decimal|Double|Date|Datetime|Time|Blob|System\.(Type|AccessLevel|UUID|Version|TimeZone)|Schema\.SObject(Type|Field)|Database\.(\w*Result|Error|Cursor|PaginationCursor))$/;

/**
 * What is left of a value that is stored until a job runs: a deep copy through the fields of its classes, without the
 * transient ones. References inside stay references to the same copies.
 * Throws System.SerializationException for what cannot be stored (Apex Developer Guide, "Using the transient Keyword").
 */
export function copyState<Value>(value: Value): Value {
  return copy(value, new Map()) as Value;
}

type Copies = Map<object, object>;

function copy(value: unknown, copies: Copies): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known) return known;
  if (value instanceof ApexList) return copyList(value, copies);
  if (value instanceof ApexSet) return copySet(value, copies);
  if (value instanceof ApexMap) return copyMap(value, copies);
  if (value instanceof SObjectValue) return copyRecord(value, copies);
  if (value instanceof ApexException || value instanceof ApexEnum) return value;
  if (isProjectObject(value)) return copyObject(value, copies);
  if (isValueObject(value) && SHARED.test(value.apexType)) return value;
  return throwApex('System.SerializationException', `Not Serializable: ${typeName(value)}`);
}

function typeName(value: object): string {
  return isValueObject(value) ? value.apexType : 'Object';
}

function copyList(list: ApexList, copies: Copies): ApexList {
  const result = new ApexList(list.type);
  copies.set(list, result);
  for (const item of list.items) result.items.push(copy(item, copies));
  return result;
}

function copySet(set: ApexSet, copies: Copies): ApexSet {
  const result = new ApexSet(set.type);
  copies.set(set, result);
  for (const value of set.values()) result.add(copy(value, copies));
  return result;
}

function copyMap(map: ApexMap, copies: Copies): ApexMap {
  const result = new ApexMap(map.type);
  copies.set(map, result);
  for (const [key, value] of map.pairs()) result.put(copy(key, copies), copy(value, copies));
  return result;
}

function copyRecord(record: SObjectValue, copies: Copies): SObjectValue {
  const result = record.copy({ keepId: true });
  copies.set(record, result);
  for (const [name, parent] of record.parentEntries()) {
    result.putParent(name, copy(parent, copies) as SObjectValue | null);
  }
  for (const [name, children] of record.childEntries()) {
    result.putChildren(name, copy(children, copies) as ApexList);
  }
  return result;
}

function copyObject(object: ProjectObject, copies: Copies): object {
  const model = objectModel()?.classModel(object.$type.name);
  if (!model) return throwApex('System.SerializationException', `Not Serializable: ${object.$type.name}`);
  const result = model.create();
  copies.set(object, result);
  for (const field of model.fields) {
    if (!field.isTransient) model.setField(result, field.name, copy(model.getField(object, field.name), copies));
  }
  return result;
}
