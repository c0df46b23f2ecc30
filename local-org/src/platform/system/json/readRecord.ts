import { throwApex } from '../../../runtime/ApexException.ts';
import { currentOrg } from '../../../org/current.ts';
import type { ObjectDescription } from '../../../schema/SchemaCatalog.ts';
import { runtimeType, type RuntimeType } from '../../../types/RuntimeType.ts';
import { ApexList } from '../../../values/index.ts';
import { SObjectValue } from '../../../values/SObjectValue.ts';
import type { JsonNode } from './JsonNode.ts';
import { entries } from './readValue.ts';

type Read = (node: JsonNode, type: RuntimeType) => unknown;

/** Makes a record. For SObject the type stands in the attributes. A field that the object does not have is an error. */
export function readRecord(node: JsonNode, typeName: string, isStrict: boolean, read: Read): SObjectValue {
  const members = entries(node);
  const object = objectOf(members, typeName);
  const record = new SObjectValue(object.name);
  for (const [key, value] of members) {
    if (key === 'attributes') continue;
    if (!readField(record, object, key, value, read) && !readRelationship(record, object, key, value, read)) {
      throwApex('System.JSONException', `No such column '${key}' on sobject of type ${object.name}`);
    }
  }
  return record;
}

function objectOf(members: ReadonlyMap<string, JsonNode>, typeName: string): ObjectDescription {
  const attributes = members.get('attributes');
  const stated = attributes instanceof Map ? attributes.get('type') : null;
  const name = typeName === 'SObject' ? stated : typeName;
  const object = typeof name === 'string' ? currentOrg().schema.object(name) : undefined;
  if (!object) {
    throwApex(
      'System.JSONException',
      typeof name === 'string' ? `Invalid SObject type: ${name}` : 'SObject type is missing in the attributes.',
    );
  }
  return object;
}

function readField(record: SObjectValue, object: ObjectDescription, key: string, value: JsonNode, read: Read): boolean {
  const field = object.fields.get(key.toLowerCase());
  if (!field) return false;
  record.put(field.name, read(value, runtimeType(field.apexType)));
  return true;
}

function readRelationship(
  record: SObjectValue,
  object: ObjectDescription,
  key: string,
  value: JsonNode,
  read: Read,
): boolean {
  const name = key.toLowerCase();
  const reference = [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === name);
  if (reference?.relationshipName) {
    const [only, ...others] = reference.referenceTo;
    const parentType = only !== undefined && others.length === 0 ? only : 'SObject';
    record.putParent(reference.relationshipName, read(value, runtimeType(parentType)) as SObjectValue | null);
    return true;
  }
  const child = object.childRelationships.find((candidate) => candidate.name.toLowerCase() === name);
  if (!child) return false;
  const type = runtimeType(`List<${child.childObject}>`);
  const rows = value === null ? null : (entries(value).get('records') ?? null);
  record.putChildren(child.name, rows === null ? new ApexList(type) : (read(rows, type) as ApexList));
  return true;
}
