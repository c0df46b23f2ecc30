import type { SchemaCatalog } from '../../schema/SchemaCatalog.ts';
import type { TypeDeclaration } from '../../types/TypeDeclaration.ts';
import { parseTypeRef, type TypeRef } from '../../types/TypeRef.ts';
import { canonicalName, PRIMITIVES, type ApexType } from './ApexType.ts';
import type { ProjectType } from './ProjectType.ts';

/** The platform's types, as the compiler sees them. */
export interface PlatformCatalog {
  /** Case-insensitive, with or without namespace. */
  findType(name: string): TypeDeclaration | undefined;
}

const PRIMITIVE_BY_NAME = new Map<string, string>(PRIMITIVES.map((name) => [name.toLowerCase(), name]));
const COLLECTIONS = new Map([
  ['list', { name: 'List', parameters: 1 }],
  ['set', { name: 'Set', parameters: 1 }],
  ['map', { name: 'Map', parameters: 2 }],
]);

/** All types of one compilation, and how a written name finds its type. */
export class TypeTable {
  /** Top-level types of the project by lower-case name. */
  readonly projectTypes = new Map<string, ProjectType>();
  readonly platform: PlatformCatalog;
  readonly schema: SchemaCatalog;
  /** Top-level types of the project that were found by name since this was cleared. */
  readonly found = new Set<string>();
  private readonly interned = new Map<string, ApexType>();

  constructor(platform: PlatformCatalog, schema: SchemaCatalog) {
    this.platform = platform;
    this.schema = schema;
  }

  readonly void = this.make({ kind: 'void', base: 'void' });
  readonly null = this.make({ kind: 'null', base: 'null' });
  readonly unknown = this.make({ kind: 'unknown', base: 'Object' });

  get object(): ApexType {
    return this.make({ kind: 'object', base: 'Object', platform: this.platform.findType('System.Object') ?? null });
  }

  get sobject(): ApexType {
    return this.make({ kind: 'sobject', base: 'SObject', platform: this.platform.findType('System.SObject') ?? null });
  }

  primitive(name: (typeof PRIMITIVES)[number]): ApexType {
    return this.make({ kind: 'primitive', base: name, platform: this.platform.findType(`System.${name}`) ?? null });
  }

  collection(base: 'List' | 'Set' | 'Map', ...args: readonly ApexType[]): ApexType {
    return this.make({ kind: 'platform', base, args, platform: this.platform.findType(`System.${base}`) ?? null });
  }

  query(row: ApexType): ApexType {
    return this.make({ kind: 'query', base: 'List', args: [row], name: `[${row.name}]` });
  }

  ofProject(project: ProjectType): ApexType {
    return this.make({ kind: 'project', base: project.name, name: `class ${project.name}`, project });
  }

  /** A type of the platform by a name that this code base wrote; null when no such type is declared. */
  known(text: string): ApexType | null {
    return this.resolve(parseTypeRef(text), null);
  }

  /**
   * The type of a name as written inside a type of the project, without a scope as the platform writes it: there a class of the
   * project that has the name of a platform type does not count. Null when there is none.
   */
  resolve(ref: TypeRef, scope: ProjectType | null, bindings?: ReadonlyMap<string, ApexType>): ApexType | null {
    const args: ApexType[] = [];
    for (const ref1 of ref.args) {
      const arg = this.resolve(ref1, scope, bindings);
      if (!arg) return null;
      args.push(arg);
    }
    const name = ref.name.toLowerCase();
    const bound = bindings?.get(name);
    if (bound) return bound;
    const project = scope ? this.findProjectType(name, scope) : null;
    if (project) return args.length === 0 ? project.type : null;
    return this.builtIn(name, args) ?? this.ofPlatform(name, args) ?? this.ofSchema(name, args);
  }

  /** Inner types of the scope and of its superclasses come first, then those around it, then the top level. */
  findProjectType(name: string, scope: ProjectType | null): ProjectType | null {
    const type = this.lookUp(name, scope);
    if (type) this.found.add(topLevelName(type.name));
    return type;
  }

