import type {
  DotExpressionContext,
  ExpressionContext,
  MethodCallExpressionContext,
  PrimaryExpressionContext,
} from '@apexdevtools/apex-parser';
import { positionOf } from '../../1-parse/parser.ts';
import type { ApexType } from '../../symbols/ApexType.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression } from '../bound.ts';
import { adapt } from '../conversions.ts';
import type { Entity } from '../entities.ts';
import { accessMember } from '../memberAccess.ts';
import { checkReadable } from '../targets.ts';
import { callStatic, callThrough, callSuper } from './calls.ts';
import { checkArguments, checkEntity } from './index.ts';

export function checkDot(tree: DotExpressionContext, context: BodyContext): Entity {
  const call = tree.dotMethodCall();
  if (call && isSuper(tree.expression())) {
    const args = checkArguments(call.expressionList(), context);
    return { kind: 'value', value: callSuper(call.anyId().getText(), args, positionOf(call), context) };
  }
  if (isSuper(tree.expression()) && !tree.QUESTIONDOT()) return superMember(tree, context);
  const left = checkEntity(tree.expression(), context);
  if (left.kind === 'value') checkReadable(left.value, context);
  if (tree.QUESTIONDOT()) return { kind: 'value', value: safeNavigation(tree, left, context) };
  return accessOrCall(tree, left, context);
}

/** `super.field`: a field of this object, as the superclass sees it. */
function superMember(tree: DotExpressionContext, context: BodyContext): Entity {
  const position = positionOf(tree);
  const parent = context.type.superType;
  if (context.isStatic || !parent) return context.fail(position, 'APX0217', 'super');
  const value: BoundExpression = { kind: 'this', type: parent, position };
  return accessMember({ kind: 'value', value }, tree.anyId().getText(), positionOf(tree.anyId()), context);
}

function accessOrCall(tree: DotExpressionContext, left: Entity, context: BodyContext): Entity {
  const call = tree.dotMethodCall();
  if (!call) return accessMember(left, tree.anyId().getText(), positionOf(tree.anyId()), context);
  const name = call.anyId().getText();
  const position = positionOf(call);
  const args = checkArguments(call.expressionList(), context);
  if (left.kind === 'value') return { kind: 'value', value: callThrough(left.value, name, args, position, context) };
  return { kind: 'value', value: callStatic(staticTarget(left, context), name, args, position, context) };
}

/** `Schema.getGlobalDescribe()`: a prefix that is a type as well. */
function staticTarget(left: Exclude<Entity, { kind: 'value' }>, context: BodyContext): ApexType {
  if (left.kind === 'type') return left.type;
  const type = context.types.resolve({ name: left.path, args: [] }, context.type);
  return type ?? context.fail(left.position, 'APX0201', left.path);
}

function safeNavigation(tree: DotExpressionContext, left: Entity, context: BodyContext): BoundExpression {
  const position = positionOf(tree);
  if (left.kind !== 'value') return context.fail(position, 'APX0422');
  const receiver = left.value.type.kind === 'query' ? adapt(left.value, left.value.type.args[0]!) : left.value;
  const key = {};
  const temporary: BoundExpression = { kind: 'temporary', key, type: receiver.type, position: receiver.position };
  const body = accessOrCall(tree, { kind: 'value', value: temporary }, context);
  if (body.kind !== 'value') return context.fail(position, 'APX0422');
  return { kind: 'safe', receiver, key, body: body.value, type: body.value.type, position };
}

function isSuper(tree: ExpressionContext): boolean {
  if (tree.constructor.name !== 'PrimaryExpressionContext') return false;
  return (tree as PrimaryExpressionContext).primary().constructor.name === 'SuperPrimaryContext';
}

/** `name(…)`: a method of this class, of its superclasses, or a static one of the classes around it. */
export function checkMethodCall(tree: MethodCallExpressionContext, context: BodyContext): BoundExpression {
  const call = tree.methodCall();
  const position = positionOf(tree);
  if (!call.id()) return context.fail(position, 'APX0309');
  const name = call.id().getText();
  const args = checkArguments(call.expressionList(), context);
  for (let type: ProjectType | null = context.type; type; type = type.outer) {
    const methods = context.members.methods(type.type, name);
    const isHere = type === context.type;
    if (methods.length === 0 || (!isHere && !methods.some((method) => method.isStatic))) continue;
    if (isHere && !context.isStatic) {
      return callThrough({ kind: 'this', type: type.type, position }, name, args, position, context, true);
    }
    return callStatic(type.type, name, args, position, context);
  }
  return callStatic(context.type.type, name, args, position, context);
}
