import type { ParsedUnit } from '../1-parse/parse.ts';
import { positionOf } from '../1-parse/parser.ts';
import type { DeclaredModifiers, DeclaredTrigger, DeclaredType, DeclaredUnit } from './Declaration.ts';
import { bodyOfAnonymous, bodyOfTrigger } from './bodies.ts';
import { declareMembers, declareType } from './declareType.ts';

const NO_MODIFIERS: DeclaredModifiers = { words: ['public'], annotations: [], sharing: null };

/** The name of the type that holds the statements of executed Apex. */
export const ANONYMOUS = 'AnonymousBlock';

/** What a file declares, without looking at any other file. */
export function declareUnit(unit: ParsedUnit): DeclaredUnit {
  const { path, apiVersion } = unit.source;
  if (unit.kind === 'class') {
    const type = declareType(unit.tree.typeDeclaration(), null, 0);
    return { path, kind: 'class', apiVersion, type, trigger: null };
  }
  const trigger = unit.kind === 'trigger' ? readTrigger(unit.tree) : null;
  const name = trigger ? `__trigger_${trigger.name}` : ANONYMOUS;
  const members = unit.kind === 'trigger' ? bodyOfTrigger(unit.tree.triggerBlock()) : bodyOfAnonymous(unit.tree);
  const type: DeclaredType = {
    kind: 'class',
    name,
    simpleName: name,
    outer: null,
    modifiers: NO_MODIFIERS,
    position: positionOf(unit.tree),
    extends: null,
    implements: [],
    enumValues: [],
    index: 0,
    ...declareMembers(members, name),
    // Outside of a class what looks like a field is a variable.
    fields: [],
  };
  return { path, kind: unit.kind, apiVersion, type, trigger };
}

function readTrigger(tree: Extract<ParsedUnit, { kind: 'trigger' }>['tree']): DeclaredTrigger {
  return {
    name: tree.id(0).getText(),
    object: tree.id(1).getText(),
    objectPosition: positionOf(tree.id(1)),
    events: tree.triggerCase_list().map((part) => {
      const time = part.BEFORE() ? 'before' : 'after';
      const operation = part.INSERT() ?? part.UPDATE() ?? part.DELETE() ?? part.UNDELETE();
      return `${time} ${operation.getText().toLowerCase()}`;
    }),
  };
}
