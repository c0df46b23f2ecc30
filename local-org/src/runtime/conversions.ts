import { throwApex } from './ApexException.ts';
import { ApexDatetime, ApexDecimal, ApexDouble, toId18, type ApexDate } from '../values/index.ts';

// Conversions between types of values, named as the compiler names them. Null stays null.

type Nullable<T> = T | null;

export const IntegerToLong = (value: Nullable<number>): Nullable<bigint> => (value === null ? null : BigInt(value));
export const IntegerToDouble = (value: Nullable<number>): Nullable<ApexDouble> =>
  value === null ? null : new ApexDouble(value);
export const IntegerToDecimal = (value: Nullable<number>): Nullable<ApexDecimal> =>
  value === null ? null : ApexDecimal.fromInteger(value);
export const LongToInteger = (value: Nullable<bigint>): Nullable<number> =>
  value === null ? null : Number(BigInt.asIntN(32, value));
export const LongToDouble = (value: Nullable<bigint>): Nullable<ApexDouble> =>
  value === null ? null : new ApexDouble(Number(value));
export const LongToDecimal = (value: Nullable<bigint>): Nullable<ApexDecimal> =>
  value === null ? null : ApexDecimal.fromInteger(value);
export const DoubleToDecimal = (value: Nullable<ApexDouble>): Nullable<ApexDecimal> =>
  value === null ? null : ApexDecimal.fromDouble(value.value);
export const DecimalToDouble = (value: Nullable<ApexDecimal>): Nullable<ApexDouble> =>
  value === null ? null : new ApexDouble(value.toNumber());

/** Cut toward zero; a number that does not fit becomes the nearest Integer, as in Java. */
export const DoubleToInteger = (value: Nullable<ApexDouble>): Nullable<number> =>
  value === null ? null : clamp(Math.trunc(value.value) || 0, -2_147_483_648, 2_147_483_647);

export const DoubleToLong = (value: Nullable<ApexDouble>): Nullable<bigint> => {
  if (value === null) return null;
  const whole = Math.trunc(value.value);
  if (Number.isNaN(whole)) return 0n;
  if (whole >= 2 ** 63) return 2n ** 63n - 1n;
  return whole <= -(2 ** 63) ? -(2n ** 63n) : BigInt(whole);
};

/** Cut toward zero; digits beyond 32 bits are lost, as Decimal.intValue loses them. */
export const DecimalToInteger = (value: Nullable<ApexDecimal>): Nullable<number> =>
  value === null ? null : Number(BigInt.asIntN(32, value.toBigInt()));
export const DecimalToLong = (value: Nullable<ApexDecimal>): Nullable<bigint> =>
  value === null ? null : BigInt.asIntN(64, value.toBigInt());

/** Throws System.StringException "Invalid id: x". */
export const StringToId = (value: Nullable<string>): Nullable<string> => (value === null ? null : toId18(value));

/** Midnight, as GMT. */
export const DateToDatetime = (value: Nullable<ApexDate>): Nullable<ApexDatetime> =>
  value === null ? null : new ApexDatetime(value.days * 86_400_000);

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

export function divideIntegers(left: number, right: number): number {
  if (right === 0) throwApex('System.MathException', 'Divide by 0');
  return (left / right) | 0;
}

export function divideLongs(left: bigint, right: bigint): bigint {
  if (right === 0n) throwApex('System.MathException', 'Divide by 0');
  return BigInt.asIntN(64, left / right);
}

export function shiftLong(operator: string, value: bigint, by: bigint): bigint {
  // As in Java only the low six bits of the distance count.
  const distance = by & 63n;
  if (operator === '<<') return BigInt.asIntN(64, value << distance);
  if (operator === '>>') return value >> distance;
  return BigInt.asIntN(64, BigInt.asUintN(64, value) >> distance);
}

export const addDoubles = (left: ApexDouble, right: ApexDouble): ApexDouble => new ApexDouble(left.value + right.value);
export const subtractDoubles = (left: ApexDouble, right: ApexDouble): ApexDouble =>
  new ApexDouble(left.value - right.value);
export const multiplyDoubles = (left: ApexDouble, right: ApexDouble): ApexDouble =>
  new ApexDouble(left.value * right.value);
export const negateDouble = (value: ApexDouble): ApexDouble => new ApexDouble(-value.value);

export function divideDoubles(left: ApexDouble, right: ApexDouble): ApexDouble {
  if (right.value === 0) throwApex('System.MathException', 'Divide by 0');
  return new ApexDouble(left.value / right.value);
}
