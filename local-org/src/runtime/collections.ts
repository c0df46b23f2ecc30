import type { RuntimeType } from '../types/RuntimeType.ts';
import {
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
} from '../values/index.ts';
import { mustFitHeap, REFERENCE } from '../values/heapCharge.ts';
import { SObjectValue } from '../values/SObjectValue.ts';
import { throwApex } from './ApexException.ts';

// Values that compiled code makes and changes without a method of the platform.

export const newList = (type: RuntimeType, items: unknown[]): ApexList => new ApexList(type, items);

export function newArray(type: RuntimeType, size: number): ApexList {
  if (size < 0) throwApex('System.ListException', `Invalid list size: ${size}`);
  mustFitHeap(REFERENCE * size);
  return new ApexList(
    type,
    Array.from({ length: size }, () => null),
  );
}

export function newSet(type: RuntimeType, items: readonly unknown[]): ApexSet {
  const set = new ApexSet(type);
  for (const item of items) set.add(item);
  return set;
}

export function newMap(type: RuntimeType, entries: readonly (readonly [unknown, unknown])[]): ApexMap {
  const map = new ApexMap(type);
  for (const [key, value] of entries) map.put(key, value);
  return map;
}

type Named = readonly (readonly [string, unknown])[];

export function newRecord(type: string, fields: Named, parents: Named): SObjectValue {
  const record = new SObjectValue(type);
  for (const [field, value] of fields) record.put(field, value);
  for (const [name, parent] of parents) record.putParent(name, parent as SObjectValue | null);
  return record;
}

export function putField(record: SObjectValue, field: string, value: unknown): unknown {
  record.put(field, value);
  return value;
}

export function putParent(record: SObjectValue, relationship: string, parent: SObjectValue | null): unknown {
  record.putParent(relationship, parent);
  return parent;
}

export function setElement(list: ApexList, index: number, value: unknown): unknown {
  list.set(index, value);
  return value;
}

/** A property of the platform: its setter gets the object before the value. */
export function setWith(setter: (...args: unknown[]) => void, value: unknown, ...object: readonly unknown[]): unknown {
  setter(...object, value);
  return value;
}

/** A property of a class of the project. */
export function setThrough(owner: Record<string, (value: unknown) => void>, setter: string, value: unknown): unknown {
  owner[setter]!(value);
  return value;
}

interface ProjectIterable {
  iterator$(): ProjectIterator;
}

interface ProjectIterator {
  hasnext$(): boolean | null;
  next$(): unknown;
}

/** What a for-each loop runs over. */
export function iterate(value: unknown): Iterable<unknown> {
  if (value instanceof ApexList || value instanceof ApexSet) return value.iterate();
  return iterateProject(value as ProjectIterable);
}

function* iterateProject(iterable: ProjectIterable): Generator<unknown> {
  const iterator = iterable.iterator$();
  while (iterator.hasnext$() === true) yield iterator.next$();
}

export function rowList(type: RuntimeType, rows: SObjectValue[]): ApexList {
  return new ApexList(type, rows);
}

/** A query that is assigned to a record. */
export function QueryToRecord(rows: readonly SObjectValue[]): SObjectValue {
  if (rows.length === 0) throwApex('System.QueryException', 'List has no rows for assignment to SObject');
  if (rows.length > 1) throwApex('System.QueryException', 'List has more than 1 row for assignment to SObject');
  return rows[0]!;
}

/** A query text that is assigned to a record. Throws System.TypeException when the row is of another object. */
export function DynamicQueryToRecord(type: RuntimeType, list: ApexList): SObjectValue {
  const record = QueryToRecord(list.items as SObjectValue[]);
  const wanted = type.name.replace(/^System\./, '');
  if (wanted !== 'SObject' && wanted !== record.type) {
    throwApex(
      'System.TypeException',
      `Invalid conversion from runtime type SObject:${record.type} to SObject:${wanted}`,
    );
  }
  return record;
}

const CHUNK = 200;

/** `for (List<User> chunk : [SELECT …])`. */
export function* rowChunks(type: RuntimeType, rows: readonly SObjectValue[]): Generator<ApexList> {
  for (let start = 0; start < rows.length; start += CHUNK) yield new ApexList(type, rows.slice(start, start + CHUNK));
}

/** `date + 1`, `datetime + 0.5`: days; `time + 1`: milliseconds. */
export function addTime(left: ApexDate | ApexDatetime | ApexTime, right: unknown): unknown {
  return shifted(left, numberOf(right));
}

export function subtractTime(left: ApexDate | ApexDatetime | ApexTime, right: unknown): unknown {
  return shifted(left, -numberOf(right));
}

function shifted(value: ApexDate | ApexDatetime | ApexTime, by: number): unknown {
  if (value instanceof ApexDate) return new ApexDate(value.days + by);
  if (value instanceof ApexDatetime) return new ApexDatetime(value.time + Math.round(by * 86_400_000));
  return new ApexTime((((value.time + by) % 86_400_000) + 86_400_000) % 86_400_000);
}

function numberOf(value: unknown): number {
  if (value instanceof ApexDouble) return value.value;
  return value instanceof ApexDecimal ? value.toNumber() : Number(value);
}
