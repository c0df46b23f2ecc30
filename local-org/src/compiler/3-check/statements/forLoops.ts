import type { EnhancedForControlContext, ForControlContext, ForStatementContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import { readTypeRef } from '../../2-declare/typeRefs.ts';
import { shortName, type ApexType } from '../../symbols/ApexType.ts';
import { isAssignable } from '../../symbols/assignability.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression, BoundStatement } from '../bound.ts';
import { adapt } from '../conversions.ts';
import { checkValue } from '../expressions/index.ts';
import { checkCondition } from '../expressions/logic.ts';
import { resolveType } from '../types.ts';
import { checkBody } from './index.ts';
import { checkLocalDeclaration } from './locals.ts';

export function checkFor(tree: ForStatementContext, context: BodyContext): BoundStatement {
  const control = tree.forControl();
  return context.inLoop(() =>
    control.enhancedForControl()
      ? checkForEach(tree, control.enhancedForControl(), context)
      : checkCounting(tree, control, context),
  );
}

function checkCounting(tree: ForStatementContext, control: ForControlContext, context: BodyContext): BoundStatement {
  const position = positionOf(tree);
  const start = control.forInit();
  const initial: BoundStatement[] = [];
  if (start?.localVariableDeclaration())
    initial.push(...checkLocalDeclaration(start.localVariableDeclaration(), context));
  for (const expression of start?.expressionList()?.expression_list() ?? []) {
    initial.push({ kind: 'expression', expression: checkValue(expression, context), position: positionOf(expression) });
  }
  const condition = control.expression() ? checkCondition(control.expression(), context) : null;
  const second = control.forUpdate()?.expressionList().expression_list()[1];
  if (second) context.report(positionOf(second), 'APX0524');
  const updates = (control.forUpdate()?.expressionList().expression_list() ?? []).map((update) =>
    checkValue(update, context),
  );
  const body = checkBody(tree.statement(), tree, context);
  return { kind: 'for', initial, condition, updates, body, position };
}

function checkForEach(
  tree: ForStatementContext,
  control: EnhancedForControlContext,
  context: BodyContext,
): BoundStatement {
  const position = positionOf(tree);
  const type = resolveType(readTypeRef(control.typeRef()), positionOf(control.typeRef()), context);
  const collection = checkValue(control.expression(), context);
  const variable = context.declare(control.id().getText(), type, positionOf(control.id()));
  const body = (): BoundStatement => checkBody(tree.statement(), tree, context);
  if (collection.kind === 'query' && collection.type.kind === 'query') {
    const inChunks = type.base === 'List';
    const row = inChunks ? type.args[0]! : type;
    checkElementType(collection.type.args[0]!, row, position, context);
    if (!tree.statement()) context.fail(position, 'APX0527');
    return { kind: 'forQuery', variable, query: collection, inChunks, body: body(), position };
  }
  const elementType = elementOf(collection.type, context);
  if (!elementType) return context.fail(positionOf(control.expression()), 'APX0506', shortName(collection.type));
  if (!(isDynamicQuery(collection) && type.kind === 'sobject')) checkElementType(elementType, type, position, context);
  const key = {};
  const element: BoundExpression = { kind: 'temporary', key, type: elementType, position };
  const settled =
    collection.type.kind === 'query' ? adapt(collection, context.types.collection('List', elementType)) : collection;
  const adapted = adapt(element, type);
  return {
    kind: 'forEach',
    variable,
    element: adapted === element ? null : adapted,
    key,
    collection: settled,
    body: body(),
    position,
  };
}

/** Lists, sets, open queries and whatever implements Iterable. */
function elementOf(type: ApexType, context: BodyContext): ApexType | null {
  if (type.base === 'List' || type.base === 'Set' || type.kind === 'query') return type.args[0] ?? null;
  const iterable = [type, ...context.members.ancestors(type)].find((parent) => parent.base === 'System.Iterable');
  return iterable ? (iterable.args[0] ?? context.types.object) : null;
}

/** `for (User user : Database.query(text))`: what dynamic SOQL brings may be taken as records of any object. */
function isDynamicQuery(collection: BoundExpression): boolean {
  return collection.kind === 'call' && collection.method.ownerName === 'System.Database';
}

function checkElementType(
  from: ApexType,
  to: ApexType,
  position: BoundStatement['position'],
  context: BodyContext,
): void {
  if (from === to || isAssignable(from, to, context.members)) return;
  context.fail(position, 'APX0505', shortName(from), shortName(to));
}
