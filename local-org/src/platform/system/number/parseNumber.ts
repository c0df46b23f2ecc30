import { throwApex } from '../../../runtime/ApexException.ts';
import { ApexDecimal, ApexDouble } from '../../../values/index.ts';

/** Throws System.TypeException "Invalid integer: x" for a text that is no Integer of 32 bits. */
export function parseInteger(text: string): number {
  const value = Number(text);
  if (!/^[+-]?\d+$/.test(text) || value !== (value | 0)) throwApex('System.TypeException', `Invalid integer: ${text}`);
  return value;
}

/** Throws System.TypeException "Invalid long: x" for a text that is no Long of 64 bits. */
export function parseLong(text: string): bigint {
  const value = /^[+-]?\d+$/.test(text) ? BigInt(text.replace('+', '')) : null;
  if (value === null || BigInt.asIntN(64, value) !== value) throwApex('System.TypeException', `Invalid long: ${text}`);
  return value;
}

/** Throws System.TypeException "Invalid double: x". */
export function parseDouble(text: string): ApexDouble {
  const decimal = ApexDecimal.parse(text.trim());
  if (!decimal) throwApex('System.TypeException', `Invalid double: ${text}`);
  return new ApexDouble(decimal.toNumber());
}

/** Throws System.TypeException "Invalid decimal: x". */
export function parseDecimal(text: string): ApexDecimal {
  const decimal = ApexDecimal.parse(text);
  if (!decimal) throwApex('System.TypeException', `Invalid decimal: ${text}`);
  return decimal;
}
