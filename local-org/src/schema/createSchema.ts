import type {
  ChildRelationship,
  FieldSetDescription,
  ObjectDescription,
  SchemaCatalog,
  ValidationRule,
} from './SchemaCatalog.ts';
import { readKnownObjectNames, readStandardObjects } from './standard/standardObjects.ts';
import type { ProjectSchema } from './project/ProjectSchema.ts';

let standardObjects: ObjectDescription[] | null = null;
let knownNames: Set<string> | null = null;

/** The schema of an org: the standard objects, with what a project adds to them and its own objects. */
export function createSchema(project?: ProjectSchema): SchemaCatalog {
  const objects = standardObjectsWithout(project?.absentObjects ?? []);
  for (const object of project?.objects ?? []) objects.set(object.name.toLowerCase(), object);
  for (const addition of project?.standardFields ?? []) {
    const object = objects.get(addition.object.toLowerCase());
    if (!object) continue;
    const fields = new Map(object.fields).set(addition.field.name.toLowerCase(), addition.field);
    objects.set(object.name.toLowerCase(), { ...object, fields });
  }
  for (const child of project?.childRelationships ?? []) addChild(objects, child.parent, child.relationship);
  for (const { object, fieldSet } of project?.fieldSets ?? []) addFieldSet(objects, object, fieldSet);
  for (const { object, rule } of project?.validationRules ?? []) addRule(objects, object, rule);
  return catalogOf(objects);
}

function standardObjectsWithout(absent: readonly string[]): Map<string, ObjectDescription> {
  standardObjects ??= readStandardObjects();
  const present = standardObjects.filter(({ name }) => !absent.includes(name));
  return new Map(present.map((object) => [object.name.toLowerCase(), object]));
}

function addChild(objects: Map<string, ObjectDescription>, parent: string, child: ChildRelationship): void {
  const object = objects.get(parent.toLowerCase());
  if (!object) return;
  objects.set(parent.toLowerCase(), { ...object, childRelationships: [...object.childRelationships, child] });
}

function addFieldSet(objects: Map<string, ObjectDescription>, name: string, fieldSet: FieldSetDescription): void {
  const object = objects.get(name.toLowerCase());
  if (object) objects.set(name.toLowerCase(), { ...object, fieldSets: [...(object.fieldSets ?? []), fieldSet] });
}

function addRule(objects: Map<string, ObjectDescription>, name: string, rule: ValidationRule): void {
  const object = objects.get(name.toLowerCase());
  if (!object) return;
  objects.set(name.toLowerCase(), { ...object, validationRules: [...(object.validationRules ?? []), rule] });
}

function catalogOf(objects: ReadonlyMap<string, ObjectDescription>): SchemaCatalog {
  const byName = new Map([...objects.values()].map((object) => [object.name, object]));
  const names = [...byName.keys()].sort();
  return {
    // Most callers have the canonical spelling already.
    object: (name) => byName.get(name) ?? objects.get(name.toLowerCase()),
    objectNames: () => names,
    isKnownButUnsupported: (name) => {
      knownNames ??= readKnownObjectNames();
      return !objects.has(name.toLowerCase()) && knownNames.has(name.toLowerCase());
    },
  };
}
