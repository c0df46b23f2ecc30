import type { Position } from '../diagnostics.ts';
import type { FieldSymbol, MethodSymbol } from '../symbols/Member.ts';
import type { BodyContext } from './BodyContext.ts';
import type { BoundExpression, VisibleVariable } from './bound.ts';
import { instanceField, staticField } from './names.ts';

const DYNAMIC_QUERIES = new Set(['query', 'countquery', 'getquerylocator', 'getcursor', 'getpaginationcursor']);

/** Whether a method binds `:name` in the text of a query to variables of its caller. */
export function takesBinds(method: MethodSymbol): boolean {
  return (
    method.ownerName === 'Database' &&
    DYNAMIC_QUERIES.has(method.name.toLowerCase()) &&
    method.parameters[0]?.type.name === 'String'
  );
}

/** Variables and own fields that a dynamic query may name; the nearest of a name comes last. */
export function visibleVariables(position: Position, context: BodyContext): VisibleVariable[] {
  const fields = [...context.type.fields.values()].filter((field) => field.isStatic || !context.isStatic);
  const locals = context.locals().map((variable): VisibleVariable => ({
    name: variable.name,
    value: { kind: 'local', variable, type: variable.type, position },
  }));
  return [...fields.map((field) => ({ name: field.name, value: fieldValue(field, position, context) })), ...locals];
}

function fieldValue(field: FieldSymbol, position: Position, context: BodyContext): BoundExpression {
  if (field.isStatic) return staticField(field, position, context);
  return instanceField({ kind: 'this', type: context.type.type, position }, field, position, context);
}
