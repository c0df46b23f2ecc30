import type { Program } from '../runtime/Program.ts';
import { ApexBlob } from '../values/ApexBlob.ts';
import { ApexDate } from '../values/ApexDate.ts';
import { ApexDatetime } from '../values/ApexDatetime.ts';
import { ApexDecimal } from '../values/ApexDecimal.ts';
import { ApexDouble } from '../values/ApexDouble.ts';
import { ApexEnum } from '../values/ApexEnum.ts';
import { ApexList } from '../values/ApexList.ts';
import { ApexMap } from '../values/ApexMap.ts';
import { ApexSet } from '../values/ApexSet.ts';
import { ApexTime } from '../values/ApexTime.ts';
import { SObjectValue } from '../values/SObjectValue.ts';
import { toText } from '../values/text.ts';
import { isAuraEnabled } from './isAuraEnabled.ts';

/**
 * What a component gets for a value that an @AuraEnabled method returned. Of classes of the project only members with
 * @AuraEnabled go over the wire. Throws an Error for a value that Salesforce cannot send.
 */
export function toAuraJson(value: unknown, program: Program): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof ApexDecimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDatetime) return new Date(value.time).toISOString();
  if (value instanceof ApexDate || value instanceof ApexTime) return toText(value);
  if (value instanceof ApexEnum) return value.name;
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof ApexList) return value.items.map((item) => toAuraJson(item, program));
  if (value instanceof ApexSet) return [...value.values()].map((item) => toAuraJson(item, program));
  if (value instanceof ApexMap) {
    return Object.fromEntries([...value.pairs()].map(([key, item]) => [toText(key), toAuraJson(item, program)]));
  }
  if (value instanceof SObjectValue) return recordJson(value, program);
  return objectJson(value as ProjectObject, program);
}

interface ProjectObject {
  readonly $type?: { readonly name: string };
}

/** Selected fields; empty ones are left out, as Salesforce does. */
function recordJson(record: SObjectValue, program: Program): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const [field, value] of record.fields) if (value !== null) json[field] = toAuraJson(value, program);
  for (const [name, parent] of record.parentEntries()) if (parent) json[name] = recordJson(parent, program);
  for (const [name, children] of record.childEntries()) json[name] = toAuraJson(children, program);
  return json;
}

function objectJson(object: ProjectObject, program: Program): Record<string, unknown> {
  const type = object.$type?.name;
  const info = type === undefined ? undefined : program.findClass(type);
  if (!info) throw new Error(`A value of the type ${type ?? typeof object} cannot be sent to a component.`);
  const json: Record<string, unknown> = {};
  for (const property of info.properties.filter(isAuraEnabled)) {
    json[property.name] = toAuraJson(program.readProperty(object, property.name), program);
  }
  return json;
}
