import type { BoundExpression } from '../../3-check/bound.ts';
import { place } from '../marks.ts';
import type { FunctionScope } from '../FunctionScope.ts';
import { dereference, emit, emitAll } from './index.ts';

type Node<K extends BoundExpression['kind']> = Extract<BoundExpression, { kind: K }>;

export function emitConstruct(node: Node<'construct'>, scope: FunctionScope): string {
  const args = node.args.map((argument) => emit(argument, scope));
  const { constructor, type } = node;
  const mark = place(node.position);
  if (constructor.project) {
    return `${mark}${scope.unit.classOf(constructor.project.owner)}.n$${constructor.jsName}(${args.join(', ')})`;
  }
  if (type.project) {
    return `${mark}$rt.newException(new ${scope.unit.classOf(type.project)}(), ${exceptionArguments(constructor, args)})`;
  }
  const implementation = scope.unit.platform(constructor.platform!.id);
  return `${mark}${implementation}(${[scope.unit.type(type), ...args].join(', ')})`;
}

/** Message and cause: a constructor of Exception takes one, both or none of them. */
export function exceptionArguments(constructor: Node<'construct'>['constructor'], args: readonly string[]): string {
  const message = constructor.parameters.findIndex((parameter) => parameter.type.name === 'String');
  const cause = constructor.parameters.findIndex((parameter) => parameter.type.name !== 'String');
  return `${args[message] ?? 'null'}, ${args[cause] ?? 'null'}`;
}

export function emitNewList(node: Node<'newList'>, scope: FunctionScope): string {
  return `$rt.newList(${scope.unit.type(node.type)}, [${emitAll(node.elements, scope)}])`;
}

export function emitNewArray(node: Node<'newArray'>, scope: FunctionScope): string {
  return `$rt.newArray(${scope.unit.type(node.type)}, ${dereference(node.size, scope)})`;
}

export function emitNewSet(node: Node<'newSet'>, scope: FunctionScope): string {
  return `$rt.newSet(${scope.unit.type(node.type)}, [${emitAll(node.elements, scope)}])`;
}

export function emitNewMap(node: Node<'newMap'>, scope: FunctionScope): string {
  const entries = node.entries.map(([key, value]) => `[${emit(key, scope)}, ${emit(value, scope)}]`);
  return `$rt.newMap(${scope.unit.type(node.type)}, [${entries.join(', ')}])`;
}

export function emitNewRecord(node: Node<'newRecord'>, scope: FunctionScope): string {
  const values = (isRelationship: boolean): string =>
    node.values
      .filter((value) => value.isRelationship === isRelationship)
      .map((value) => `[${JSON.stringify(value.field)}, ${emit(value.value, scope)}]`)
      .join(', ');
  return `${place(node.position)}$rt.newRecord(${JSON.stringify(node.type.name)}, [${values(false)}], [${values(true)}])`;
}

/**
 * The rows, or the number of a COUNT() query.
 *
 * @param method `queryParts` for a loop over the rows, which Salesforce reads in parts.
 */
export function emitQuery(node: Node<'query'>, scope: FunctionScope, method = 'query'): string {
  const binds = emitAll(node.binds, scope);
  return `${place(node.position)}$rt.${method}(${JSON.stringify(node.text)}, [${binds}], ${scope.unit.callSite(scope.type)})`;
}
