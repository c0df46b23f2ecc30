import type { DeclaredModifiers } from '../../2-declare/Declaration.ts';
import type { Position } from '../../diagnostics.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import type { Report } from './Report.ts';

/** Only classes state their sharing, and only once. */
export function checkSharing(type: ProjectType, report: Report): void {
  const { kind, modifiers, position, name, methods, fields, properties, constructors } = type.declared;
  if (modifiers.hasSharingConflict) report(position, 'APX0137', 'with sharing', 'without sharing');
  if (kind !== 'class') refuse(modifiers, kind === 'enum' ? 'enums' : 'interfaces', name, position, report);
  const members = { methods, fields, properties, constructors };
  for (const [place, list] of Object.entries(members)) {
    for (const member of list) refuse(member.modifiers, place, member.name, member.position, report);
  }
}

function refuse({ sharing }: DeclaredModifiers, place: string, name: string, position: Position, report: Report): void {
  if (sharing !== null) report(position, 'APX0159', `${sharing}Sharing`, place, name);
}
