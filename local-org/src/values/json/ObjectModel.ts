import type { ApexEnum } from '../ApexEnum.ts';
import type { RuntimeType } from '../../types/RuntimeType.ts';

/** An instance field or automatic property of a class of the project. */
export interface FieldModel {
  readonly name: string;
  readonly type: RuntimeType;
  /** Left out of JSON. */
  readonly isTransient: boolean;
}

/** What serialization and printing need to know of a class of the project. */
export interface ClassModel {
  /** As RuntimeType.name: `Outer.Inner`. */
  readonly name: string;
  /** Of the class and its superclasses, in the order of declaration, those of the superclass first. */
  readonly fields: readonly FieldModel[];
  /** False for interfaces and abstract classes. */
  readonly isInstantiable: boolean;
  /** A new object whose fields are all null: no constructor and no initializer runs. */
  create(): object;
  /** Without running a getter that the project wrote. */
  getField(object: object, field: string): unknown;
  setField(object: object, field: string, value: unknown): void;
}

/** What the compiled program knows about its types. The linker registers one per program. */
export interface ObjectModel {
  /** By RuntimeType.name; undefined when it is no class of the project. */
  classModel(type: string): ClassModel | undefined;
  /** The constants of an enum of the project; undefined when it is none. */
  enumConstants(type: string): readonly ApexEnum[] | undefined;
  /** Type.forName: any type by a case-insensitive name as Apex writes it; null when there is none. */
  findType(name: string): RuntimeType | null;
  /** Type.newInstance: runs the constructor without parameters. Throws System.TypeException when there is none. */
  newInstance(type: RuntimeType): object;
  /** Whether a value of the second type can be assigned to a variable of the first. */
  isAssignable(to: RuntimeType, from: RuntimeType): boolean;
}

let current: ObjectModel | null = null;

/** Called whenever another program becomes the one that runs. */
export function registerObjectModel(model: ObjectModel): void {
  current = model;
}

/** Null while no program is linked: then there are no classes of a project. */
export function objectModel(): ObjectModel | null {
  return current;
}
