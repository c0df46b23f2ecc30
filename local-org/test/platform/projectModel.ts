import { runtimeType, type RuntimeType } from '../../src/types/RuntimeType.ts';
import { ApexEnum } from '../../src/values/index.ts';
import { registerObjectModel, type ClassModel } from '../../src/values/json/ObjectModel.ts';

/** An object of a project class whose fields lie in a record. */
export interface TestObject {
  readonly $type: RuntimeType;
  readonly values: Record<string, unknown>;
}

export const COLORS = ['RED', 'GREEN'].map((name, ordinal) => new ApexEnum('Color', name, ordinal));

/** Describes classes by `{ Name: { field: 'Type' } }`; a field whose type begins with `transient ` is left out of JSON. */
export function useClasses(classes: Record<string, Record<string, string>>): void {
  const models = new Map<string, ClassModel>();
  for (const [name, fields] of Object.entries(classes)) models.set(name, modelOf(name, fields));
  registerObjectModel({
    classModel: (type) => models.get(type),
    enumConstants: (type) => (type === 'Color' ? COLORS : undefined),
    findType: (name) => {
      const found = [...models.keys(), 'String', 'Integer'].find((known) => known.toLowerCase() === name.toLowerCase());
      return found === undefined ? null : runtimeType(found);
    },
    newInstance: (type) => newObject(type.name, {}),
    isAssignable: (to, from) => to === from || to.name === 'Object',
  });
}

export function newObject(type: string, values: Record<string, unknown>): TestObject {
  return { $type: runtimeType(type), values };
}

function modelOf(name: string, fields: Record<string, string>): ClassModel {
  return {
    name,
    isInstantiable: true,
    fields: Object.entries(fields).map(([field, type]) => ({
      name: field,
      type: runtimeType(type.replace('transient ', '')),
      isTransient: type.startsWith('transient '),
    })),
    create: () => newObject(name, {}),
    getField: (object, field) => (object as TestObject).values[field] ?? null,
    setField: (object, field, value) => {
      (object as TestObject).values[field] = value;
    },
  };
}
