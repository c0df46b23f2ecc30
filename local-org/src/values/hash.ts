import { isProjectObject } from './classBehavior.ts';
import { hashLong, hashText } from './hashText.ts';
import { SObjectValue } from './SObjectValue.ts';
import { isValueObject } from './ValueObject.ts';

/** A key that has to be looked for with apexEquals among those of the same hash. */
export class HashedKey {
  readonly hash: number;

  constructor(hash: number) {
    this.hash = hash;
  }
}

export type Key = string | number | bigint | boolean | object | null;

/** What stands for a value in a JavaScript Map: the value itself where identity is equality, else a HashedKey. */
export function keyOf(value: unknown): Key {
  if (typeof value !== 'object' || value === null) return value as Key;
  if (value instanceof SObjectValue) return new HashedKey(hashRecord(value));
  if (isProjectObject(value)) return value.hashcode$ && value.equals$Object ? new HashedKey(value.hashcode$()) : value;
  if (isValueObject(value) && value.valueEquals) return new HashedKey(value.valueHash?.() ?? 0);
  return value;
}

let nextIdentity = 1;
const identities = new WeakMap<object, number>();

/** `hashCode` of Apex: equal for equal values; Java's for String, Integer, Long and Boolean. */
export function apexHash(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return hashText(value);
    case 'number':
      return value;
    case 'bigint':
      return hashLong(value);
    case 'boolean':
      return value ? 1231 : 1237;
    default:
      return value === null || value === undefined ? 0 : hashObject(value);
  }
}

function hashObject(value: object): number {
  const key = keyOf(value);
  if (key instanceof HashedKey) return key.hash | 0;
  if (isValueObject(value) && value.valueHash) return value.valueHash() | 0;
  let identity = identities.get(value);
  if (identity === undefined) identities.set(value, (identity = Math.imul(nextIdentity++, 0x9e3779b1) >>> 1));
  return identity;
}

/** Independent of the order in which fields were set; null fields do not count, as in equality. */
function hashRecord(record: SObjectValue): number {
  let hash = hashText(record.type);
  for (const [field, value] of record.fields) {
    if (value !== null) hash = (hash + Math.imul(31, hashText(field)) + apexHash(value)) | 0;
  }
  return hash;
}
