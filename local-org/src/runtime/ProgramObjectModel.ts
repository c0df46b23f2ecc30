import type { CompiledClass } from '../compiler/CompiledUnit.ts';
import { runtimeType, type RuntimeType } from '../types/RuntimeType.ts';
import { parseTypeRef, type TypeRef } from '../types/TypeRef.ts';
import type { ApexEnum } from '../values/index.ts';
import type { ClassModel, ObjectModel } from '../values/json/ObjectModel.ts';
import { currentOrg, hasCurrentTransaction } from '../org/current.ts';
import type { ObjectDescription } from '../schema/SchemaCatalog.ts';
import { SObjectValue } from '../values/SObjectValue.ts';
import { throwApex } from './ApexException.ts';
import { callStatic, type Linker } from './Linker.ts';
import type { Program } from './Program.ts';
import type { RuntimeServices } from './services.ts';
import type { TypeTests } from './TypeTests.ts';

const BARE =
  /^System\.(String|Integer|Long|Double|Decimal|Boolean|Id|Date|Datetime|Time|Blob|Object|SObject|List|Set|Map)$/;

/** What JSON, Type and String.valueOf ask of the program. */
export class ProgramObjectModel implements ObjectModel {
  private readonly linker: Linker;
  private readonly program: Program;
  private readonly types: TypeTests;
  private readonly platform: RuntimeServices['platform'];
  private readonly models = new Map<string, ClassModel | undefined>();

  constructor(linker: Linker, program: Program, types: TypeTests, platform: RuntimeServices['platform']) {
    this.linker = linker;
    this.program = program;
    this.types = types;
    this.platform = platform;
  }

  classModel(type: string): ClassModel | undefined {
    if (!this.models.has(type)) this.models.set(type, this.createModel(type));
    return this.models.get(type);
  }

  private createModel(type: string): ClassModel | undefined {
    const description = this.linker.descriptions.get(type);
    if (!description || description.kind === 'enum') return undefined;
    const stored = this.storedFields(description);
    const byName = new Map(stored.map((field) => [field.name.toLowerCase(), field.jsName]));
    const place = (field: string): string => byName.get(field.toLowerCase()) ?? field;
    return {
      name: type,
      fields: stored.map(({ name, type: text, isTransient }) => ({ name, type: runtimeType(text), isTransient })),
      isInstantiable: description.kind === 'class' && !description.isAbstract,
      create: () => new (this.linker.library.classOf(type))(),
      getField: (object, field) => (object as Record<string, unknown>)[place(field)],
      setField: (object, field, value) => {
        (object as Record<string, unknown>)[place(field)] = value;
      },
    };
  }

  private storedFields(description: CompiledClass): CompiledClass['fields'][number][] {
    const parent = this.linker.descriptions.get(description.parent ?? '');
    const own = description.fields.filter((field) => !field.isStatic && field.isStored);
    return parent ? [...this.storedFields(parent), ...own] : own;
  }

  enumConstants(type: string): readonly ApexEnum[] | undefined {
    return this.linker.enumConstants(type);
  }

  findType(name: string): RuntimeType | null {
    let ref: TypeRef;
    try {
      ref = parseTypeRef(name.trim());
    } catch {
      return null;
    }
    const text = this.canonicalText(ref);
    return text === null ? null : runtimeType(text);
  }

  private canonicalText(ref: TypeRef): string | null {
    const args = ref.args.map((arg) => this.canonicalText(arg));
    if (args.includes(null)) return null;
    const base = this.canonicalBase(ref.name);
    return base === null || args.length === 0 ? base : `${base}<${args.join(',')}>`;
  }

  private canonicalBase(name: string): string | null {
    const ofProject = this.program.findClass(name);
    if (ofProject) return ofProject.name;
    const declaration = this.platform.findType(name)?.declaration;
    if (declaration) {
      const { qualifiedName } = declaration;
      return BARE.test(qualifiedName) ? qualifiedName.slice('System.'.length) : qualifiedName;
    }
    return this.objectNamed(name)?.name ?? null;
  }

  private objectNamed(name: string): ObjectDescription | undefined {
    return hasCurrentTransaction() ? currentOrg().schema.object(name.replace(/^schema\./i, '')) : undefined;
  }

  newInstance(type: RuntimeType): object {
    const description = this.linker.descriptions.get(type.name);
    const object = description ? undefined : this.objectNamed(type.name);
    if (object) return new SObjectValue(object.name);
    const constructor = description?.constructors.find((candidate) => candidate.params.length === 0);
    if (!description || description.isAbstract || !constructor) {
      return throwApex('System.TypeException', `Type cannot be constructed: ${type.name}`);
    }
    return callStatic(this.linker.library.classOf(type.name), `n$${constructor.jsName}`, []) as object;
  }

  isAssignable(to: RuntimeType, from: RuntimeType): boolean {
    return this.types.isAssignable(to, from);
  }
}
