import { definePlatformType } from '../../definePlatformType.ts';

export const JSON_TOKENS = [
  'NOT_AVAILABLE',
  'START_OBJECT',
  'END_OBJECT',
  'START_ARRAY',
  'END_ARRAY',
  'FIELD_NAME',
  'VALUE_EMBEDDED_OBJECT',
  'VALUE_STRING',
  'VALUE_NUMBER_INT',
  'VALUE_NUMBER_FLOAT',
  'VALUE_TRUE',
  'VALUE_FALSE',
  'VALUE_NULL',
] as const;

export type TokenName = (typeof JSON_TOKENS)[number];

export const JSONToken = definePlatformType({ name: 'System.JSONToken', kind: 'enum', values: JSON_TOKENS });
