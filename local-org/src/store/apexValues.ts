import type { FieldDescription } from '../schema/SchemaCatalog.ts';
import { ApexBlob } from '../values/ApexBlob.ts';
import { ApexDate } from '../values/ApexDate.ts';
import { ApexDatetime } from '../values/ApexDatetime.ts';
import { ApexDecimal } from '../values/ApexDecimal.ts';
import { ApexDouble } from '../values/ApexDouble.ts';
import { ApexTime } from '../values/ApexTime.ts';
import { tryToId18 } from '../values/id.ts';
import type { StoreValue } from './RowValues.ts';

/** What of a field decides how its values are kept. */
export type ValueShape = Pick<FieldDescription, 'apexType' | 'scale'>;

/** The Apex value of what the store or a row of SQLite holds; checkboxes may come as 0 and 1. */
export function toApex(shape: ValueShape, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (shape.apexType) {
    case 'Boolean':
      return value === true || value === 1;
    case 'Integer':
      return Math.trunc(Number(value)) | 0;
    case 'Decimal':
      return decimalOf(Number(value), shape.scale);
    case 'Date':
      return ApexDate.parseIso(value as string);
    case 'Datetime':
      return new ApexDatetime(Number(value));
    case 'Time':
      return new ApexTime(Number(value));
    case 'Blob':
      return new ApexBlob(Buffer.from(value as string, 'base64'));
    default:
      return value;
  }
}

/** A field with decimal places always shows them: 5 in a field with two is 5.00. */
function decimalOf(value: number, scale: number | null): ApexDecimal {
  const decimal = scale === null ? null : ApexDecimal.parse(value.toFixed(scale));
  return decimal ?? ApexDecimal.fromDouble(value);
}

/**
 * What the store keeps for an Apex value. Undefined when the value is of a wrong type for the field: dynamic Apex can pass
 * anything.
 */
export function toStore(shape: ValueShape, value: unknown): StoreValue | undefined {
  if (value === null) return null;
  switch (shape.apexType) {
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'Integer':
      return integerOf(value);
    case 'Decimal':
      return numberOf(value);
    case 'Id':
      return typeof value === 'string' ? (value === '' ? null : (tryToId18(value) ?? undefined)) : undefined;
    case 'Date':
    case 'Datetime':
    case 'Time':
      return momentOf(shape.apexType, value);
    case 'Blob':
      return value instanceof ApexBlob ? Buffer.from(value.bytes).toString('base64') : undefined;
    default:
      return typeof value === 'string' ? value : undefined;
  }
}

function momentOf(apexType: 'Date' | 'Datetime' | 'Time', value: unknown): StoreValue | undefined {
  if (apexType === 'Time') return value instanceof ApexTime ? value.time : undefined;
  if (apexType === 'Datetime') {
    if (value instanceof ApexDate) return value.days * 86_400_000;
    return value instanceof ApexDatetime ? value.time : undefined;
  }
  if (value instanceof ApexDatetime) return new Date(value.time).toISOString().slice(0, 10);
  return value instanceof ApexDate ? value.toIso() : undefined;
}

function integerOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && Number.isInteger(number) ? number : undefined;
}

export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof ApexDecimal) return value.toNumber();
  return value instanceof ApexDouble ? value.value : undefined;
}
