import type { Position } from '../diagnostics.ts';
import type { BodyContext } from './BodyContext.ts';
import type { BoundExpression } from './bound.ts';
import type { Entity } from './entities.ts';
import { typeToken } from './tokens.ts';
import { codeOfMissingType } from './unsupported.ts';

/** Before the name of an object whose field tokens follow; no name in Apex holds a colon. */
export const FIELDS = 'fields:';

/** What follows `System.`, `Label.`, `Trigger.`, `Schema.SObjectType.` and namespaces. */
export function prefixedMember(
  left: Extract<Entity, { kind: 'prefix' }>,
  name: string,
  position: Position,
  context: BodyContext,
): Entity {
  const prefix = left.path.toLowerCase();
  if (prefix === 'label' || prefix === 'system.label') return value(label(name, position, context));
  if (prefix === 'trigger' || prefix === 'system.trigger') return value(triggerVariable(name, position, context));
  if (prefix === 'sobjecttype' || prefix === 'schema.sobjecttype')
    return value(describedObject(name, position, context));
  if (left.path.startsWith(FIELDS)) {
    const token = typeToken(context.types.ofObject(left.path.slice(FIELDS.length)), name, position, context);
    return token ? value(token) : context.fail(position, 'APX0204', name, left.path.slice(FIELDS.length));
  }
  const path = `${left.path}.${name}`;
  const type = context.types.resolve({ name: path, args: [] }, context.type);
  if (/^(system\.(label|trigger)|schema\.sobjecttype)$/i.test(path)) return { kind: 'prefix', path, position };
  if (type) return { kind: 'type', type, path, position };
  const code = codeOfMissingType(path, context.types);
  return context.fail(position, code === 'APX0102' ? 'APX0201' : code, path);
}

function value(expression: BoundExpression): Entity {
  return { kind: 'value', value: expression };
}

function label(name: string, position: Position, context: BodyContext): BoundExpression {
  if (!context.world.hasLabel(name)) context.fail(position, 'APX0214', name);
  return { kind: 'label', name, type: context.types.primitive('String'), position };
}

export function describedObject(name: string, position: Position, context: BodyContext): BoundExpression {
  const object = context.world.schema.object(name);
  const type = context.types.known('Schema.DescribeSObjectResult');
  if (!object)
    return context.fail(position, context.world.schema.isKnownButUnsupported(name) ? 'APX0904' : 'APX0102', name);
  if (!type) return context.fail(position, 'APX0903', `Schema.SObjectType.${name}`);
  return { kind: 'describeObject', object: object.name, type, position };
}

const FLAGS = ['isExecuting', 'isBefore', 'isAfter', 'isInsert', 'isUpdate', 'isDelete', 'isUndelete'];
const LISTS = ['new', 'old'];
const MAPS = ['newMap', 'oldMap'];

function triggerVariable(name: string, position: Position, context: BodyContext): BoundExpression {
  const { types } = context;
  const object = context.type.outermost.unit.trigger?.object;
  const record = object && context.world.schema.object(object) ? types.ofObject(object) : types.sobject;
  const find = (names: readonly string[]): string | undefined =>
    names.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  const named = (canonical: string, type: BoundExpression['type']): BoundExpression => ({
    kind: 'triggerVariable',
    name: canonical,
    type,
    position,
  });
  const flag = find(FLAGS);
  if (flag) return named(flag, types.primitive('Boolean'));
  const list = find(LISTS);
  if (list) return named(list, types.collection('List', record));
  const map = find(MAPS);
  if (map) return named(map, types.collection('Map', types.primitive('Id'), record));
  if (find(['size'])) return named('size', types.primitive('Integer'));
  const operation = types.known('System.TriggerOperation');
  if (find(['operationType']) && operation) return named('operationType', operation);
  return context.fail(position, 'APX0201', `Trigger.${name}`);
}
