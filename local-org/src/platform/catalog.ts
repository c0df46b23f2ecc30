import type { TypeDeclaration } from '../types/TypeDeclaration.ts';
import { platformEnum } from '../values/ApexEnum.ts';
import type { Implementation, PlatformType } from './definePlatformType.ts';
import { mergePlatformTypes } from './mergePlatformTypes.ts';
import { types as dataTypes } from './data/index.ts';
import { types as messagingTypes } from './messaging/index.ts';
import { types as orgTypes } from './org/index.ts';
import { types as setupTypes } from './setup/index.ts';
import { types as systemTypes } from './system/index.ts';

/** Where a name without a namespace is looked for, in this order. */
const IMPLICIT_NAMESPACES = ['System', 'Schema'];

let loaded: Catalog | null = null;

interface Catalog {
  /** By lower-case qualified name. */
  readonly types: ReadonlyMap<string, PlatformType>;
  readonly implementations: ReadonlyMap<string, Implementation>;
}

/** Loaded at the first question, so that the folders of types may use each other's values freely. */
function catalog(): Catalog {
  return (loaded ??= load([...systemTypes, ...dataTypes, ...setupTypes, ...messagingTypes, ...orgTypes]));
}

function load(definitions: readonly PlatformType[]): Catalog {
  const types = mergePlatformTypes(definitions);
  const implementations = new Map<string, Implementation>();
  for (const { declaration, implementations: own } of types.values()) {
    if (declaration.kind === 'enum') platformEnum(declaration.qualifiedName, declaration.enumValues);
    for (const [id, implementation] of own) implementations.set(id, implementation);
  }
  return { types, implementations };
}

/**
 * A type of the platform by its name as Apex writes it, case-insensitive: `String`, `System.String`, `Database.SaveResult`.
 * Undefined when the local org has none of that name.
 */
export function findType(name: string): PlatformType | undefined {
  const { types } = catalog();
  const key = name.toLowerCase();
  const exact = types.get(key);
  if (exact) return exact;
  for (const namespace of IMPLICIT_NAMESPACES) {
    const found = types.get(`${namespace.toLowerCase()}.${key}`);
    if (found) return found;
  }
  return undefined;
}

/** What a member does, by the id of its declaration. Undefined for abstract methods of interfaces. */
export function implementation(id: string): Implementation | undefined {
  return catalog().implementations.get(id);
}

/** Every type that the local org supports, by qualified name. */
export function allTypes(): readonly TypeDeclaration[] {
  return [...catalog().types.values()].map((type) => type.declaration);
}
