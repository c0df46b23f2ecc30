import type { Position } from '../diagnostics.ts';
import { isEnum, type ApexType } from '../symbols/ApexType.ts';
import type { FieldSymbol } from '../symbols/Member.ts';
import type { ProjectType } from '../symbols/ProjectType.ts';
import type { BodyContext } from './BodyContext.ts';
import type { BoundExpression } from './bound.ts';
import type { Entity } from './entities.ts';
import { codeOfMissingType } from './unsupported.ts';
import { isVisible } from './visibility.ts';

const PREFIXES = new Set([
  'system',
  'schema',
  'database',
  'label',
  'trigger',
  'messaging',
  'eventbus',
  'sobjecttype',
  'userinfo',
  'connectapi',
  'auth',
  // Namespaces of which the local org has nothing: the type behind the dot is refused by name.
  ...['apexpages', 'approval', 'cache', 'canvas', 'datacloud', 'dataweave', 'dom', 'flow', 'formulaeval', 'invocable'],
  ...['kbmanagement', 'metadata', 'process', 'quickaction', 'reports', 'search', 'site', 'support', 'wave'],
]);

/** What a simple name means: a variable, then a field, then a type. */
export function lookUp(name: string, position: Position, context: BodyContext): Entity {
  const local = context.local(name);
  if (local) return { kind: 'value', value: { kind: 'local', variable: local, type: local.type, position } };
  const field = findField(name, position, context);
  if (field) return { kind: 'value', value: field };
  const isTrigger = name.toLowerCase() === 'trigger' && !context.types.projectTypes.has('trigger');
  const type = isTrigger ? null : context.types.resolve({ name, args: [] }, context.type);
  if (type) return { kind: 'type', type, path: name, position };
  if (PREFIXES.has(name.toLowerCase())) return { kind: 'prefix', path: name, position };
  const code = codeOfMissingType(name, context.types);
  return context.fail(position, code === 'APX0102' ? 'APX0201' : code, name);
}

/** A field of this class or its superclasses, or a static one of the classes around it. */
function findField(name: string, position: Position, context: BodyContext): BoundExpression | null {
  for (let type: ProjectType | null = context.type; type; type = type.outer) {
    const field = context.members.field(type.type, name);
    if (!field) continue;
    if (!isVisible(field, context.type)) continue;
    if (isForwardReference(field, context)) context.fail(position, 'APX0220', name);
    if (field.isStatic) return staticField(field, position, context);
    if (type !== context.type || context.isStatic) {
      return context.fail(position, 'APX0207', name, type.name);
    }
    const target: BoundExpression = { kind: 'this', type: context.type.type, position };
    return instanceField(target, field, position, context);
  }
  return null;
}

/** A field's initial value may only use fields above it. */
function isForwardReference(field: FieldSymbol, context: BodyContext): boolean {
  const { initializes } = context;
  if (!initializes || field.owner !== initializes.owner || field.isStatic !== initializes.isStatic || field.property)
    return false;
  const { index } = field.declared;
  const own = initializes.declared;
  const isLaterVariable =
    index === own.index && 'variable' in field.declared && 'variable' in own && field.declared.variable >= own.variable;
  return index > own.index || isLaterVariable;
}

export function instanceField(
  target: BoundExpression,
  field: FieldSymbol,
  position: Position,
  context: BodyContext,
): BoundExpression {
  const { type } = field;
  return usesAccessor(field, context)
    ? { kind: 'property', target, field, type, position }
    : { kind: 'field', target, field, type, position };
}

export function staticField(field: FieldSymbol, position: Position, context: BodyContext): BoundExpression {
  const { type } = field;
  return usesAccessor(field, context)
    ? { kind: 'property', target: null, field, type, position }
    : { kind: 'staticField', field, type, position };
}

function usesAccessor(field: FieldSymbol, context: BodyContext): boolean {
  if (!field.property || context.accessorOf === field) return false;
  const { getter, setter } = field.property;
  return (getter?.hasBody ?? false) || (setter?.hasBody ?? false);
}

/** `Color.RED`, canonical. Null when the enum has no such constant. */
export function enumConstant(type: ApexType, name: string, position: Position): BoundExpression | null {
  if (!isEnum(type)) return null;
  const constants = type.project?.declared.enumValues ?? type.platform?.enumValues ?? [];
  const constant = constants.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return constant === undefined ? null : { kind: 'enumConstant', name: constant, type, position };
}
