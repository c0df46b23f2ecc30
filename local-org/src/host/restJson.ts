import { toAuraJson } from '../aura/toAuraJson.ts';
import type { Program } from '../runtime/Program.ts';
import type { QueryNode } from '../soql/ast.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';

const API = '/services/data/v67.0';

type Json = Record<string, unknown>;

/**
 * A record as the REST API's query resource prints it: attributes, then what was selected in that order; parents nested,
 * children as results of their own, empty ones as null.
 */
export function restRecord(record: SObjectValue, query: QueryNode, program: Program): Json {
  const json: Json = { attributes: attributesOf(record) };
  if (record.type === 'AggregateResult') {
    for (const [field, value] of record.fields) json[field] = toAuraJson(value, program);
    return json;
  }
  for (const item of query.select) {
    if (item.kind === 'children') addChildren(json, record, item.query, program);
    else if (item.operand.kind === 'path') addPath(json, record, item.operand.names, program);
  }
  return json;
}

function attributesOf(record: SObjectValue): Record<string, string> {
  if (record.id === null) return { type: record.type };
  return { type: record.type, url: `${API}/sobjects/${record.type}/${record.id}` };
}

function addPath(json: Json, record: SObjectValue, names: readonly string[], program: Program): void {
  const [name = '', ...rest] = names;
  if (rest.length === 0) {
    const entry = entryOf(record.fields, name);
    if (entry) json[entry[0]] = toAuraJson(entry[1], program);
    return;
  }
  const entry = entryOf(record.parentEntries(), name);
  if (!entry) return;
  const [relationship, parent] = entry;
  if (parent === null) {
    json[relationship] = null;
    return;
  }
  const nested = (json[relationship] ??= { attributes: attributesOf(parent) }) as Json;
  addPath(nested, parent, rest, program);
}

function addChildren(json: Json, record: SObjectValue, query: QueryNode, program: Program): void {
  const entry = entryOf(record.childEntries(), query.from.names.at(-1) ?? '');
  if (!entry) return;
  const children = entry[1].items as SObjectValue[];
  const records = children.map((child) => restRecord(child, query, program));
  json[entry[0]] = records.length === 0 ? null : { totalSize: records.length, done: true, records };
}

/** Names in a query are case-insensitive; what comes back has its own spelling. */
function entryOf<T>(entries: Iterable<[string, T]>, name: string): [string, T] | undefined {
  for (const entry of entries) if (entry[0].toLowerCase() === name.toLowerCase()) return entry;
  return undefined;
}
