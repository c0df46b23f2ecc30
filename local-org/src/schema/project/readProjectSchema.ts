import { basename, dirname, relative } from 'node:path';
import { createSchema } from '../createSchema.ts';
import type { ChildRelationship, FieldDescription, ObjectDescription, ValidationRule } from '../SchemaCatalog.ts';
import { readCustomField } from './customFields.ts';
import { isCustomMetadataRecord, readCustomMetadataRecord } from './customMetadataRecords.ts';
import { readCustomObject } from './customObjects.ts';
import { readFieldSets } from './fieldSets.ts';
import { readAbsentObjects } from './featureSettings.ts';
import { elementsOf, readMetadataFile, type MetadataElement } from './metadataElement.ts';
import type { CustomMetadataRecord, ProjectSchema, SchemaProblem } from './ProjectSchema.ts';
import { checkValidationRule, readValidationRule } from './validationRules.ts';

interface ObjectSource {
  readonly name: string;
  path: string;
  element: MetadataElement;
  readonly fields: { path: string; element: MetadataElement }[];
  readonly rules: { path: string; element: MetadataElement }[];
}

const OBJECT_FILE = /^(\w+)\.object(-meta\.xml)?$/;
const FIELD_FILE = /^(\w+)\.field-meta\.xml$/;
/** Other parts of objects in source format: none of them has a meaning for data, except those that are refused. */
const HARMLESS_OBJECT_PARTS = /\.(listView|compactLayout|webLink)-meta\.xml$/;
const RULE_FILE = /\.validationRule-meta\.xml$/;
const REFUSED_OBJECT_PARTS = /\.(recordType|index|sharingReason|businessProcess)-meta\.xml$/;

/**
 * Reads objects, fields and custom metadata records of a project, in source format (objects/X/fields/Y.field-meta.xml) and in
 * metadata format (objects/X.object).
 * @param files absolute; others than these kinds are left alone.
 * @param directory of the project: problems name files relative to it.
 */
export function readProjectSchema(files: readonly string[], directory: string): ProjectSchema {
  const problems: SchemaProblem[] = [];
  const pathOf = (file: string): string => relative(directory, file).replaceAll('\\', '/');
  const standard = createSchema();
  const sources = readSources(files, pathOf, problems);
  const objects = new Map<string, ObjectDescription>();
  const standardFields: { object: string; field: FieldDescription }[] = [];
  const childRelationships: { parent: string; relationship: ChildRelationship }[] = [];
  const validationRules: { object: string; rule: ValidationRule }[] = [];
  const prefixes = { c: 0, e: 0, mdt: 0 };
  for (const source of [...sources.values()].sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const suffix = /__(c|e|mdt)$/i.exec(source.name)?.[1]?.toLowerCase() as keyof typeof prefixes | undefined;
    const object = suffix
      ? readCustomObject(source.name, keyPrefix(suffix, prefixes[suffix]++), source.element, source.path, problems)
      : null;
    const fields = new Map(object?.fields);
    for (const { element, path } of source.fields) {
      const custom = readCustomField(element, path, problems);
      if (!custom) continue;
      if (fields.has(custom.field.name.toLowerCase())) {
        problems.push({ path, code: 'SCH0204', message: `${source.name}.${custom.field.name} is defined twice.` });
      }
      fields.set(custom.field.name.toLowerCase(), custom.field);
      if (!object) standardFields.push({ object: source.name, field: custom.field });
      const [parent] = custom.field.referenceTo;
      if (custom.childRelationshipName && parent) {
        const name = `${custom.childRelationshipName}__r`;
        childRelationships.push({ parent, relationship: { name, childObject: source.name, field: custom.field.name } });
      }
    }
    if (object) objects.set(source.name.toLowerCase(), { ...object, fields });
    for (const { element, path } of source.rules) {
      const rule = readValidationRule(element, path, problems);
      if (rule) validationRules.push({ object: source.name, rule });
    }
  }
  const knows = (name: string): boolean => objects.has(name.toLowerCase()) || standard.object(name) !== undefined;
  for (const source of sources.values()) reportUnknownObjects(source, knows, objects, problems);
  const customMetadata: CustomMetadataRecord[] = [];
  for (const file of files.filter(isCustomMetadataRecord)) {
    const record = readCustomMetadataRecord(file, pathOf(file), (name) => objects.get(name.toLowerCase()), problems);
    if (record) customMetadata.push(record);
  }
  const result = {
    objects: [...objects.values()],
    standardFields,
    childRelationships,
    validationRules,
    fieldSets: [],
    customMetadata,
    absentObjects: readAbsentObjects(files, pathOf, problems),
    problems,
  };
  checkRules(result, problems);
  return { ...result, fieldSets: readFieldSets(files, pathOf, createSchema(result), problems) };
}

