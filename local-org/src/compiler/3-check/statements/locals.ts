import type {
  LocalVariableDeclarationContext,
  LocalVariableDeclarationStatementContext,
} from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import { hasWord, readModifiers } from '../../2-declare/modifiers.ts';
import { readTypeRef } from '../../2-declare/typeRefs.ts';
import type { ApexType } from '../../symbols/ApexType.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression, BoundStatement } from '../bound.ts';
import { convert, settle } from '../conversions.ts';
import { checkValue } from '../expressions/index.ts';
import { resolveType } from '../types.ts';

export function checkLocals(tree: LocalVariableDeclarationStatementContext, context: BodyContext): BoundStatement[] {
  return checkLocalDeclaration(tree.localVariableDeclaration(), context);
}

type Declaration = Pick<LocalVariableDeclarationContext, 'typeRef' | 'variableDeclarators'>;

export function checkLocalDeclaration(tree: LocalVariableDeclarationContext, context: BodyContext): BoundStatement[] {
  const modifiers = readModifiers(tree.modifier_list());
  const wrong = modifiers.words.find((word) => word !== 'final');
  if (wrong) context.report(positionOf(tree), 'APX0106', wrong);
  return checkDeclarators(tree, hasWord(modifiers, 'final'), context);
}

export function checkDeclarators(tree: Declaration, isFinal: boolean, context: BodyContext): BoundStatement[] {
  const typeTree = tree.typeRef();
  // An unknown type is reported once; its variables exist so that their uses are not errors of their own.
  const type = context.recover(() => resolveType(readTypeRef(typeTree), positionOf(typeTree), context));
  const statements: BoundStatement[] = [];
  for (const declarator of tree.variableDeclarators().variableDeclarator_list()) {
    const position = positionOf(declarator.id());
    const value = type && context.recover(() => initialValue(declarator, type, context));
    const variable = context.declare(
      declarator.id().getText(),
      type ?? context.types.unknown,
      position,
      isFinal && declarator.expression() !== null,
    );
    statements.push({ kind: 'local', variable, value, position });
  }
  return statements;
}

function initialValue(
  declarator: ReturnType<ReturnType<Declaration['variableDeclarators']>['variableDeclarator_list']>[number],
  type: ApexType,
  context: BodyContext,
): BoundExpression | null {
  const tree = declarator.expression();
  if (!tree) return null;
  const value = checkValue(tree, context);
  return convert(type.kind === 'object' ? settle(value, context) : value, type, positionOf(declarator), context);
}
