import { toAuraJson } from '../aura/toAuraJson.ts';
import type { Program } from '../runtime/Program.ts';
import { ApexList } from '../values/ApexList.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';

const API = '/services/data/v67.0';

/** A record as the REST API's query resource prints it: attributes, empty fields as null, parents nested, children as results. */
export function restRecord(record: SObjectValue, program: Program): Record<string, unknown> {
  const attributes: Record<string, string> = { type: record.type };
  if (record.id !== null) attributes.url = `${API}/sobjects/${record.type}/${record.id}`;
  const json: Record<string, unknown> = { attributes };
  for (const [field, value] of record.fields) json[field] = toAuraJson(value, program);
  for (const [name, parent] of record.parentEntries()) json[name] = parent && restRecord(parent, program);
  for (const [name, children] of record.childEntries()) json[name] = restChildren(children as ApexList, program);
  return json;
}

function restChildren(children: ApexList, program: Program): unknown {
  if (children.size === 0) return null;
  return {
    totalSize: children.size,
    done: true,
    records: children.items.map((child) => restRecord(child as SObjectValue, program)),
  };
}
