import type { CreatorContext, ExpressionContext, NewExpressionContext } from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import { readCreatedName } from '../../2-declare/typeRefs.ts';
import type { Position } from '../../diagnostics.ts';
import { isCollection, isEnum, isInterface, shortName, type ApexType } from '../../symbols/ApexType.ts';
import { chooseOverload } from '../../symbols/overloads.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression } from '../bound.ts';
import { convert, displayName, settle } from '../conversions.ts';
import { resolveType } from '../types.ts';
import { isVisible } from '../visibility.ts';
import { convertArguments } from './calls.ts';
import { checkArguments, checkExpression, checkValue } from './index.ts';
import { checkNewRecord } from './newRecord.ts';

/** `new …`. */
export function checkNew(tree: NewExpressionContext, context: BodyContext): BoundExpression {
  const creator = tree.creator();
  const position = positionOf(tree);
  const named = resolveType(readCreatedName(creator.createdName()), position, context);
  if (creator.arrayCreatorRest()) return newArray(creator, named, position, context);
  if (creator.classCreatorRest()) return construct(creator, named, position, context);
  if (creator.mapCreatorRest()) return newMap(creator, named, position, context);
  const elements = creator.setCreatorRest()?.expression_list() ?? [];
  if (named.base === 'Map' && elements.length === 0) return { kind: 'newMap', entries: [], type: named, position };
  if (named.base !== 'List' && named.base !== 'Set') return context.fail(position, 'APX0418');
  return newElements(named.base === 'List' ? 'newList' : 'newSet', elements, named, position, context);
}

function newElements(
  kind: 'newList' | 'newSet',
  trees: readonly ExpressionContext[],
  type: ApexType,
  position: Position,
  context: BodyContext,
): BoundExpression {
  const elements = trees.map((tree) => convertElement(tree, type.args[0]!, context));
  return { kind, elements, type, position };
}

function convertElement(tree: ExpressionContext, to: ApexType, context: BodyContext): BoundExpression {
  const value = checkValue(tree, context);
  return convert(to.kind === 'object' ? settle(value, context) : value, to, positionOf(tree), context);
}

function newArray(
  creator: CreatorContext,
  element: ApexType,
  position: Position,
  context: BodyContext,
): BoundExpression {
  const rest = creator.arrayCreatorRest();
  const type = context.types.collection('List', element);
  if (rest.expression()) {
    const size = convert(
      checkExpression(rest.expression(), context),
      context.types.primitive('Integer'),
      position,
      context,
    );
    return { kind: 'newArray', size, type, position };
  }
  return newElements('newList', rest.arrayInitializer()?.expression_list() ?? [], type, position, context);
}

function newMap(creator: CreatorContext, type: ApexType, position: Position, context: BodyContext): BoundExpression {
  if (type.base !== 'Map') context.fail(position, 'APX0418');
  const entries = creator
    .mapCreatorRest()
    .mapCreatorRestPair_list()
    .map(
      (pair) =>
        [
          convertElement(pair.expression(0), type.args[0]!, context),
          convertElement(pair.expression(1), type.args[1]!, context),
        ] as const,
    );
  return { kind: 'newMap', entries, type, position };
}

function construct(creator: CreatorContext, type: ApexType, position: Position, context: BodyContext): BoundExpression {
  const list = creator.classCreatorRest().arguments().expressionList();
  if (type.kind === 'sobject' && type.sobject) return checkNewRecord(list, type, position, context);
  if (type.project?.isAbstract) context.fail(position, 'APX0307', type.name);
  if (
    isEnum(type) ||
    isInterface(type) ||
    type.kind === 'object' ||
    type.kind === 'sobject' ||
    type.name === 'System.Exception'
  ) {
    context.fail(position, 'APX0308', shortName(type));
  }
  const args = checkArguments(list, context);
  const isEmptyCollection = isCollection(type) && args.length === 0;
  if (isEmptyCollection) return emptyCollection(type, position);
  const candidates = context.members.constructors(type);
  const choice = chooseOverload(
    candidates,
    args.map((argument) => argument.type),
    context.members,
  );
  if (!('found' in choice)) {
    const text = `${shortName(type)}(${args.map((argument) => displayName(argument.type)).join(', ')})`;
    return context.fail(position, choice.problem === 'ambiguous' ? 'APX0303' : 'APX0302', text);
  }
  checkRecordsOfMap(type, args, position, context);
  const { project } = choice.found;
  if (project && !isVisible(project, context.type)) context.fail(position, 'APX0312', shortName(type));
  return {
    kind: 'construct',
    constructor: choice.found,
    args: convertArguments(args, choice.found, position, context),
    type,
    position,
  };
}

/** `new Map<Id, User>(records)`: records of another object can never become its values. */
function checkRecordsOfMap(
  type: ApexType,
  args: readonly BoundExpression[],
  position: Position,
  context: BodyContext,
): void {
  const records = args[0]?.type;
  const value = type.args[1]?.sobject;
  if (type.base !== 'Map' || !records || !value || (records.base !== 'List' && records.kind !== 'query')) return;
  const element = records.args[0]?.sobject;
  if (element && element !== value) {
    context.fail(position, 'APX0302', `${shortName(type)}(${displayName(args[0]!.type)})`);
  }
}

function emptyCollection(type: ApexType, position: Position): BoundExpression {
  if (type.base === 'Map') return { kind: 'newMap', entries: [], type, position };
  return { kind: type.base === 'List' ? 'newList' : 'newSet', elements: [], type, position };
}
