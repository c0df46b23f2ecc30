import { parseTypeRef, type TypeRef } from '../../types/TypeRef.ts';
import type { CompiledClass } from '../CompiledUnit.ts';
import { topLevelName, type TypeTable } from './TypeTable.ts';

/** The classes of the project that a file refers to: by names in its code, and by the types of its members. */
export function referencesOf(classes: readonly CompiledClass[], types: TypeTable): string[] {
  const names = new Set(types.found);
  for (const each of classes) {
    for (const text of typesOfMembers(each)) {
      for (const name of namesIn(parseTypeRef(text))) {
        const project = types.projectTypes.get(topLevelName(name).toLowerCase());
        if (project) names.add(project.name);
      }
    }
    names.delete(topLevelName(each.name));
  }
  return [...names].sort();
}

function typesOfMembers(type: CompiledClass): string[] {
  return [
    ...type.supertypes,
    ...type.fields.map((field) => field.type),
    ...type.methods.flatMap((method) => [method.returns, ...method.params.map((param) => param.type)]),
    ...type.constructors.flatMap((constructor) => constructor.params.map((param) => param.type)),
  ];
}

function namesIn(ref: TypeRef): string[] {
  return [ref.name, ...ref.args.flatMap(namesIn)];
}
