import { allTypes } from '../platform/catalog.ts';
import { allKnownTypes, knownMemberNames } from '../platform/known/knownTypes.ts';
import type { TypeDeclaration } from '../types/TypeDeclaration.ts';

/** A type that is there: what it lacks, in words and by name. */
export interface SupportedType {
  readonly name: string;
  readonly members: number;
  /** Null when nothing is known to be missing. */
  readonly missing: string | null;
  /** Members that Salesforce has and this type has not; empty where the data of Salesforce's types is not installed. */
  readonly missingMembers: readonly string[];
}

export interface PlatformSupport {
  readonly types: readonly SupportedType[];
  /** Types that Salesforce has and the local org has not, by namespace. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
}

/** Stubs of the data itself, no types of Apex. */
const NO_TYPES = new Set(['internal', 'sobjectstubs', 'package', 'component']);

export function platformSupport(): PlatformSupport {
  const types = allTypes()
    .map(describe)
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  const present = new Set(types.map(({ name }) => name.toLowerCase()));
  const refused = new Map<string, string[]>();
  for (const name of allKnownTypes().sort()) {
    const [namespace = ''] = name.split('.');
    if (NO_TYPES.has(namespace.toLowerCase()) || present.has(name.toLowerCase())) continue;
    refused.set(namespace, [...(refused.get(namespace) ?? []), name]);
  }
  return { types, refused };
}

function describe(type: TypeDeclaration): SupportedType {
  const own = [...type.methods, ...type.properties].map(({ name }) => name);
  const present = new Set([...own, ...type.enumValues].map((name) => name.toLowerCase()));
  return {
    name: type.qualifiedName,
    members: present.size,
    missing: type.missing,
    missingMembers: knownMemberNames(type.qualifiedName).filter((name) => {
      const key = name.toLowerCase();
      // The data lists what getErrors() gives as Errors, too.
      return ![key, `get${key}`, `is${key}`].some((candidate) => present.has(candidate));
    }),
  };
}
