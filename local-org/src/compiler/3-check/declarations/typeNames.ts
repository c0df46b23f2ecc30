import { shortName } from '../../symbols/ApexType.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import { isIdentifier, isReserved } from '../reservedNames.ts';
import type { Report } from './Report.ts';

/** The name of a type, of its constants and of the types inside it. */
export function checkTypeNames(type: ProjectType, report: Report): void {
  const { declared, unit, outer } = type;
  const { position, simpleName } = declared;
  if (unit.kind === 'class' && !isIdentifier(simpleName)) report(position, 'APX0140', simpleName);
  if (isReserved(simpleName)) report(position, 'APX0221', simpleName);
  for (const value of declared.enumValues) {
    if (!isIdentifier(value)) report(position, 'APX0140', value);
    if (isReserved(value)) report(position, 'APX0221', value);
  }
  if (outer && isSame(outer.declared.simpleName, simpleName)) report(position, 'APX0101', declared.name);
  for (const [index, inner] of declared.inner.entries()) {
    const isTaken = declared.inner.slice(0, index).some((other) => isSame(other.simpleName, inner.simpleName));
    if (isTaken) report(inner.position, 'APX0101', inner.name);
  }
}

function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}

/** Each interface is named once; an interface has one parent. */
export function checkInterfaces(type: ProjectType, report: Report): void {
  const { position, kind, name } = type.declared;
  if (kind === 'interface' && type.declared.implements.length > 1) report(position, 'APX0179', name);
  for (const [index, one] of type.interfaces.entries()) {
    if (type.interfaces.slice(0, index).some((other) => other.base === one.base))
      report(position, 'APX0180', shortName(one));
  }
}
