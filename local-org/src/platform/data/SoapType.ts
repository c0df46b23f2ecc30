import type { FieldDescription } from '../../schema/SchemaCatalog.ts';
import { platformEnumConstant } from '../../values/ApexEnum.ts';
import { definePlatformType } from '../definePlatformType.ts';

/** Schema.SoapType (Apex Reference, "SoapType Enum"). */
export const SoapType = definePlatformType({
  name: 'Schema.SoapType',
  kind: 'enum',
  values: [
    ...['ADDRESS', 'ANYTYPE', 'BASE64BINARY', 'BOOLEAN', 'DATE', 'DATETIME', 'DOUBLE', 'ID', 'INTEGER', 'LOCATION'],
    ...['STRING', 'TIME'],
  ],
});

const BY_TYPE: Readonly<Record<string, string>> = {
  id: 'ID',
  reference: 'ID',
  boolean: 'BOOLEAN',
  int: 'INTEGER',
  double: 'DOUBLE',
  currency: 'DOUBLE',
  percent: 'DOUBLE',
  date: 'DATE',
  datetime: 'DATETIME',
  time: 'TIME',
  base64: 'BASE64BINARY',
  anytype: 'ANYTYPE',
  address: 'ADDRESS',
  location: 'LOCATION',
};

/** The constant of Schema.SoapType for a field: texts of every kind are strings. */
export function soapTypeOf(field: FieldDescription): unknown {
  return platformEnumConstant('Schema.SoapType', BY_TYPE[field.type.toLowerCase()] ?? 'STRING');
}
