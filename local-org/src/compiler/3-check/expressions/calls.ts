import type { Position } from '../../diagnostics.ts';
import { isEnum, shortName, type ApexType } from '../../symbols/ApexType.ts';
import type { MethodSymbol, Signature } from '../../symbols/Member.ts';
import { chooseOverload } from '../../symbols/overloads.ts';
import type { BodyContext } from '../BodyContext.ts';
import type { BoundExpression } from '../bound.ts';
import { adapt, convert, displayName, settle } from '../conversions.ts';
import { typeToken } from '../tokens.ts';
import { isKnownMethod } from '../unsupported.ts';
import { isVisible } from '../visibility.ts';
import { takesBinds, visibleVariables } from '../visibleVariables.ts';

/** `target.name(args)`. `isOwn` for a call without target, which may also mean a static method. */
export function callThrough(
  target: BoundExpression,
  name: string,
  args: readonly BoundExpression[],
  position: Position,
  context: BodyContext,
  isOwn = false,
): BoundExpression {
  if (target.kind === 'safe') {
    const body = callThrough(target.body, name, args, position, context);
    return { ...target, body, type: body.type };
  }
  if (target.type.kind === 'query') {
    // Methods of List win: `[SELECT …].size()`.
    const list = settle(target, context);
    const isOfList = context.members.methods(list.type, name).length > 0;
    return callThrough(isOfList ? list : adapt(target, target.type.args[0]!), name, args, position, context);
  }
  const { type } = target;
  if (type.kind === 'void') context.fail(position, 'APX0424', name);
  const ofEnum = isEnum(type) && args.length === 0 ? enumCall(target, name, position, context) : null;
  if (ofEnum) return ofEnum;
  if (target.kind === 'recordField' && name.toLowerCase() === 'adderror' && args.length === 1)
    return fieldError(target, args[0]!, position, context);
  const method = choose(context.members.methods(type, name), type, name, args, position, context);
  if (method.isStatic) {
    if (!isOwn) context.fail(position, 'APX0306', signatureText(name, args), shortName(type));
    return boundCall(null, method, args, position, context);
  }
  const call = boundCall(target, method, args, position, context);
  // `user.clone()` is a User, though the method is declared for every record.
  return type.kind === 'sobject' && method.name === 'clone' ? { ...call, type } : call;
}

/** `record.Name.addError('x')` stands for `record.addError('Name', 'x')`: only a field written like that has the method. */
function fieldError(
  field: Extract<BoundExpression, { kind: 'recordField' }>,
  message: BoundExpression,
  position: Position,
  context: BodyContext,
): BoundExpression {
  const name: BoundExpression = {
    kind: 'literal',
    value: field.field,
    type: context.types.primitive('String'),
    position: field.position,
  };
  return callThrough(field.target, 'addError', [name, message], position, context);
}

function enumCall(
  target: BoundExpression,
  name: string,
  position: Position,
  context: BodyContext,
): BoundExpression | null {
  const key = name.toLowerCase();
  if (key === 'name')
    return { kind: 'enumCall', target, method: 'name', type: context.types.primitive('String'), position };
  if (key === 'ordinal')
    return { kind: 'enumCall', target, method: 'ordinal', type: context.types.primitive('Integer'), position };
  return null;
}

/** `Type.name(args)`, or a call without target in a static context. */
export function callStatic(
  type: ApexType,
  name: string,
  args: readonly BoundExpression[],
  position: Position,
  context: BodyContext,
): BoundExpression {
  if (type.sobject && args.length === 0 && name.toLowerCase() === 'getsobjecttype') {
    const token = typeToken(type, 'SObjectType', position, context);
    if (token) return token;
  }
  if (isEnum(type)) {
    const call = enumStaticCall(type, name.toLowerCase(), args, position, context);
    if (call) return call;
  }
  const method = choose(context.members.methods(type, name), type, name, args, position, context);
  if (!method.isStatic) context.fail(position, 'APX0305', signatureText(name, args), shortName(type));
  return boundCall(null, method, args, position, context);
}

function enumStaticCall(
  type: ApexType,
  name: string,
  args: readonly BoundExpression[],
  position: Position,
  context: BodyContext,
): BoundExpression | null {
  if (name === 'values' && args.length === 0) {
    return { kind: 'enumValues', type: context.types.collection('List', type), position };
  }
  if (name === 'valueof' && args.length === 1) {
    const argument = convert(args[0]!, context.types.primitive('String'), position, context);
    return { kind: 'enumValueOf', argument, type, position };
  }
  return null;
}

/** `super.name(args)`. */
export function callSuper(
  name: string,
  args: readonly BoundExpression[],
  position: Position,
  context: BodyContext,
): BoundExpression {
  if (context.isStatic) context.fail(position, 'APX0217', 'super');
  const parent = context.type.superType ?? context.types.object;
  const method = choose(context.members.methods(parent, name), parent, name, args, position, context);
  if (method.isAbstract) context.fail(position, 'APX0311', name);
  const target: BoundExpression = { kind: 'this', type: context.type.type, position };
  const call = boundCall(method.isStatic ? null : target, method, args, position, context);
  return call.kind === 'call' ? { ...call, isSuper: !method.isStatic } : call;
}

function choose(
  candidates: readonly MethodSymbol[],
  type: ApexType,
  name: string,
  args: readonly BoundExpression[],
  position: Position,
  context: BodyContext,
): MethodSymbol {
  const choice = chooseOverload(
    candidates,
    args.map((argument) => argument.type),
    context.members,
  );
  if ('found' in choice) {
    const { project } = choice.found;
    if (project && !isVisible(project, context.type))
      context.fail(position, 'APX0304', signatureText(choice.found.name, args));
    return choice.found;
  }
  if (choice.problem === 'ambiguous') return context.fail(position, 'APX0303', signatureText(name, args));
  if (isKnownMethod(type, name, args.length, candidates))
    return context.fail(position, 'APX0901', signatureText(name, args), shortName(type));
  return context.fail(position, 'APX0301', `void ${signatureText(name, args)}`, shortName(type));
}

/** Database.getQueryLocator takes a list only where it is written as a query. */
function takesInlineQuery(method: MethodSymbol): boolean {
  return method.platform?.id === 'System.Database#getQueryLocator(List<SObject>)';
}

function boundCall(
  target: BoundExpression | null,
  method: MethodSymbol,
  args: readonly BoundExpression[],
  position: Position,
  context: BodyContext,
): BoundExpression {
  if (takesInlineQuery(method) && args[0]?.type.kind !== 'query') {
    context.fail(position, 'APX0301', `void ${signatureText(method.name, args)}`, method.ownerName);
  }
  const converted = convertArguments(args, method, position, context);
  const visible = takesBinds(method) ? visibleVariables(position, context) : null;
  return { kind: 'call', target, method, args: converted, isSuper: false, visible, type: method.returns, position };
}

export function convertArguments(
  args: readonly BoundExpression[],
  signature: Signature,
  position: Position,
  context: BodyContext,
): BoundExpression[] {
  return args.map((argument, index) => {
    const parameter = signature.parameters[index]!.type;
    const isOpenQuery = argument.type.kind === 'query' && parameter.kind === 'object';
    return convert(isOpenQuery ? settle(argument, context) : argument, parameter, position, context);
  });
}

export function signatureText(name: string, args: readonly BoundExpression[]): string {
  return `${name}(${args.map((argument) => displayName(argument.type)).join(', ')})`;
}
