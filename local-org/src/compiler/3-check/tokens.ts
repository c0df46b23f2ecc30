import type { Position } from '../diagnostics.ts';
import type { ApexType } from '../symbols/ApexType.ts';
import type { BodyContext } from './BodyContext.ts';
import type { BoundExpression } from './bound.ts';

/** `User.SObjectType` and `User.Name`: tokens of the schema. */
export function typeToken(
  type: ApexType,
  name: string,
  position: Position,
  context: BodyContext,
): BoundExpression | null {
  const object = type.sobject;
  if (!object) return null;
  if (name.toLowerCase() === 'sobjecttype') {
    const token = context.types.known('Schema.SObjectType');
    if (!token) return context.fail(position, 'APX0903', `${object.name}.SObjectType`);
    return { kind: 'objectToken', object: object.name, type: token, position };
  }
  const field = object.fields.get(name.toLowerCase());
  if (!field) return null;
  const token = context.types.known('Schema.SObjectField');
  if (!token) return context.fail(position, 'APX0903', `${object.name}.${field.name}`);
  return { kind: 'fieldToken', object: object.name, field: field.name, type: token, position };
}