/** Formulas can name fields of any object, so they are looked at when all objects are known. */
function checkRules(project: ProjectSchema, problems: SchemaProblem[]): void {
  if (project.validationRules.length === 0) return;
  const schema = createSchema(project);
  for (const { object: name, rule } of project.validationRules) {
    const object = schema.object(name);
    if (object) checkValidationRule(rule, object, schema, problems);
  }
}

/** Fields of objects that nobody has, and lookups to such objects. */
function reportUnknownObjects(
  source: ObjectSource,
  knows: (name: string) => boolean,
  objects: ReadonlyMap<string, ObjectDescription>,
  problems: SchemaProblem[],
): void {
  if (!knows(source.name)) {
    const path = source.fields[0]?.path ?? source.rules[0]?.path ?? source.path;
    problems.push({ path, code: 'SCH0906', message: `The object ${source.name} is not supported by the local org.` });
  }
  for (const field of objects.get(source.name.toLowerCase())?.fields.values() ?? []) {
    const [target] = field.referenceTo;
    if (!field.isCustom || target === undefined || knows(target)) continue;
    problems.push({
      path: source.path,
      code: 'SCH0202',
      message: `${source.name}.${field.name} refers to ${target}, which is no object of the org.`,
    });
  }
}

function readSources(
  files: readonly string[],
  pathOf: (file: string) => string,
  problems: SchemaProblem[],
): Map<string, ObjectSource> {
  const sources = new Map<string, ObjectSource>();
  const sourceOf = (name: string): ObjectSource => {
    const known = sources.get(name.toLowerCase());
    if (known) return known;
    const source: ObjectSource = { name, path: name, element: {}, fields: [], rules: [] };
    sources.set(name.toLowerCase(), source);
    return source;
  };
  for (const file of files) {
    const path = pathOf(file);
    const name = basename(file);
    const objectName = OBJECT_FILE.exec(name)?.[1];
    if (objectName) {
      const element = readMetadataFile(file, path, 'CustomObject', problems);
      if (!element) continue;
      const source = sourceOf(objectName);
      source.element = element;
      source.path = path;
      for (const field of elementsOf(element, 'fields')) source.fields.push({ path, element: field });
      for (const rule of elementsOf(element, 'validationRules')) source.rules.push({ path, element: rule });
    } else if (FIELD_FILE.test(name)) {
      const element = readMetadataFile(file, path, 'CustomField', problems);
      if (element) sourceOf(basename(dirname(dirname(file)))).fields.push({ path, element });
    } else if (RULE_FILE.test(name)) {
      const element = readMetadataFile(file, path, 'ValidationRule', problems);
      if (element) sourceOf(basename(dirname(dirname(file)))).rules.push({ path, element });
    } else if (REFUSED_OBJECT_PARTS.test(name) && !HARMLESS_OBJECT_PARTS.test(name)) {
      problems.push({
        path,
        code: 'SCH0905',
        message: `Metadata of this kind is not supported by the local org: ${name}`,
      });
    }
  }
  return sources;
}

/** `a00`, `a01` … for objects, `e00` … for events, `m00` … for custom metadata types, as Salesforce numbers them. */
function keyPrefix(suffix: 'c' | 'e' | 'mdt', index: number): string {
  return { c: 'a', e: 'e', mdt: 'm' }[suffix] + index.toString(36).toUpperCase().padStart(2, '0');
}
