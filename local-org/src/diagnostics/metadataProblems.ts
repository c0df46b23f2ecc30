import type { ProblemKind } from './problemCatalog.ts';

/**
 * Every code of what is wrong with metadata, and what it means; the message itself names the thing. Codes are never reused.
 * SCH schema, ACC permissions, PRJ the layout of the project. x01xx not well-formed or incomplete, x02xx refused by Salesforce too,
 * x09xx not supported by the local org.
 */
export const METADATA_PROBLEMS = {
  PRJ0001: { kind: 'invalid', text: 'An Apex file has no -meta.xml, or one without apiVersion.' },
  PRJ0002: { kind: 'invalid', text: 'An Apex class was changed while a job waits that needs it.' },
  PRJ0003: { kind: 'invalid', text: 'A metadata file is not valid UTF-8.' },
  PRJ0901: { kind: 'unsupported', text: 'Metadata of this kind is not supported.' },

  SCH0101: { kind: 'invalid', text: 'A metadata file is not well-formed XML.' },
  SCH0102: { kind: 'invalid', text: 'A metadata file has another root element than its name says.' },
  SCH0103: { kind: 'invalid', text: 'An element that metadata of this kind needs is missing.' },
  SCH0201: { kind: 'invalid', text: 'An object or field lacks what Salesforce demands of its kind.' },
  SCH0202: { kind: 'invalid', text: 'Metadata names an object or field that does not exist.' },
  SCH0203: { kind: 'invalid', text: 'A record of custom metadata has a value for a field that does not exist.' },
  SCH0204: { kind: 'invalid', text: 'A field is defined twice.' },
  SCH0205: { kind: 'invalid', text: 'A formula is wrong.' },
  SCH0901: { kind: 'notUnderstood', text: 'An element of metadata is not understood.' },
  SCH0902: { kind: 'unsupported', text: 'A type of field is not supported.' },
  SCH0903: { kind: 'unsupported', text: 'A default value that is a formula is not supported.' },
  SCH0904: { kind: 'unsupported', text: 'A sharing model is not supported.' },
  SCH0905: { kind: 'notUnderstood', text: 'A kind of metadata below an object is not understood.' },
  SCH0906: { kind: 'unsupported', text: 'A standard object is not supported.' },
  SCH0907: { kind: 'unsupported', text: 'A function of a formula is not supported.' },

  ACC0002: {
    kind: 'invalid',
    text: 'A profile, permission set or group grants what does not exist or does not go together.',
  },
  ACC0003: { kind: 'invalid', text: 'A profile, permission set, group or custom permission cannot be read.' },
  ACC0901: {
    kind: 'unsupported',
    text: 'An element of a profile, permission set or custom permission is not supported.',
  },
} as const satisfies Readonly<Record<string, { readonly kind: ProblemKind; readonly text: string }>>;

type Code = keyof typeof METADATA_PROBLEMS;

export type SchemaCode = Extract<Code, `SCH${string}`>;
export type AccessCode = Extract<Code, `ACC${string}`>;
export type ProjectCode = Extract<Code, `PRJ${string}`>;
