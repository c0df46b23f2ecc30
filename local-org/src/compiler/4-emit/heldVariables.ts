import type { BoundStatement, LocalVariable } from '../3-check/bound.ts';
import type { ApexType } from '../symbols/ApexType.ts';

/** A few bytes each: variables of these types are not asked for when the heap is measured. */
const SMALL =
  /^System\.(Integer|Long|Double|Decimal|Boolean|Date|Datetime|Time|Id)$|^(Integer|Long|Double|Decimal|Boolean|Date|Datetime|Time|Id)$/;

/** Whether a variable of the type can hold much of the heap. */
export function isHeld(type: ApexType): boolean {
  return !SMALL.test(type.name) && type.project?.declared.kind !== 'enum';
}

/**
 * The names of variables in a body that can hold much of the heap. Apex lets blocks beside each other use a name for different
 * types; then each variable of that name counts.
 */
export function heldVariables(statements: readonly BoundStatement[]): Set<string> {
  const names = new Set<string>();
  search(statements, names);
  return names;
}

/** What expressions refer to leads out of the body. */
const LEAVES = new Set(['type', 'of', 'field', 'method', 'constructor', 'position', 'key', 'property']);

function search(node: unknown, names: Set<string>): void {
  if (Array.isArray(node)) {
    for (const child of node) search(child, names);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { kind, variable } = node as { kind?: string; variable?: LocalVariable };
  if (kind === 'local' && variable && 'value' in node && isHeld(variable.type)) names.add(variable.jsName);
  for (const [name, child] of Object.entries(node)) {
    if (name !== 'variable' && !LEAVES.has(name)) search(child, names);
  }
}
