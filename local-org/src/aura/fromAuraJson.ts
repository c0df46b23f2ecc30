import type { Program } from '../runtime/Program.ts';
import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';
import { runtimeType, type RuntimeType } from '../types/RuntimeType.ts';
import { ApexDate } from '../values/ApexDate.ts';
import { ApexDatetime } from '../values/ApexDatetime.ts';
import { ApexDecimal } from '../values/ApexDecimal.ts';
import { ApexDouble } from '../values/ApexDouble.ts';
import { ApexList } from '../values/ApexList.ts';
import { ApexMap } from '../values/ApexMap.ts';
import { toId18 } from '../values/id.ts';
import { objectModel } from '../values/json/ObjectModel.ts';
import { SObjectValue } from '../values/SObjectValue.ts';
import { isAuraEnabled } from './isAuraEnabled.ts';

/** A value from a component that does not fit the parameter: nothing of the method runs. */
export class AuraParameterError extends Error {}

/** Where converted values come from: the program's classes and the org's objects. */
export interface AuraTypes {
  readonly program: Program;
  readonly schema: SchemaCatalog;
}

/**
 * Turns what a component sent into the Apex value of a declared type. A value of another kind, or a member that the class
 * does not expose by @AuraEnabled, is refused: a component that sends it has a mistake.
 * @param name what the value is called in messages.
 */
export function fromAuraJson(json: unknown, type: RuntimeType, name: string, types: AuraTypes): unknown {
  if (json === null || json === undefined) return null;
  const scalar = SCALARS[type.name];
  if (scalar) return scalar(json) ?? refuse(name, type, json);
  if (type.base === 'List' && type.args[0]) return listOf(json, type, type.args[0], name, types);
  if (type.base === 'Map' && type.args[1]) return mapOf(json, type, type.args[1], name, types);
  if (type.name === 'Object') return untyped(json, name, types);
  if (types.schema.object(type.name)) return record(json, type, name, types);
  const constants = objectModel()?.enumConstants(type.name);
  if (constants) return constants.find((constant) => constant.name === json) ?? refuse(name, type, json);
  return projectObject(json, type, name, types);
}

type Scalar = (json: unknown) => unknown;

const INTEGER_LIMIT = 2 ** 31;

const SCALARS: Readonly<Record<string, Scalar>> = {
  String: (json) => textOf(json),
  Boolean: (json) => (typeof json === 'boolean' ? json : undefined),
  Integer: (json) => (Number.isInteger(json) && Math.abs(json as number) < INTEGER_LIMIT ? json : undefined),
  Long: (json) => (Number.isSafeInteger(json) ? BigInt(json as number) : undefined),
  Double: (json) => (typeof json === 'number' ? new ApexDouble(json) : undefined),
  Decimal: (json) => (typeof json === 'number' ? ApexDecimal.parse(String(json)) : undefined),
  Id: (json) => (typeof json === 'string' && isId(json) ? toId18(json) : undefined),
  Date: (json) => (typeof json === 'string' ? dateOf(json) : undefined),
  Datetime: (json) => (typeof json === 'string' ? datetimeOf(json) : undefined),
};

function isId(text: string): boolean {
  return /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(text);
}

function textOf(json: unknown): string | undefined {
  if (typeof json === 'string') return json;
  return typeof json === 'number' || typeof json === 'boolean' ? json.toString() : undefined;
}

function dateOf(text: string): ApexDate | undefined {
  return ApexDate.parseIso(text) ?? undefined;
}

function datetimeOf(text: string): ApexDatetime | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new ApexDatetime(time);
}

function refuse(name: string, type: RuntimeType, json: unknown): never {
  const shown = JSON.stringify(json).slice(0, 80);
  throw new AuraParameterError(
    `Value provided is invalid for action parameter '${name}' of type '${type.name}': ${shown}`,
  );
}

function listOf(json: unknown, type: RuntimeType, element: RuntimeType, name: string, types: AuraTypes): ApexList {
  if (!Array.isArray(json)) refuse(name, type, json);
  return new ApexList(
    type,
    json.map((item) => fromAuraJson(item, element, name, types)),
  );
}

function mapOf(json: unknown, type: RuntimeType, value: RuntimeType, name: string, types: AuraTypes): ApexMap {
  const map = new ApexMap(type);
  for (const [key, item] of entries(json, type, name)) map.put(key, fromAuraJson(item, value, name, types));
  return map;
}

function entries(json: unknown, type: RuntimeType, name: string): [string, unknown][] {
  if (typeof json !== 'object' || Array.isArray(json)) refuse(name, type, json);
  return Object.entries(json as object);
}

function untyped(json: unknown, name: string, types: AuraTypes): unknown {
  if (typeof json === 'string' || typeof json === 'boolean') return json;
  if (typeof json === 'number') return Number.isInteger(json) ? json : ApexDecimal.parse(String(json));
  if (Array.isArray(json)) return fromAuraJson(json, runtimeType('List<Object>'), name, types);
  return fromAuraJson(json, runtimeType('Map<String,Object>'), name, types);
}

function record(json: unknown, type: RuntimeType, name: string, types: AuraTypes): SObjectValue {
  const object = types.schema.object(type.name);
  const value = new SObjectValue(object?.name ?? type.name);
  for (const [key, item] of entries(json, type, name)) {
    const field = object?.fields.get(key.toLowerCase());
    if (!field) refuse(`${name}.${key}`, type, item);
    value.put(field.name, fromAuraJson(item, runtimeType(field.apexType), `${name}.${key}`, types));
  }
  return value;
}

function projectObject(json: unknown, type: RuntimeType, name: string, types: AuraTypes): object {
  const info = types.program.findClass(type.name);
  if (!info) refuse(name, type, json);
  const object = types.program.construct(type.name, []) as object;
  for (const [key, item] of entries(json, type, name)) {
    const property = info.properties.find((candidate) => candidate.name === key && isAuraEnabled(candidate));
    if (!property) {
      throw new AuraParameterError(
        `${type.name} has no member ${key} with @AuraEnabled, so a component cannot send it.`,
      );
    }
    types.program.writeProperty(object, key, fromAuraJson(item, property.type, `${name}.${key}`, types));
  }
  return object;
}
