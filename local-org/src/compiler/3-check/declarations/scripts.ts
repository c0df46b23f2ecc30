import { positionOf } from '../../1-parse/parser.ts';
import type { BodyEntry } from '../../2-declare/bodies.ts';
import { hasWord, readModifiers } from '../../2-declare/modifiers.ts';
import type { MethodSymbol } from '../../symbols/Member.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import { BodyContext } from '../BodyContext.ts';
import type { BoundStatement, BoundType } from '../bound.ts';
import { completes } from '../flow.ts';
import { checkStatement } from '../statements/index.ts';
import { checkDeclarators } from '../statements/locals.ts';
import { checkMember, emptyType, type UnitParts } from './typeBody.ts';

/** Name of the method that holds the statements of a trigger or of executed Apex. */
export const RUN = '$script';

/** A trigger or executed Apex: its statements run one after the other, its methods and types are its own. */
export function checkScriptBody(type: ProjectType, entries: readonly BodyEntry[], unit: UnitParts): BoundType {
  const collected = emptyType();
  const context = new BodyContext({ ...unit, type, isStatic: true, returns: unit.world.types.void });
  const statements: BoundStatement[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'statement') {
      const previous = statements.at(-1);
      if (previous && !completes(previous)) context.report(positionOf(entry.statement), 'APX0501');
      statements.push(...(context.recover(() => checkStatement(entry.statement, context)) ?? []));
    }
    if (entry.kind !== 'member') continue;
    const field = entry.tree.fieldDeclaration();
    // Outside of a class what looks like a field is a variable.
    if (field) statements.push(...checkDeclarators(field, hasWord(readModifiers(entry.modifiers), 'final'), context));
    else checkMember(type, entry.tree, index, unit, collected);
  }
  const position = type.declared.position;
  collected.methods.push({ method: runMethod(type, unit), body: { parameters: [], statements, position } });
  return { type, ...collected, bridges: [] };
}

function runMethod(type: ProjectType, unit: UnitParts): MethodSymbol {
  return {
    name: 'run',
    isStatic: true,
    isAbstract: false,
    isVirtual: false,
    returns: unit.world.types.void,
    parameters: [],
    jsName: RUN,
    project: null,
    platform: null,
    ownerName: type.name,
  };
}