  private lookUp(name: string, scope: ProjectType | null): ProjectType | null {
    const [first = '', second, ...more] = name.split('.');
    if (more.length > 0) return null;
    const head = this.findSimple(first, scope);
    if (second === undefined) return head;
    return (head && this.innerOf(head, second)) ?? this.projectTypes.get(first)?.inner.get(second) ?? null;
  }

  private findSimple(name: string, scope: ProjectType | null): ProjectType | null {
    for (let type = scope; type; type = type.outer) {
      if (type.declared.simpleName.toLowerCase() === name) return type;
      const inner = this.innerOf(type, name);
      if (inner) return inner;
    }
    return this.projectTypes.get(name) ?? null;
  }

  private innerOf(type: ProjectType, name: string): ProjectType | null {
    for (let level: ProjectType | null = type; level; level = level.superType?.project ?? null) {
      const inner = level.inner.get(name);
      if (inner) return inner;
    }
    return null;
  }

  private builtIn(name: string, args: readonly ApexType[]): ApexType | null {
    const simple = name.startsWith('system.') ? name.slice('system.'.length) : name;
    const collection = COLLECTIONS.get(simple);
    if (collection) {
      if (args.length !== collection.parameters) return null;
      return this.collection(collection.name as 'List', ...args);
    }
    if (args.length > 0) return null;
    const primitive = PRIMITIVE_BY_NAME.get(simple);
    if (primitive) return this.primitive(primitive as (typeof PRIMITIVES)[number]);
    if (simple === 'object') return this.object;
    if (simple === 'sobject') return this.sobject;
    return name === 'void' ? this.void : null;
  }

  private ofPlatform(name: string, args: readonly ApexType[]): ApexType | null {
    const declaration = this.platform.findType(name);
    if (!declaration) return null;
    const isRaw = args.length === 0 && declaration.typeParameters.length > 0 && declaration.kind === 'interface';
    if (args.length !== declaration.typeParameters.length && !isRaw) return null;
    const filled = isRaw ? declaration.typeParameters.map(() => this.object) : args;
    return this.make({ kind: 'platform', base: canonicalName(declaration), args: filled, platform: declaration });
  }

  private ofSchema(name: string, args: readonly ApexType[]): ApexType | null {
    const simple = name.startsWith('schema.') ? name.slice('schema.'.length) : name;
    const sobject = args.length === 0 && !simple.includes('.') ? this.schema.object(simple) : undefined;
    if (!sobject) return null;
    return this.ofObject(sobject.name);
  }

  /** The type of a record. Throws when the schema has no such object: a bug of the local org. */
  ofObject(name: string): ApexType {
    const sobject = this.schema.object(name);
    if (!sobject) throw new Error(`The schema has no object ${name}.`);
    return this.make({
      kind: 'sobject',
      base: sobject.name,
      platform: this.platform.findType('System.SObject') ?? null,
      sobject,
    });
  }

  private make(parts: Partial<ApexType> & Pick<ApexType, 'kind' | 'base'>): ApexType {
    const args = parts.args ?? [];
    const text = args.length === 0 ? parts.base : `${parts.base}<${args.map((arg) => arg.name).join(',')}>`;
    const key = `${parts.kind} ${parts.name ?? text}`;
    const known = this.interned.get(key);
    if (known) return known;
    const type: ApexType = {
      kind: parts.kind,
      name: text,
      base: parts.base,
      args,
      platform: parts.platform ?? null,
      project: parts.project ?? null,
      sobject: parts.sobject ?? null,
    };
    this.interned.set(key, type);
    return type;
  }
}

/** The innermost type that does not exist: `Event` of `List<Event>`. */
export function unresolvedPart(ref: TypeRef, types: TypeTable, scope: ProjectType): TypeRef {
  const inner = ref.args.find((arg) => types.resolve(arg, scope) === null);
  return inner ? unresolvedPart(inner, types, scope) : ref;
}

/** `Outer` of `Outer.Inner`. */
export function topLevelName(name: string): string {
  return name.split('.')[0] ?? name;
}
