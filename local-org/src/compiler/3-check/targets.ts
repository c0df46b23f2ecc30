import type { FieldSymbol } from '../symbols/Member.ts';
import type { BodyContext } from './BodyContext.ts';
import type { BoundExpression } from './bound.ts';
import { isVisible } from './visibility.ts';

/** What may stand left of an assignment. `reads` for `+=` and `++`, which need the value as well. */
export function checkTarget(
  target: BoundExpression,
  { reads }: { readonly reads: boolean },
  context: BodyContext,
): BoundExpression {
  const { position } = target;
  switch (target.kind) {
    case 'local':
      if (target.variable.isFinal) context.fail(position, 'APX0209', target.variable.name);
      return target;
    case 'field':
    case 'staticField':
      checkFinal(target.field, target, context);
      checkAccessors(target.field, reads, target, context);
      return target;
    case 'property':
      checkFinal(target.field, target, context);
      checkAccessors(target.field, reads, target, context);
      return target;
    case 'platformProperty':
      if (!target.property.declaration.isWritable) context.fail(position, 'APX0210', target.property.declaration.name);
      return target;
    case 'recordField':
      checkWritable(target, context);
      return target;
    case 'recordParent':
    case 'element':
      return target;
    case 'parenthesized':
      return checkTarget(target.operand, { reads }, context);
    default:
      return context.fail(position, 'APX0208');
  }
}

/** Refuses to read a property that has no getter here. */
export function checkReadable(value: BoundExpression, context: BodyContext): BoundExpression {
  if (value.kind !== 'field' && value.kind !== 'staticField' && value.kind !== 'property') return value;
  const { field } = value;
  if (!field.property || context.accessorOf === field) return value;
  const { getter } = field.property;
  if (!getter || !isVisible(field, context.type, getter.access)) context.fail(value.position, 'APX0211', field.name);
  return value;
}

function checkFinal(field: FieldSymbol, target: BoundExpression, context: BodyContext): void {
  // A final property may fill its place in its own accessors (mitchspano/apex-trigger-actions-framework, TriggerBase).
  if (!field.isFinal || context.accessorOf === field) return;
  const isOwn =
    field.owner === context.type &&
    (target.kind === 'staticField' ||
      ('target' in target && (target.target === null || target.target?.kind === 'this')));
  if (!isOwn || !context.mayInitialize || field.isStatic !== context.isStatic) {
    context.fail(target.position, 'APX0209', field.name);
  }
}

function checkAccessors(field: FieldSymbol, reads: boolean, target: BoundExpression, context: BodyContext): void {
  if (!field.property || context.accessorOf === field) return;
  const { getter, setter } = field.property;
  if (!setter || !isVisible(field, context.type, setter.access)) context.fail(target.position, 'APX0210', field.name);
  if (reads && (!getter || !isVisible(field, context.type, getter.access)))
    context.fail(target.position, 'APX0211', field.name);
}

function checkWritable(target: Extract<BoundExpression, { kind: 'recordField' }>, context: BodyContext): void {
  const object = target.target.type.sobject;
  const field = object?.fields.get(target.field.toLowerCase());
  if (!object || !field || field.name === 'Id' || field.isCreateable || field.isUpdateable) return;
  context.fail(target.position, 'APX0212', object.name, field.name);
}
