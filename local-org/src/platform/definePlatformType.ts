import type {
  ConstructorDeclaration,
  MethodDeclaration,
  ParameterDeclaration,
  PropertyDeclaration,
  TypeDeclaration,
} from '../types/TypeDeclaration.ts';
import { parseTypeRef, typeRefText } from '../types/TypeRef.ts';

// Implementations get and return Apex values of many shapes; their signature text is what the compiler holds callers to.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Implementation = (...args: any[]) => any;

export interface PropertyImplementation {
  readonly get: Implementation;
  readonly set?: Implementation;
}

/**
 * One Apex type of the platform: each member's signature and what it does, in one place, so that neither exists without the other.
 *
 * Instance members get the object first, never null. Constructors get the constructed RuntimeType first.
 * Modifiers before a signature: `static`, `virtual` (a class of the project may override it), `abstract` (interfaces; no
 * implementation runs), `callsite` (the CallSite comes before all other arguments, also before the object).
 */
export interface PlatformTypeDefinition {
  /** `System.String`, `Database.SaveResult`. */
  readonly name: string;
  readonly kind?: 'class' | 'interface' | 'enum';
  readonly typeParameters?: readonly string[];
  readonly extends?: string;
  readonly implements?: readonly string[];
  readonly isExtensible?: boolean;
  /** Key: `(String message, Exception cause)`. */
  readonly constructors?: Readonly<Record<string, Implementation>>;
  /** Key: `static String join(Object iterable, String separator)`. Value null for abstract methods of interfaces. */
  readonly methods?: Readonly<Record<string, Implementation | null>>;
  /** Key: `static Integer MAX_VALUE`. A lone function is the getter of a read-only property. */
  readonly properties?: Readonly<Record<string, Implementation | PropertyImplementation>>;
  readonly values?: readonly string[];
  /** For a type that is implemented in part: which part is missing. */
  readonly missing?: string;
}

export interface PlatformType {
  readonly declaration: TypeDeclaration;
  /** By member id; properties under `id` (get) and `id=` (set). */
  readonly implementations: ReadonlyMap<string, Implementation>;
}

/** Reads the signatures of a definition. Throws when a signature cannot be read: a mistake of this code base, not of a user. */
export function definePlatformType(definition: PlatformTypeDefinition): PlatformType {
  const [namespace, ...rest] = definition.name.split('.');
  if (!namespace || rest.length === 0) throw new Error(`A platform type needs a namespace: ${definition.name}`);
  const implementations = new Map<string, Implementation>();
  const methods: MethodDeclaration[] = [];
  for (const [signature, implementation] of Object.entries(definition.methods ?? {})) {
    const method = readMethod(definition.name, signature, definition.kind === 'interface');
    methods.push(method);
    if (implementation) implementations.set(method.id, implementation);
  }
  const properties: PropertyDeclaration[] = [];
  for (const [signature, implementation] of Object.entries(definition.properties ?? {})) {
    const accessors = typeof implementation === 'function' ? { get: implementation } : implementation;
    const property = readProperty(definition.name, signature, accessors.set !== undefined);
    properties.push(property);
    implementations.set(property.id, accessors.get);
    if (accessors.set) implementations.set(`${property.id}=`, accessors.set);
  }
  const constructors: ConstructorDeclaration[] = [];
  for (const [signature, implementation] of Object.entries(definition.constructors ?? {})) {
    const constructor = readConstructor(definition.name, signature);
    constructors.push(constructor);
    implementations.set(constructor.id, implementation);
  }
  return {
    declaration: {
      namespace,
      name: rest.join('.'),
      qualifiedName: definition.name,
      kind: definition.kind ?? 'class',
      typeParameters: definition.typeParameters ?? [],
      extends: definition.extends ? parseTypeRef(definition.extends) : null,
      implements: (definition.implements ?? []).map(parseTypeRef),
      isExtensible: definition.isExtensible ?? false,
      methods,
      properties,
      constructors,
      enumValues: definition.values ?? [],
      missing: definition.missing ?? null,
    },
    implementations,
  };
}

const MODIFIERS = ['static', 'virtual', 'abstract', 'callsite'];

function readModifiers(signature: string): { modifiers: Set<string>; text: string } {
  const modifiers = new Set<string>();
  let text = signature.trim();
  for (;;) {
    const word = text.slice(0, text.indexOf(' '));
    if (!MODIFIERS.includes(word)) return { modifiers, text };
    modifiers.add(word);
    text = text.slice(word.length).trim();
  }
}

function readMethod(owner: string, signature: string, inInterface: boolean): MethodDeclaration {
  const { modifiers, text } = readModifiers(signature);
  const match = /^(.+?)\s+(\w+)\((.*)\)$/.exec(text);
  if (!match) throw new Error(`Not a method signature: ${owner}: ${signature}`);
  const [, returns = '', name = '', list = ''] = match;
  const parameters = readParameters(list);
  return {
    id: memberId(owner, name, parameters),
    name,
    isStatic: modifiers.has('static'),
    isVirtual: modifiers.has('virtual') || modifiers.has('abstract') || inInterface,
    isAbstract: modifiers.has('abstract') || inInterface,
    returns: parseTypeRef(returns),
    parameters,
    takesCallSite: modifiers.has('callsite'),
  };
}

function readProperty(owner: string, signature: string, isWritable: boolean): PropertyDeclaration {
  const { modifiers, text } = readModifiers(signature);
  const match = /^(.+?)\s+(\w+)$/.exec(text);
  if (!match) throw new Error(`Not a property signature: ${owner}: ${signature}`);
  const [, type = '', name = ''] = match;
  return { id: `${owner}#${name}`, name, type: parseTypeRef(type), isStatic: modifiers.has('static'), isWritable };
}

function readConstructor(owner: string, signature: string): ConstructorDeclaration {
  const match = /^\((.*)\)$/.exec(signature.trim());
  if (!match) throw new Error(`Not a constructor signature: ${owner}: ${signature}`);
  const parameters = readParameters(match[1] ?? '');
  return { id: memberId(owner, '', parameters), parameters };
}

function memberId(owner: string, name: string, parameters: readonly ParameterDeclaration[]): string {
  return `${owner}#${name}(${parameters.map((parameter) => typeRefText(parameter.type)).join(',')})`;
}

/** Splits `Map<Id, String> names, Integer size` at the commas that are not inside type arguments. */
function readParameters(list: string): ParameterDeclaration[] {
  const parameters: ParameterDeclaration[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= list.length; index++) {
    const char = list[index];
    if (char === '<') depth++;
    else if (char === '>') depth--;
    else if (index === list.length || (char === ',' && depth === 0)) {
      const text = list.slice(start, index).trim();
      start = index + 1;
      if (text === '') continue;
      const space = text.lastIndexOf(' ');
      parameters.push({ type: parseTypeRef(text.slice(0, space).trim()), name: text.slice(space + 1) });
    }
  }
  return parameters;
}
