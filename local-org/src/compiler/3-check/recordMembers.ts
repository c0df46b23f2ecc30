import { isKnownField } from '../../platform/known/knownFields.ts';
import type { FieldDescription, ObjectDescription } from '../../schema/SchemaCatalog.ts';
import type { Position } from '../diagnostics.ts';
import type { ApexType } from '../symbols/ApexType.ts';
import type { BodyContext } from './BodyContext.ts';
import type { BoundExpression } from './bound.ts';

/** A field, parent or child list of a record. */
export function recordMember(
  target: BoundExpression,
  name: string,
  position: Position,
  context: BodyContext,
): BoundExpression {
  const object = target.type.sobject;
  if (!object) {
    // Every record has an Id; other fields need to know which object it is.
    if (name.toLowerCase() !== 'id') return context.fail(position, 'APX0419', name);
    return { kind: 'recordField', target, field: 'Id', type: context.types.primitive('Id'), position };
  }
  const field = object.fields.get(name.toLowerCase());
  if (field) return { kind: 'recordField', target, field: field.name, type: fieldType(field, context), position };
  const reference = findRelationship(object, name);
  if (reference) {
    return {
      kind: 'recordParent',
      target,
      relationship: reference.relationshipName!,
      type: parentType(reference, context),
      position,
    };
  }
  const children = object.childRelationships.find((child) => child.name.toLowerCase() === name.toLowerCase());
  if (children && context.world.schema.object(children.childObject)) {
    const type = context.types.collection('List', context.types.ofObject(children.childObject));
    return { kind: 'recordChildren', target, relationship: children.name, type, position };
  }
  return context.fail(position, isKnownField(object.name, name) ? 'APX0906' : 'APX0204', name, object.name);
}

export function fieldType(field: FieldDescription, context: BodyContext): ApexType {
  return context.types.known(field.apexType) ?? context.types.object;
}

export function findRelationship(object: ObjectDescription, name: string): FieldDescription | undefined {
  const key = name.toLowerCase();
  return [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === key);
}

/** A reference to more than one object can only be read as the fields that all of them share: Name, or SObject. */
export function parentType(reference: FieldDescription, context: BodyContext): ApexType {
  const [only, ...others] = reference.referenceTo;
  if (only && others.length === 0 && context.world.schema.object(only)) return context.types.ofObject(only);
  return context.world.schema.object('Name') ? context.types.ofObject('Name') : context.types.sobject;
}
