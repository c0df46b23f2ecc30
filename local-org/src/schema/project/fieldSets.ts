import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { FieldSetDescription, FieldSetField, ObjectDescription, SchemaCatalog } from '../SchemaCatalog.ts';
import {
  elementsOf,
  readMetadataFile,
  reportUnknownElements,
  textOf,
  type MetadataElement,
} from './metadataElement.ts';
import type { ProjectSchema, SchemaProblem } from './ProjectSchema.ts';

const FIELD_SET_FILE = /\.fieldSet-meta\.xml$/;
const OBJECT_FILE = /^(\w+)\.object(-meta\.xml)?$/;
const KNOWN_ELEMENTS = new Set(['fullName', 'label', 'description', 'displayedFields', 'availableFields']);

/** Field sets of a project, in source format (objects/X/fieldSets/Y.fieldSet-meta.xml) and inside of objects. */
export function readFieldSets(
  files: readonly string[],
  pathOf: (file: string) => string,
  schema: SchemaCatalog,
  problems: SchemaProblem[],
): ProjectSchema['fieldSets'] {
  const found: { object: string; fieldSet: FieldSetDescription }[] = [];
  const add = (object: string, element: MetadataElement, path: string): void => {
    const description = schema.object(object);
    // That nobody has the object is reported where its other parts are read.
    if (!description) return;
    const fieldSet = readFieldSet(element, description, path, schema, problems);
    if (fieldSet) found.push({ object: description.name, fieldSet });
  };
  for (const file of files) {
    const name = basename(file);
    const objectName = OBJECT_FILE.exec(name)?.[1];
    if (FIELD_SET_FILE.test(name)) {
      const object = basename(dirname(dirname(file)));
      const path = pathOf(file);
      if (!schema.object(object)) {
        problems.push({ path, code: 'SCH0906', message: `The object ${object} is not supported by the local org.` });
        continue;
      }
      const element = readMetadataFile(file, path, 'FieldSet', problems);
      if (element) add(object, element, path);
    } else if (objectName && readFileSync(file, 'utf8').includes('<fieldSets>')) {
      const element = readMetadataFile(file, pathOf(file), 'CustomObject', []);
      for (const part of element ? elementsOf(element, 'fieldSets') : []) add(objectName, part, pathOf(file));
    }
  }
  return found;
}

function readFieldSet(
  element: MetadataElement,
  object: ObjectDescription,
  path: string,
  schema: SchemaCatalog,
  problems: SchemaProblem[],
): FieldSetDescription | null {
  const name = textOf(element, 'fullName');
  const label = textOf(element, 'label');
  if (!name || !label) {
    problems.push({ path, code: 'SCH0103', message: 'A field set needs <fullName> and <label>.' });
    return null;
  }
  reportUnknownElements(element, KNOWN_ELEMENTS, `the field set ${name}`, path, problems);
  const fields = elementsOf(element, 'displayedFields').map(readMember);
  for (const { path: field } of [...fields, ...elementsOf(element, 'availableFields').map(readMember)]) {
    if (hasField(field, object, schema)) continue;
    const message = `The field set ${object.name}.${name} names ${field}, which is no field of ${object.name}.`;
    problems.push({ path, code: 'SCH0202', message });
    return null;
  }
  return { name, label, description: textOf(element, 'description') ?? null, fields };
}

function readMember(element: MetadataElement): FieldSetField {
  return { path: textOf(element, 'field') ?? '', isRequired: textOf(element, 'isRequired') === 'true' };
}

/** Paths lead over one lookup at most (Visualforce Developer Guide, "Working with Field Sets"). */
function hasField(path: string, object: ObjectDescription, schema: SchemaCatalog): boolean {
  const [first = '', second, ...more] = path.toLowerCase().split('.');
  if (more.length > 0) return false;
  if (second === undefined) return object.fields.has(first);
  const lookup = [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === first);
  return schema.object(lookup?.referenceTo[0] ?? '')?.fields.has(second) ?? false;
}
