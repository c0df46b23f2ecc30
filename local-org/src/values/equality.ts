import { ApexDecimal } from './ApexDecimal.ts';
import { ApexDouble } from './ApexDouble.ts';
import { isProjectObject } from './classBehavior.ts';
import { SObjectValue } from './SObjectValue.ts';
import { isValueObject } from './ValueObject.ts';

/**
 * `equals` of Apex, as List.contains, Map keys, Assert.areEqual and `Object == Object` use it. Texts are case-sensitive.
 * Numbers of different types are equal when their values are (`Assert.areEqual(100, record.Amount)` passes on Salesforce).
 */
export function apexEquals(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  // The most frequent types first: of these only identical values are equal to each other.
  if (typeof left === 'string' || (typeof left === 'number' && typeof right === 'number')) return false;
  if (isProjectObject(left) && !(left instanceof SObjectValue)) {
    return left.equals$Object ? left.equals$Object(right) === true : false;
  }
  if (left instanceof SObjectValue) return right instanceof SObjectValue && sameRecord(left, right);
  const leftNumber = asDecimal(left);
  if (leftNumber !== null) return sameNumber(left, right, leftNumber);
  return isValueObject(left) && left.valueEquals ? left.valueEquals(right) : false;
}

/** SObjects are equal when type and all field values are; a null field equals one that was never set. */
function sameRecord(left: SObjectValue, right: SObjectValue): boolean {
  if (left.type !== right.type) return false;
  for (const [field, value] of left.fields) if (!apexEquals(value, right.fields.get(field) ?? null)) return false;
  for (const [field, value] of right.fields) if (value !== null && !left.fields.has(field)) return false;
  return sameParents(left, right);
}

function sameParents(left: SObjectValue, right: SObjectValue): boolean {
  const other = new Map(right.parentEntries());
  let count = 0;
  for (const [name, parent] of left.parentEntries()) {
    count++;
    if (!apexEquals(parent, other.get(name) ?? null)) return false;
  }
  return count === other.size;
}

function sameNumber(left: unknown, right: unknown, leftNumber: ApexDecimal | 'double'): boolean {
  const rightNumber = asDecimal(right);
  if (rightNumber === null) return false;
  if (leftNumber !== 'double' && rightNumber !== 'double') return leftNumber.compare(rightNumber) === 0;
  return toDouble(left) === toDouble(right);
}

function asDecimal(value: unknown): ApexDecimal | 'double' | null {
  if (typeof value === 'number' || typeof value === 'bigint') return ApexDecimal.fromInteger(value);
  if (value instanceof ApexDecimal) return value;
  return value instanceof ApexDouble ? 'double' : null;
}

function toDouble(value: unknown): number {
  if (value instanceof ApexDouble) return value.value;
  return value instanceof ApexDecimal ? value.toNumber() : Number(value);
}
