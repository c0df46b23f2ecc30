import type { MessageCode } from '../../diagnostics.ts';
import { isCollection, isInterface, shortName, type ApexType } from '../../symbols/ApexType.ts';
import { accessOf, type ProjectType } from '../../symbols/ProjectType.ts';
import type { World } from '../World.ts';

/** What a type extends and implements, and where it may be declared. */
export function checkSupertypes(type: ProjectType, world: World): void {
  const { declared, unit } = type;
  const report = (code: MessageCode, ...values: string[]): void =>
    world.diagnostics.report(unit.path, declared.position, code, ...values);
  if (unit.kind === 'class') checkPlace(type, report);
  const parent = type.superType;
  if (parent) {
    if (isInterface(parent)) report('APX0121', shortName(parent));
    else if (parent.project && !parent.project.isExtensible) report('APX0108', parent.name);
    else if (!parent.project && isValue(parent)) report('APX0108', shortName(parent));
    else if (!parent.project && !parent.platform?.isExtensible) report('APX0129', shortName(parent));
    if (type.isException && !/Exception$/i.test(declared.simpleName)) report('APX0119', declared.simpleName);
  }
  if (declared.kind === 'class' && declared.extends === null && /Exception$/i.test(declared.simpleName)) {
    report('APX0145', declared.name);
  }
  for (const one of type.interfaces) if (!isInterface(one)) report('APX0120', shortName(one));
}

/** What no class extends on Salesforce either. */
function isValue(type: ApexType): boolean {
  return ['object', 'primitive', 'sobject'].includes(type.kind) || type.sobject !== null || isCollection(type);
}

function checkPlace(type: ProjectType, report: (code: MessageCode, ...values: string[]) => void): void {
  const { declared } = type;
  const { modifiers } = declared;
  if (type.outer === null) {
    const access = accessOf(modifiers);
    const isVisible = access === 'public' || access === 'global' || type.isTest;
    if (!isVisible) report('APX0118');
    const file =
      type.unit.path
        .split('/')
        .at(-1)
        ?.replace(/\.cls$/i, '') ?? '';
    if (file.toLowerCase() !== declared.name.toLowerCase()) report('APX0131', declared.name, file);
  } else if (type.outer.outer !== null) {
    report('APX0127', declared.name);
  }
}
