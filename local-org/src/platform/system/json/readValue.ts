import { throwApex } from '../../../runtime/ApexException.ts';
import type { RuntimeType } from '../../../types/RuntimeType.ts';
import { ApexList, ApexMap, ApexSet } from '../../../values/index.ts';
import { currentOrg, hasCurrentTransaction } from '../../../org/current.ts';
import { objectModel, type ClassModel } from '../../../values/json/ObjectModel.ts';
import type { JsonNode } from './JsonNode.ts';
import { describeNode, readPrimitive } from './readPrimitive.ts';
import { readRecord } from './readRecord.ts';

/**
 * Makes a value of a type from JSON. Strict: fields that the type does not have are an error instead of being left out.
 * Names of fields match in any case, those of enum constants as they are written.
 * Source: salesforce.stackexchange.com 406845; of enum constants unverified, the stricter reading.
 */
export function readValue(node: JsonNode, type: RuntimeType, isStrict: boolean): unknown {
  if (node === null) return null;
  const read = (member: JsonNode, memberType: RuntimeType): unknown => readValue(member, memberType, isStrict);
  switch (type.base) {
    case 'List':
      return new ApexList(
        type,
        elements(node).map((element) => read(element, argument(type, 0))),
      );
    case 'Set':
      return new ApexSet(
        type,
        elements(node).map((element) => read(element, argument(type, 0))),
      );
    case 'Map':
      return readMap(node, type, read);
    default:
      return readSingle(node, type, isStrict, read);
  }
}

type Read = (node: JsonNode, type: RuntimeType) => unknown;

function readMap(node: JsonNode, type: RuntimeType, read: Read): ApexMap {
  return new ApexMap(
    type,
    [...entries(node)].map(([key, value]) => [read(key, argument(type, 0)), read(value, argument(type, 1))] as const),
  );
}

function readSingle(node: JsonNode, type: RuntimeType, isStrict: boolean, read: Read): unknown {
  const primitive = readPrimitive(node, type);
  if (primitive !== undefined) return primitive;
  const model = objectModel();
  const constants = model?.enumConstants(type.name);
  if (constants) {
    const constant = constants.find((candidate) => candidate.name === node);
    return constant ?? throwApex('System.JSONException', `Invalid value for enum ${type.name}: ${describeNode(node)}`);
  }
  const classModel = model?.classModel(type.name);
  if (classModel) return readObject(node, classModel, isStrict, read);
  if (type.name === 'SObject' || isObject(type.name)) return readRecord(node, type.name, isStrict, read);
  return throwApex('System.JSONException', `Apex Type unsupported in JSON: ${type.name}`);
}

function isObject(name: string): boolean {
  return hasCurrentTransaction() && currentOrg().schema.object(name) !== undefined;
}

function readObject(node: JsonNode, model: ClassModel, isStrict: boolean, read: Read): object {
  if (!model.isInstantiable) throwApex('System.JSONException', `Apex Type unsupported in JSON: ${model.name}`);
  const fields = new Map(model.fields.map((field) => [field.name.toLowerCase(), field]));
  const object = model.create();
  for (const [key, value] of entries(node)) {
    const field = fields.get(key.toLowerCase());
    if (field && !field.isTransient) model.setField(object, field.name, read(value, field.type));
    else if (isStrict) throwApex('System.JSONException', `Unknown field: ${model.name}.${key}`);
  }
  return object;
}

function argument(type: RuntimeType, index: number): RuntimeType {
  const found = type.args[index];
  if (!found) throwApex('System.JSONException', `Apex Type unsupported in JSON: ${type.name}`);
  return found;
}

export function elements(node: JsonNode): JsonNode[] {
  if (Array.isArray(node)) return node;
  return throwApex('System.JSONException', "Malformed JSON: Expected '[' at the beginning of List/Set");
}

export function entries(node: JsonNode): Map<string, JsonNode> {
  if (node instanceof Map) return node;
  return throwApex('System.JSONException', "Malformed JSON: Expected '{' at the beginning of object");
}
