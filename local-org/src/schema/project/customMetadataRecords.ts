import { basename } from 'node:path';
import type { StoreValue } from '../../store/RowValues.ts';
import type { ObjectDescription } from '../SchemaCatalog.ts';
import {
  attributeOf,
  elementsOf,
  readMetadataFile,
  reportUnknownElements,
  textOf,
  type MetadataElement,
} from './metadataElement.ts';
import type { CustomMetadataRecord, SchemaProblem } from './ProjectSchema.ts';

const FILE_NAME = /^(\w+)\.(\w+)\.md(-meta\.xml)?$/;

export function isCustomMetadataRecord(file: string): boolean {
  return FILE_NAME.test(basename(file));
}

/** Reads `Type.Record.md-meta.xml`. Null, with problems, when its type is unknown or the file is broken. */
export function readCustomMetadataRecord(
  file: string,
  path: string,
  typeOf: (name: string) => ObjectDescription | undefined,
  problems: SchemaProblem[],
): CustomMetadataRecord | null {
  const [, type = '', developerName = ''] = FILE_NAME.exec(basename(file)) ?? [];
  const element = readMetadataFile(file, path, 'CustomMetadata', problems);
  if (!element) return null;
  reportUnknownElements(
    element,
    new Set(['label', 'protected', 'values', 'description']),
    `the record ${developerName}`,
    path,
    problems,
  );
  const object = typeOf(`${type}__mdt`);
  if (!object) {
    problems.push({ path, code: 'SCH0202', message: `There is no custom metadata type ${type}__mdt.` });
    return null;
  }
  const values: Record<string, StoreValue> = {};
  for (const value of elementsOf(element, 'values')) {
    const name = textOf(value, 'field') ?? '';
    const field = object.fields.get(name.toLowerCase());
    if (!field) {
      problems.push({ path, code: 'SCH0203', message: `${object.name} has no field ${name}.` });
      continue;
    }
    values[field.name] = readValue(value, field.apexType);
  }
  return { object: object.name, developerName, label: textOf(element, 'label') ?? developerName, values };
}

function readValue(value: MetadataElement, apexType: string): StoreValue {
  const text = textOf(value, 'value');
  const [node] = elementsOf(value, 'value');
  if (text === undefined || (node && attributeOf(node, 'xsi:nil') === 'true')) return null;
  if (apexType === 'Boolean') return text === 'true';
  if (apexType === 'Decimal' || apexType === 'Integer') return Number(text);
  if (apexType === 'Datetime') return Date.parse(text);
  return text;
}
