import type { ProjectType } from '../../symbols/ProjectType.ts';
import type { World } from '../World.ts';
import { checkAnnotations } from './annotations.ts';
import { checkImplementations } from './implementations.ts';
import { checkMembers } from './memberRules.ts';
import { checkSupertypes } from './supertypes.ts';

/** What a type declares, checked against its supertypes and its own other members. */
export function checkDeclaration(type: ProjectType, world: World): void {
  checkSupertypes(type, world);
  checkMembers(type, world);
  checkImplementations(type, world);
  checkAnnotations(type, world);
}
