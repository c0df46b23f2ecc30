import { throwApex } from '../runtime/ApexException.ts';
import { RefusedError } from '../runtime/RefusedError.ts';
import { ApexDecimal } from './ApexDecimal.ts';
import { ApexDouble } from './ApexDouble.ts';
import { isProjectObject } from './classBehavior.ts';
import { SObjectValue } from './SObjectValue.ts';
import { typeOf } from './typeOf.ts';
import { isValueObject } from './ValueObject.ts';

/**
 * The order of List.sort: nulls first, numbers by value, texts by their UTF-16 code units, enums by declaration,
 * objects by compareTo. Throws System.ListException for values without an order and RefusedError for records.
 */
export function compareValues(left: unknown, right: unknown): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (isProjectObject(left) && !(left instanceof SObjectValue)) return compareObjects(left, right);
  if (left instanceof SObjectValue) {
    throw new RefusedError('List.sort() of records is not supported by the local org: sort with a Comparator.');
  }
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  const numbers = compareNumbers(left, right);
  if (numbers !== null) return numbers;
  if (isValueObject(left) && left.valueCompare && typeOf(left) === typeOf(right)) return left.valueCompare(right);
  return throwApex('System.ListException', 'One or more of the items in this list is not Comparable.');
}

function compareObjects(left: { compareto$Object?: (other: unknown) => number }, right: unknown): number {
  if (!left.compareto$Object) {
    throwApex('System.ListException', 'One or more of the items in this list is not Comparable.');
  }
  return left.compareto$Object(right);
}

/** Null when one of the values is no number. */
export function compareNumbers(left: unknown, right: unknown): number | null {
  if (isWhole(left) && isWhole(right)) return left < right ? -1 : left > right ? 1 : 0;
  if (left instanceof ApexDouble || right instanceof ApexDouble) {
    const [a, b] = [doubleOf(left), doubleOf(right)];
    return a === null || b === null ? null : a < b ? -1 : a > b ? 1 : 0;
  }
  const [a, b] = [decimalOf(left), decimalOf(right)];
  return a === null || b === null ? null : a.compare(b);
}

function isWhole(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function decimalOf(value: unknown): ApexDecimal | null {
  if (value instanceof ApexDecimal) return value;
  return isWhole(value) ? ApexDecimal.fromInteger(value) : null;
}

function doubleOf(value: unknown): number | null {
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDecimal) return value.toNumber();
  return isWhole(value) ? Number(value) : null;
}
