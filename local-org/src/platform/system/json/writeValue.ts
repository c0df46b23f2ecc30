import { throwApex } from '../../../runtime/ApexException.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnum,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
  toText,
  typeOf,
} from '../../../values/index.ts';
import { objectModel } from '../../../values/json/ObjectModel.ts';
import { SObjectValue } from '../../../values/SObjectValue.ts';
import { writeRecord } from './writeRecord.ts';
import type { JsonWriter } from './JsonWriter.ts';

export interface WriteOptions {
  /** Fields of project objects that are null are left out. */
  readonly suppressNulls: boolean;
}

/** Writes an Apex value as JSON.serialize does. Throws System.JSONException for what has no JSON form. */
export function writeValue(
  writer: JsonWriter,
  value: unknown,
  options: WriteOptions,
  path: readonly object[] = [],
): void {
  if (value === null || value === undefined) return writer.raw('null');
  if (typeof value === 'string') return writer.string(value);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
    return writer.raw(value.toString());
  }
  if (typeof value !== 'object') throw new Error(`Not an Apex value: ${typeof value}`);
  const scalar = scalarText(value);
  if (scalar !== null)
    return value instanceof ApexDecimal || value instanceof ApexDouble ? writer.raw(scalar) : writer.string(scalar);
  if (path.includes(value))
    throwApex('System.JSONException', `Self reference in ${typeOf(value).name} cannot be serialized.`);
  const inner = [...path, value];
  const write = (member: unknown): void => writeValue(writer, member, options, inner);
  if (value instanceof ApexList || value instanceof ApexSet) {
    writer.begin(true);
    for (const item of value instanceof ApexList ? value.items : value.values()) write(item);
    return writer.end();
  }
  if (value instanceof ApexMap) return writeMap(writer, value, write);
  if (value instanceof SObjectValue) return writeRecord(writer, value, write);
  return writeObject(writer, value, options, write);
}

/** The text of a value that is one number or one string in JSON; null for all others. */
function scalarText(value: object): string | null {
  if (value instanceof ApexDecimal) return value.toPlainString();
  if (value instanceof ApexDouble) {
    if (!Number.isFinite(value.value)) throwApex('System.JSONException', `${value.valueText()} has no form in JSON.`);
    return value.valueText();
  }
  if (value instanceof ApexDate || value instanceof ApexTime) return value.valueText();
  if (value instanceof ApexDatetime) return value.toIso();
  if (value instanceof ApexEnum) return value.name;
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  return null;
}

/** Keys without a JSON form that are written by name. Source: fflib-apex-mocks, whenSObjectWithToStringReturnsExpectedString. */
const NAMED_KEYS = new Set(['Schema.SObjectField', 'Schema.SObjectType']);

function writeMap(writer: JsonWriter, map: ApexMap, write: (value: unknown) => void): void {
  writer.begin(false);
  for (const [key, value] of map.pairs()) {
    if (key !== null && typeof key === 'object' && scalarText(key) === null && !NAMED_KEYS.has(typeOf(key).name)) {
      throwApex('System.JSONException', `Map keys of type ${typeOf(key).name} are not serializable.`);
    }
    writer.key(key === null ? 'null' : toText(key));
    write(value);
  }
  writer.end();
}

function writeObject(writer: JsonWriter, object: object, options: WriteOptions, write: (value: unknown) => void): void {
  const type = typeOf(object).name;
  const model = objectModel()?.classModel(type);
  if (!model) throwApex('System.JSONException', `Apex Type unsupported in JSON: ${type}`);
  writer.begin(false);
  for (const field of model.fields) {
    if (field.isTransient) continue;
    const value = model.getField(object, field.name);
    if (value === null && options.suppressNulls) continue;
    writer.key(field.name);
    write(value);
  }
  writer.end();
}
