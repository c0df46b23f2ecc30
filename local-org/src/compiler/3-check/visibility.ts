import { hasWord, findAnnotation } from '../2-declare/modifiers.ts';
import { accessOf, type Access, type ProjectType } from '../symbols/ProjectType.ts';

interface Restricted {
  readonly owner: ProjectType;
  readonly access: Access;
  readonly isTestVisible: boolean;
}

/** Types of one file see each other's members; tests see what is marked with @TestVisible. */
export function isVisible(member: Restricted, from: ProjectType, access: Access = member.access): boolean {
  if (access === 'public' || access === 'global') return true;
  if (member.owner.outermost === from.outermost) return true;
  if (member.isTestVisible && from.isTest) return true;
  return access === 'protected' && inherits(from, member.owner);
}

function inherits(from: ProjectType, owner: ProjectType): boolean {
  for (let inside: ProjectType | null = from; inside; inside = inside.outer) {
    for (let level: ProjectType | null = inside; level; level = level.superType?.project ?? null) {
      if (level === owner) return true;
    }
  }
  return false;
}

export function isTypeVisible(type: ProjectType, from: ProjectType): boolean {
  if (type.outer === null || type.outermost === from.outermost) return true;
  const { modifiers } = type.declared;
  const access = accessOf(modifiers, 'private');
  if (access === 'public' || access === 'global') return true;
  if (findAnnotation(modifiers, 'TestVisible') && from.isTest) return true;
  return hasWord(modifiers, 'protected') && inherits(from, type.outer);
}
