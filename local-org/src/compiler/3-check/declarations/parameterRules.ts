import type { DeclaredModifiers, DeclaredParameter, DeclaredProperty } from '../../2-declare/Declaration.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import type { Report } from './Report.ts';

const ACCESS = ['public', 'private', 'protected', 'global'];

/** A parameter may be final, an accessor may have an access of its own; neither takes anything else. */
export function checkPartModifiers(type: ProjectType, report: Report): void {
  const { methods, constructors, properties } = type.declared;
  for (const { parameters } of [...methods, ...constructors]) {
    for (const parameter of parameters) checkParameter(parameter, report);
  }
  for (const property of properties) checkAccessors(property, report);
}

function checkParameter({ modifiers, name, position }: DeclaredParameter, report: Report): void {
  for (const word of notAllowed(modifiers, ['final'])) report(position, 'APX0159', word, 'parameters', name);
}

function checkAccessors({ getter, setter, name, position }: DeclaredProperty, report: Report): void {
  for (const accessor of [getter, setter]) {
    if (!accessor) continue;
    for (const word of notAllowed(accessor.modifiers, ACCESS)) report(position, 'APX0159', word, 'accessors', name);
  }
}

function notAllowed({ words, annotations, sharing }: DeclaredModifiers, allowed: readonly string[]): string[] {
  const wrong = words.filter((word) => !allowed.includes(word));
  if (sharing !== null) wrong.push(`${sharing}Sharing`);
  return [...wrong, ...annotations.map((annotation) => annotation.name)];
}
