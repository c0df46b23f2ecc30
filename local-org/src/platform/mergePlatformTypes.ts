import type { Implementation, PlatformType } from './definePlatformType.ts';

/**
 * The types by lower-case qualified name. A type may be defined in several places, each with its own members: `System.System`
 * has some in system/ and some in org/. Throws when a member is defined twice: a mistake of this code base.
 */
export function mergePlatformTypes(definitions: readonly PlatformType[]): Map<string, PlatformType> {
  const types = new Map<string, PlatformType>();
  for (const definition of definitions) {
    const key = definition.declaration.qualifiedName.toLowerCase();
    const known = types.get(key);
    types.set(key, known ? merge(known, definition) : definition);
  }
  return types;
}

function merge(first: PlatformType, second: PlatformType): PlatformType {
  const [left, right] = [first.declaration, second.declaration];
  const members = [...right.methods, ...right.properties, ...right.constructors];
  const known = new Set(
    [...left.methods, ...left.properties, ...left.constructors].map((member) => member.id.toLowerCase()),
  );
  for (const { id } of members) {
    if (known.has(id.toLowerCase())) throw new Error(`A platform member is defined twice: ${id}`);
  }
  if (left.enumValues.length > 0 && right.enumValues.length > 0) {
    throw new Error(`A platform enum is defined twice: ${left.qualifiedName}`);
  }
  return {
    declaration: {
      ...left,
      extends: left.extends ?? right.extends,
      implements: [...left.implements, ...right.implements],
      isExtensible: left.isExtensible || right.isExtensible,
      methods: [...left.methods, ...right.methods],
      properties: [...left.properties, ...right.properties],
      constructors: [...left.constructors, ...right.constructors],
      enumValues: [...left.enumValues, ...right.enumValues],
      missing: [left.missing, right.missing].filter(Boolean).join(' ') || null,
    },
    implementations: new Map<string, Implementation>([...first.implementations, ...second.implementations]),
  };
}
