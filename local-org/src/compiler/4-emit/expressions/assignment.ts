import type { BoundExpression } from '../../3-check/bound.ts';
import { place } from '../marks.ts';
import type { FunctionScope } from '../FunctionScope.ts';
import { dereference, emit } from './index.ts';
import { withoutParentheses } from '../neverNullVariables.ts';
import { propertyOwner } from './members.ts';
import { isNeverNull, rememberNeverNull } from './nulls.ts';

type Node<K extends BoundExpression['kind']> = Extract<BoundExpression, { kind: K }>;

/** How one target is read and written once what it hangs on is computed. */
interface Place {
  /** Computes the temporaries that the place needs; empty when it needs none. */
  readonly prepare: readonly string[];
  readonly read: string;
  write(value: string): string;
}

export function emitAssign(node: Node<'assign'>, scope: FunctionScope): string {
  const target = withoutParentheses(node.target);
  const value = emit(node.value, scope);
  return `(${place(node.position)}${directPlace(target, scope).write(value)})`;
}

/** `+=`, `++` and the like. The value before is kept only where somebody looks at it. */
export function emitUpdate(node: Node<'update'>, scope: FunctionScope, isUsed: boolean): string {
  const written = withoutParentheses(node.target);
  const target = stablePlace(written, scope);
  if (isNeverNull(written)) rememberNeverNull(node.key);
  const steps = [...target.prepare];
  if (node.gives === 'before' && isUsed) {
    const before = scope.temporary();
    scope.bind(node.key, before);
    const result = isNeverNull(written) ? before : `(${before} ?? $n())`;
    steps.push(`${before} = ${target.read}`, target.write(emit(node.value, scope)), result);
  } else {
    scope.bind(node.key, target.read);
    steps.push(target.write(emit(node.value, scope)));
  }
  return `(${place(node.position)}${steps.join(', ')})`;
}

/** A place that is written once: nothing needs to be kept. */
function directPlace(target: BoundExpression, scope: FunctionScope): Place {
  return placeOf(target, scope, (node) => dereference(node, scope));
}

/** A place that is read and written: what it hangs on is computed once. */
function stablePlace(target: BoundExpression, scope: FunctionScope): Place {
  const prepare: string[] = [];
  const stable = placeOf(target, scope, (node) => {
    const isStable = node.kind === 'this' || (node.kind === 'literal' && node.value !== null);
    if (isStable) return emit(node, scope);
    const temporary = scope.temporary();
    prepare.push(`${temporary} = ${dereference(node, scope)}`);
    return temporary;
  });
  return { ...stable, prepare };
}

function placeOf(target: BoundExpression, scope: FunctionScope, hold: (node: BoundExpression) => string): Place {
  switch (target.kind) {
    case 'local':
      return variable(target.variable.jsName);
    case 'field':
      return variable(`${hold(target.target)}.${target.field.jsName}`);
    case 'staticField':
      return variable(emit(target, scope));
    case 'property':
      return propertyPlace(target, scope, hold);
    case 'platformProperty': {
      const { id } = target.property.declaration;
      const object = target.target ? [hold(target.target)] : [];
      const setter = scope.unit.platform(`${id}=`);
      const read = `${scope.unit.platform(id)}(${object.join('')})`;
      return { prepare: [], read, write: (value) => `$rt.setWith(${setter}, ${[value, ...object].join(', ')})` };
    }
    case 'recordField': {
      const record = hold(target.target);
      const field = JSON.stringify(target.field);
      return {
        prepare: [],
        read: `${record}.get(${field})`,
        write: (value) => `$rt.putField(${record}, ${field}, ${value})`,
      };
    }
    case 'recordParent': {
      const record = hold(target.target);
      const name = JSON.stringify(target.relationship);
      return {
        prepare: [],
        read: `${record}.getParent(${name})`,
        write: (value) => `$rt.putParent(${record}, ${name}, ${value})`,
      };
    }
    case 'element': {
      const list = hold(target.target);
      const index = hold(target.index);
      return {
        prepare: [],
        read: `${list}.get(${index})`,
        write: (value) => `$rt.setElement(${list}, ${index}, ${value})`,
      };
    }
    default:
      throw new Error(`A ${target.kind} cannot be assigned.`);
  }
}

function variable(code: string): Place {
  return { prepare: [], read: code, write: (value) => `${code} = ${value}` };
}

function propertyPlace(target: Node<'property'>, scope: FunctionScope, hold: (node: BoundExpression) => string): Place {
  const { field } = target;
  const { getter, setter } = field.property!;
  const object = target.target ? hold(target.target) : null;
  const owner = (isAccessor: boolean): string =>
    object ?? propertyOwner({ ...target, target: null }, isAccessor, scope);
  const read = getter?.hasBody ? `${owner(true)}.${getter.jsName}()` : `${owner(false)}.${field.jsName}`;
  if (!setter?.hasBody) return { prepare: [], read, write: (value) => `${owner(false)}.${field.jsName} = ${value}` };
  return {
    prepare: [],
    read,
    write: (value) => `$rt.setThrough(${owner(true)}, ${JSON.stringify(setter.jsName)}, ${value})`,
  };
}
