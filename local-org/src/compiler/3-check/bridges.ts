import { isAssignable } from '../symbols/assignability.ts';
import type { MethodSymbol } from '../symbols/Member.ts';
import type { ProjectType } from '../symbols/ProjectType.ts';
import type { World } from './World.ts';

/**
 * A supertype calls a method by the name mangled of its own declaration. Where the class spells the parameters otherwise
 * (`compare(User, User)` for `Comparator<T>.compare(T, T)`), a bridge of that name calls the method.
 */
export function bridgesOf(type: ProjectType, world: World): { from: string; to: string }[] {
  const bridges = new Map<string, string>();
  for (const ancestor of world.members.ancestors(type.type)) {
    for (const wanted of [...world.members.ownMethods(ancestor).values()].flat()) {
      if (wanted.isStatic || !wanted.isVirtual) continue;
      const method = implementationOf(wanted, type, world);
      if (method && method.jsName !== wanted.jsName) bridges.set(wanted.jsName, method.jsName);
    }
  }
  return [...bridges].map(([from, to]) => ({ from, to }));
}

/** The instance method of a class that stands for a method of a supertype. */
export function implementationOf(wanted: MethodSymbol, type: ProjectType, world: World): MethodSymbol | null {
  const candidates = world.members
    .methods(type.type, wanted.name)
    .filter((method) => !method.isStatic && method.project?.owner.declared.kind === 'class');
  const exact = candidates.find((method) => method.jsName === wanted.jsName && !method.isAbstract);
  if (exact) return exact;
  return candidates.find((method) => !method.isAbstract && accepts(method, wanted, world)) ?? null;
}

/** Parameters may differ where records are concerned: `execute(Context, List<User>)` for `List<SObject>`. */
export function accepts(method: MethodSymbol, wanted: MethodSymbol, world: World): boolean {
  return (
    method.parameters.length === wanted.parameters.length &&
    method.parameters.every(({ type }, index) => {
      const other = wanted.parameters[index]!.type;
      return type === other || (type.base === other.base && isAssignable(other, type, world.members));
    })
  );
}
