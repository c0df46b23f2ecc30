import { ApexDatetime } from '../../../values/index.ts';
import type { SObjectValue } from '../../../values/SObjectValue.ts';
import type { JsonWriter } from './JsonWriter.ts';

/** The version in the addresses of records: that of the product. */
const API_VERSION = 'v67.0';

/**
 * Writes a record: its type and address, then the fields in the order in which they were set or selected.
 * Fields that a query found empty are left out, fields that Apex set to null are not.
 */
export function writeRecord(writer: JsonWriter, record: SObjectValue, write: (value: unknown) => void): void {
  writer.begin(false);
  writeAttributes(writer, record);
  for (const [field, value] of record.fields) {
    if (value === null && record.isQueried) continue;
    writer.key(field);
    // Datetime fields of records have the form of the REST API, unlike other Datetime values.
    if (value instanceof ApexDatetime) writer.string(value.toIso().replace('Z', '+0000'));
    else write(value);
  }
  for (const [relationship, parent] of record.parentEntries()) {
    if (parent === null) continue;
    writer.key(relationship);
    write(parent);
  }
  for (const [relationship, list] of record.childEntries()) {
    if (list.size === 0) continue;
    writer.key(relationship);
    writer.begin(false);
    writer.key('totalSize');
    writer.raw(String(list.size));
    writer.key('done');
    writer.raw('true');
    writer.key('records');
    write(list);
    writer.end();
  }
  writer.end();
}

function writeAttributes(writer: JsonWriter, record: SObjectValue): void {
  writer.key('attributes');
  writer.begin(false);
  writer.key('type');
  writer.string(record.type);
  if (record.id !== null) {
    writer.key('url');
    writer.string(`/services/data/${API_VERSION}/sobjects/${record.type}/${record.id}`);
  }
  writer.end();
}
