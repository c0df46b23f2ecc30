import { hasWord } from '../../2-declare/modifiers.ts';
import type { MessageCode, Position } from '../../diagnostics.ts';
import { isInterface, shortName } from '../../symbols/ApexType.ts';
import { isAssignable } from '../../symbols/assignability.ts';
import type { MethodSymbol } from '../../symbols/Member.ts';
import { hasSameParameters } from '../../symbols/members.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import { implementationOf } from '../bridges.ts';
import { isVisible } from '../visibility.ts';
import type { World } from '../World.ts';

/** Interfaces are implemented, abstract methods too, and what overrides says so. */
export function checkImplementations(type: ProjectType, world: World): void {
  const report = (position: Position, code: MessageCode, ...values: string[]): void =>
    world.diagnostics.report(type.unit.path, position, code, ...values);
  if (type.declared.kind !== 'class') return;
  const { members } = world;
  for (const ancestor of members.ancestors(type.type)) {
    for (const wanted of [...members.ownMethods(ancestor).values()].flat()) {
      if (!wanted.isAbstract || wanted.isStatic) continue;
      checkImplemented(wanted, isInterface(ancestor), type, world, report);
    }
  }
  for (const method of [...type.methods.values()].flat()) checkOverride(method, type, world, report);
}

function checkImplemented(
  wanted: MethodSymbol,
  isOfInterface: boolean,
  type: ProjectType,
  world: World,
  report: (position: Position, code: MessageCode, ...values: string[]) => void,
): void {
  const text = `${shortName(wanted.returns)} ${wanted.ownerName}.${wanted.name}(${wanted.parameters.map((p) => shortName(p.type)).join(', ')})`;
  const method = implementationOf(wanted, type, world);
  if (!method) {
    if (!type.isAbstract) report(type.declared.position, isOfInterface ? 'APX0109' : 'APX0111', type.name, text);
    return;
  }
  const { owner, declared } = method.project!;
  const position = owner === type ? declared.position : type.declared.position;
  const isVisible = method.project!.access === 'public' || method.project!.access === 'global';
  if (isOfInterface && !isVisible) report(position, 'APX0143', method.name);
  if (!returnsFit(method, wanted, world))
    report(type.declared.position, 'APX0128', method.name, shortName(wanted.returns));
}

function returnsFit(method: MethodSymbol, wanted: MethodSymbol, world: World): boolean {
  if (method.returns === wanted.returns || wanted.returns.kind === 'object') return true;
  // The start method of a batch returns an Iterable or a locator.
  if (wanted.ownerName.includes('Batchable') && method.returns.base === 'Database.QueryLocator') return true;
  if (method.returns.base !== wanted.returns.base) return world.members.isSubtype(method.returns, wanted.returns);
  return isAssignable(method.returns, wanted.returns, world.members);
}

const VISIBILITY = ['private', 'protected', 'public', 'global'];

function checkOverride(
  method: MethodSymbol,
  type: ProjectType,
  world: World,
  report: (position: Position, code: MessageCode, ...values: string[]) => void,
): void {
  const { declared, access } = method.project!;
  const { position, modifiers } = declared;
  if (method.isStatic) {
    if (hasWord(modifiers, 'override')) report(position, 'APX0113', method.name);
    return;
  }
  const overridden = world.members
    .ancestors(type.type)
    .filter((ancestor) => !isInterface(ancestor))
    .flatMap((ancestor) => world.members.ownMethods(ancestor).get(method.name.toLowerCase()) ?? [])
    .find(
      (other) =>
        !other.isStatic &&
        hasSameParameters(other, method) &&
        // What a class cannot see it does not override: it only has the same name.
        (!other.project || isVisible(other.project, type)),
    );
  const saysOverride = hasWord(modifiers, 'override');
  if (!overridden) {
    const isOfObject = ['equals', 'hashcode', 'tostring'].includes(method.name.toLowerCase());
    if (saysOverride && !isOfObject) report(position, 'APX0113', method.name);
    const isText = method.name.toLowerCase() === 'tostring' && method.parameters.length === 0;
    if (!saysOverride && isText) report(position, 'APX0112', `${shortName(method.returns)} ${method.name}()`);
    return;
  }
  if (!overridden.isVirtual) report(position, 'APX0114', method.name);
  else if (!saysOverride) report(position, 'APX0112', method.name);
  if (overridden.returns !== method.returns) report(position, 'APX0128', method.name, shortName(overridden.returns));
  const before = overridden.project?.access;
  if (before && VISIBILITY.indexOf(access) < VISIBILITY.indexOf(before)) report(position, 'APX0141', method.name);
}
