import type { Position } from '../diagnostics.ts';
import { shortName, type ApexType } from '../symbols/ApexType.ts';
import type { BodyContext } from './BodyContext.ts';
import type { BoundExpression } from './bound.ts';
import { adapt } from './conversions.ts';
import type { Entity } from './entities.ts';
import { enumConstant, instanceField, staticField } from './names.ts';
import { recordMember } from './recordMembers.ts';
import { describedObject, FIELDS, prefixedMember } from './prefixes.ts';
import { typeToken } from './tokens.ts';
import { isKnownProperty } from './unsupported.ts';
import { isTypeVisible, isVisible } from './visibility.ts';

/** `left.name` where the left side may be a value, a type or a prefix. */
export function accessMember(left: Entity, name: string, position: Position, context: BodyContext): Entity {
  const fields = name.toLowerCase() === 'fields' ? objectOfTokens(left) : null;
  if (fields) return { kind: 'prefix', path: `${FIELDS}${fields}`, position };
  if (left.kind === 'value') return { kind: 'value', value: memberOfValue(left.value, name, position, context) };
  if (left.kind === 'prefix') return prefixedMember(left, name, position, context);
  const value = memberOfType(left.type, name, position, context);
  if (value) return { kind: 'value', value };
  if (left.type.name === 'Schema.SObjectType') {
    return { kind: 'value', value: describedObject(name, position, context) };
  }
  const path = `${left.path}.${name}`;
  const type = context.types.resolve({ name: path, args: [] }, context.type);
  if (type) {
    if (type.project && !isTypeVisible(type.project, context.type)) context.fail(position, 'APX0206', type.name);
    return { kind: 'type', type, path, position };
  }
  if (/^(system|schema|database)$/i.test(left.path))
    return prefixedMember({ ...left, kind: 'prefix' }, name, position, context);
  return context.fail(position, isKnownProperty(left.type, name) ? 'APX0906' : 'APX0204', name, shortName(left.type));
}

/** `User.fields` and `User.SObjectType.fields`: the object whose field tokens follow. */
function objectOfTokens(left: Entity): string | null {
  if (left.kind === 'value') return left.value.kind === 'objectToken' ? left.value.object : null;
  return left.kind === 'type' ? (left.type.sobject?.name ?? null) : null;
}

/** A static member of a type; null when it has none of that name. */
function memberOfType(type: ApexType, name: string, position: Position, context: BodyContext): BoundExpression | null {
  const constant = enumConstant(type, name, position);
  if (constant) return constant;
  const field = type.project && context.members.field(type, name);
  if (field) {
    if (!isVisible(field, context.type)) context.fail(position, 'APX0205', name);
    if (!field.isStatic) context.fail(position, 'APX0207', name, type.name);
    return staticField(field, position, context);
  }
  if (type.kind === 'sobject') return typeToken(type, name, position, context);
  const property = context.members.platformProperty(type, name, true);
  return property && { kind: 'platformProperty', target: null, property, type: property.type, position };
}

export function memberOfValue(
  target: BoundExpression,
  name: string,
  position: Position,
  context: BodyContext,
): BoundExpression {
  // The rest of the chain after `?.` belongs to it: nothing of it runs when the receiver is null.
  if (target.kind === 'safe') {
    const body = memberOfValue(target.body, name, position, context);
    return { ...target, body, type: body.type };
  }
  const { type } = target;
  if (type.kind === 'query') {
    return memberOfValue(adapt(target, type.args[0]!), name, position, context);
  }
  if (type.kind === 'sobject') return recordMember(target, name, position, context);
  const field = type.project && context.members.field(type, name);
  if (field) {
    if (!isVisible(field, context.type)) context.fail(position, 'APX0205', name);
    if (field.isStatic) context.fail(position, 'APX0216', name);
    return instanceField(target, field, position, context);
  }
  const token = describedField(target, name, position, context);
  if (token) return token;
  const property = context.members.platformProperty(type, name, false);
  if (property) return { kind: 'platformProperty', target, property, type: property.type, position };
  return context.fail(position, isKnownProperty(type, name) ? 'APX0906' : 'APX0204', name, shortName(type));
}

/** `Schema.SObjectType.User.fields.Name`. */
function describedField(
  target: BoundExpression,
  name: string,
  position: Position,
  context: BodyContext,
): BoundExpression | null {
  if (target.kind !== 'platformProperty' || target.property.declaration.name.toLowerCase() !== 'fields') return null;
  if (target.target?.kind !== 'describeObject') return null;
  const object = context.world.schema.object(target.target.object);
  const field = object?.fields.get(name.toLowerCase());
  const type = context.types.known('Schema.DescribeFieldResult');
  if (!object || !field || !type) return null;
  return { kind: 'describeField', object: object.name, field: field.name, type, position };
}
