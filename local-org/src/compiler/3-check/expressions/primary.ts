import type {
  IdPrimaryContext,
  LiteralPrimaryContext,
  PrimaryExpressionContext,
  SoqlPrimaryContext,
  TypeRefPrimaryContext,
} from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import type { Position } from '../../diagnostics.ts';
import type { ApexType } from '../../symbols/ApexType.ts';
import { readTypeRef } from '../../2-declare/typeRefs.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression } from '../bound.ts';
import type { Entity } from '../entities.ts';
import { lookUp } from '../names.ts';
import { resolveType } from '../types.ts';
import { checkLiteral } from './literals.ts';
import { checkQueryLiteral } from './query.ts';

export function checkPrimary(tree: PrimaryExpressionContext, context: BodyContext): Entity | BoundExpression {
  const primary = tree.primary();
  const position = positionOf(tree);
  switch (primary.constructor.name) {
    case 'ThisPrimaryContext':
      if (context.isStatic) context.fail(position, 'APX0217', 'this');
      return { kind: 'this', type: context.type.type, position };
    case 'LiteralPrimaryContext':
      return checkLiteral((primary as LiteralPrimaryContext).literal(), context);
    case 'IdPrimaryContext':
      return lookUp((primary as IdPrimaryContext).id().getText(), position, context);
    case 'TypeRefPrimaryContext':
      return typeLiteral(primary as TypeRefPrimaryContext, context);
    case 'VoidPrimaryContext':
      return literalOf(context.types.void, position, context);
    case 'SoqlPrimaryContext':
      return checkQueryLiteral((primary as SoqlPrimaryContext).soqlLiteral(), context);
    case 'SoslPrimaryContext':
      return context.fail(position, 'APX0903', 'SOSL');
    case 'SuperPrimaryContext':
      return context.fail(position, 'APX0219', 'super');
    default:
      return context.fail(position, 'APX0903', tree.getText());
  }
}

function typeLiteral(tree: TypeRefPrimaryContext, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  return literalOf(resolveType(readTypeRef(tree.typeRef()), position, context), position, context);
}

/** `Account.class`; `void.class` is what a stub's method without result returns. */
function literalOf(of: ApexType, position: Position, context: BodyContext): BoundExpression {
  const type = context.types.known('System.Type');
  if (!type) return context.fail(position, 'APX0903', 'System.Type');
  return { kind: 'typeLiteral', of, type, position };
}
