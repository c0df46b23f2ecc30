import type { TypeRef } from '../../types/TypeRef.ts';
import type { MethodDeclaration, TypeDeclaration } from '../../types/TypeDeclaration.ts';
import { mangle } from '../../types/mangle.ts';
import { shortName, type ApexType } from './ApexType.ts';
import type { ConstructorSymbol, FieldSymbol, MethodSymbol, PlatformPropertySymbol, Signature } from './Member.ts';
import type { TypeTable } from './TypeTable.ts';

/** Finds members through superclasses and interfaces. */
export class MemberTable {
  private readonly types: TypeTable;
  private readonly platformMethods = new Map<ApexType, Map<string, MethodSymbol[]>>();
  /** Static methods that the platform gives to an object's name: custom settings, custom metadata. */
  private readonly sobjectStatics: (type: ApexType) => TypeDeclaration | undefined;

  constructor(types: TypeTable, sobjectStatics: (type: ApexType) => TypeDeclaration | undefined) {
    this.types = types;
    this.sobjectStatics = sobjectStatics;
  }

  /** The supertypes that a type names itself: superclass first. */
  parents(type: ApexType): ApexType[] {
    if (type.project) {
      const { superType, interfaces } = type.project;
      return superType ? [superType, ...interfaces] : [...interfaces];
    }
    if (!type.platform || type.kind === 'sobject')
      return type.kind === 'sobject' && type.sobject ? [this.types.sobject] : [];
    const bindings = bindingsOf(type);
    const refs = [...(type.platform.extends ? [type.platform.extends] : []), ...type.platform.implements];
    return refs.map((ref) => this.types.resolve(ref, null, bindings)).filter((parent) => parent !== null);
  }

  /** All supertypes, nearest first, without the type itself. */
  ancestors(type: ApexType): ApexType[] {
    const found: ApexType[] = [];
    const queue = this.parents(type);
    for (let parent = queue.shift(); parent; parent = queue.shift()) {
      if (found.includes(parent) || parent === type) continue;
      found.push(parent);
      queue.push(...this.parents(parent));
    }
    return found;
  }

  /** Every method of that name that a call on the type can mean; overridden ones are left out. */
  methods(type: ApexType, name: string): MethodSymbol[] {
    const key = name.toLowerCase();
    const found: MethodSymbol[] = [];
    for (const owner of [type, ...this.ancestors(type), ...this.implied(type)]) {
      for (const method of this.ownMethods(owner).get(key) ?? []) {
        if (!found.some((other) => hasSameParameters(other, method))) found.push(method);
      }
    }
    return found;
  }

  /** A type that names no parent is still an Object. */
  private implied(type: ApexType): ApexType[] {
    return type.kind === 'object' || type.kind === 'void' ? [] : [this.types.object];
  }

  ownMethods(type: ApexType): Map<string, MethodSymbol[]> {
    if (type.project) return type.project.methods;
    const known = this.platformMethods.get(type);
    if (known) return known;
    const methods = new Map<string, MethodSymbol[]>();
    this.platformMethods.set(type, methods);
    const statics = type.kind === 'sobject' && type.sobject ? this.sobjectStatics(type) : undefined;
    for (const declaration of [type.platform, statics]) {
      for (const method of declaration?.methods ?? []) this.addPlatformMethod(type, declaration!, method, methods);
    }
    return methods;
  }

  private addPlatformMethod(
    type: ApexType,
    declaration: TypeDeclaration,
    method: MethodDeclaration,
    methods: Map<string, MethodSymbol[]>,
  ): void {
    const bindings = bindingsOf(type);
    const parameters = method.parameters.map(({ name, type: ref }) => ({
      name,
      type: this.types.resolve(ref, null, bindings),
    }));
    const returns = this.types.resolve(method.returns, null, bindings);
    // A signature with a type that is not declared yet cannot be called.
    if (!returns || parameters.some((parameter) => parameter.type === null)) return;
    const key = method.name.toLowerCase();
    const symbol: MethodSymbol = {
      name: method.name,
      isStatic: method.isStatic,
      isAbstract: method.isAbstract,
      isVirtual: method.isVirtual,
      returns,
      parameters: parameters as MethodSymbol['parameters'],
      jsName: this.mangledName(
        declaration,
        method.name,
        method.parameters.map((parameter) => parameter.type),
      ),
      project: null,
      platform: method,
      ownerName: shortName(type),
    };
    methods.set(key, [...(methods.get(key) ?? []), symbol]);
  }

  /** Type parameters of the declaration count as Object. */
  private mangledName(declaration: TypeDeclaration, name: string, parameters: readonly TypeRef[]): string {
    const erased = new Map(declaration.typeParameters.map((parameter) => [parameter.toLowerCase(), this.types.object]));
    const types = parameters.map((ref) => this.types.resolve(ref, null, erased));
    return mangle(
      name,
      types.map((type) => (type ? shortName(type) : 'Object')),
    );
  }

  field(type: ApexType, name: string): FieldSymbol | null {
    for (let level: ApexType | null = type; level?.project; level = level.project.superType) {
      const field = level.project.fields.get(name.toLowerCase());
      if (field) return field;
    }
    return null;
  }

  platformProperty(type: ApexType, name: string, isStatic: boolean): PlatformPropertySymbol | null {
    for (const owner of [type, ...this.ancestors(type)]) {
      const declaration = owner.platform?.properties.find(
        (property) => property.isStatic === isStatic && property.name.toLowerCase() === name.toLowerCase(),
      );
      if (!declaration) continue;
      const resolved = this.types.resolve(declaration.type, null, bindingsOf(owner));
      if (resolved) return { declaration, type: resolved };
    }
    return null;
  }

  constructors(type: ApexType): ConstructorSymbol[] {
    const own = type.project?.constructors ?? [];
    if (type.project && !type.project.isException) return own;
    const platform = type.project ? this.exceptionDeclaration() : type.platform;
    const bindings = type.project ? new Map<string, ApexType>() : bindingsOf(type);
    const builtIn = (platform?.constructors ?? []).flatMap((declaration) => {
      const parameters = declaration.parameters.map(({ name, type: ref }) => ({
        name,
        type: this.types.resolve(ref, null, bindings),
      }));
      if (parameters.some((parameter) => parameter.type === null)) return [];
      return [
        { parameters: parameters as ConstructorSymbol['parameters'], project: null, platform: declaration, jsName: '' },
      ];
    });
    return [...own, ...builtIn.filter((one) => !own.some((other) => hasSameParameters(one, other)))];
  }

  /** Exception classes of a project have these constructors beside their own. */
  exceptionDeclaration(): TypeDeclaration | null {
    return this.types.platform.findType('System.Exception') ?? null;
  }

  /** True for a superclass or interface, or the type itself. */
  isSubtype(type: ApexType, of: ApexType): boolean {
    return type === of || this.ancestors(type).includes(of);
  }
}

export function bindingsOf(type: ApexType): Map<string, ApexType> {
  const names = type.platform?.typeParameters ?? [];
  return new Map(
    names.flatMap((name, index) => (type.args[index] ? [[name.toLowerCase(), type.args[index]] as const] : [])),
  );
}

export function hasSameParameters(one: Signature, other: Signature): boolean {
  return (
    one.parameters.length === other.parameters.length &&
    one.parameters.every((parameter, index) => parameter.type === other.parameters[index]?.type)
  );
}
