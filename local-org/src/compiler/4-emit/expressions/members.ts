import type { BoundExpression } from '../../3-check/bound.ts';
import { place } from '../marks.ts';
import type { FunctionScope } from '../FunctionScope.ts';
import { dereference, emit } from './index.ts';

type Node<K extends BoundExpression['kind']> = Extract<BoundExpression, { kind: K }>;

export function emitField(node: Node<'field'>, scope: FunctionScope): string {
  return `${place(node.position)}${dereference(node.target, scope)}.${node.field.jsName}`;
}

export function emitStaticField(node: Node<'staticField'>, scope: FunctionScope): string {
  return `${place(node.position)}${scope.unit.classOf(node.field.owner)}.$s().${node.field.jsName}`;
}

/** Through the getter if it has a body, else from its place. */
export function emitProperty(node: Node<'property'>, scope: FunctionScope): string {
  const getter = node.field.property?.getter;
  const access = getter?.hasBody ? `${getter.jsName}()` : node.field.jsName;
  return `${place(node.position)}${propertyOwner(node, getter?.hasBody ?? false, scope)}.${access}`;
}

/** What the accessor or the stored value hangs on. */
export function propertyOwner(node: Node<'property'>, isAccessor: boolean, scope: FunctionScope): string {
  if (node.target) return dereference(node.target, scope);
  const owner = scope.unit.classOf(node.field.owner);
  return isAccessor ? owner : `${owner}.$s()`;
}

export function emitPlatformProperty(node: Node<'platformProperty'>, scope: FunctionScope): string {
  const implementation = scope.unit.platform(node.property.declaration.id);
  return `${place(node.position)}${implementation}(${node.target ? dereference(node.target, scope) : ''})`;
}

/** A chain of parents is null where one of them is: `user.Profile.UserLicense.Name`. */
function ofRecord(target: BoundExpression, access: string, scope: FunctionScope, orElse = 'null'): string {
  let inner = target;
  while (inner.kind === 'parenthesized') inner = inner.operand;
  if (inner.kind === 'recordParent') return `(${emit(inner, scope)}?.${access} ?? ${orElse})`;
  const value = `${dereference(target, scope)}.${access}`;
  return orElse === 'null' ? value : `(${value} ?? ${orElse})`;
}

/**
 * A Boolean field that holds null reads as false with dot notation; only SObject.get, JSON and DML see the null.
 * Source: Salesforce R&D on case 14025277, quoted in salesforce.stackexchange.com/questions/127548.
 */
export function emitRecordField(node: Node<'recordField'>, scope: FunctionScope): string {
  const orElse = node.type.name === 'Boolean' ? 'false' : 'null';
  return place(node.position) + ofRecord(node.target, `get(${JSON.stringify(node.field)})`, scope, orElse);
}

export function emitRecordParent(node: Node<'recordParent'>, scope: FunctionScope): string {
  return place(node.position) + ofRecord(node.target, `getParent(${JSON.stringify(node.relationship)})`, scope);
}

export function emitRecordChildren(node: Node<'recordChildren'>, scope: FunctionScope): string {
  return place(node.position) + ofRecord(node.target, `getChildren(${JSON.stringify(node.relationship)})`, scope);
}

export function emitElement(node: Node<'element'>, scope: FunctionScope): string {
  return `${place(node.position)}${dereference(node.target, scope)}.get(${dereference(node.index, scope)})`;
}
