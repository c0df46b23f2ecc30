import type { ParsedUnit } from '../1-parse/parse.ts';
import { bodyOfAnonymous, bodyOfClass, bodyOfTrigger, type BodyEntry } from '../2-declare/bodies.ts';
import type { ProjectType } from '../symbols/ProjectType.ts';
import type { BoundType } from './bound.ts';
import { checkDeclaration } from './declarations/checkDeclaration.ts';
import { checkTrigger } from './declarations/triggers.ts';
import { checkScriptBody } from './declarations/scripts.ts';
import { checkTypeBody } from './declarations/typeBody.ts';
import type { World } from './World.ts';

/** Checks one file: its declarations against each other, then every body of code. */
export function checkUnit(unit: ParsedUnit, type: ProjectType, world: World): BoundType {
  for (const each of type.selfAndInner()) checkDeclaration(each, world);
  checkTrigger(type, world);
  if (unit.kind !== 'class') {
    const entries = unit.kind === 'trigger' ? bodyOfTrigger(unit.tree.triggerBlock()) : bodyOfAnonymous(unit.tree);
    return checkScriptBody(type, entries, { source: unit.source, world });
  }
  const tree = unit.tree.typeDeclaration();
  const entries: BodyEntry[] = tree.classDeclaration() ? bodyOfClass(tree.classDeclaration().classBody()) : [];
  return checkTypeBody(type, entries, { source: unit.source, world });
}
