import type { BoundExpression, BoundStatement, LocalVariable } from '../3-check/bound.ts';
import { forgetNeverNull, isNeverNull, rememberNeverNull } from './expressions/nulls.ts';

type Assignment = readonly [variable: LocalVariable, value: BoundExpression];

/**
 * Finds the variables of a body that never hold null, so that reading them needs no check: declared with a value, and whatever
 * is assigned to them cannot be null either. Loops that count are as fast as in JavaScript by that.
 */
export function findNeverNull(statements: readonly BoundStatement[]): void {
  const declared = new Set<LocalVariable>();
  const assignments: Assignment[] = [];
  search(statements, declared, assignments);
  for (const variable of declared) rememberNeverNull(variable);
  // One that can be null takes those with it that get its value.
  let isSettled = false;
  while (!isSettled) {
    isSettled = true;
    for (const [variable, value] of assignments) {
      if (!declared.has(variable) || isNeverNull(value)) continue;
      declared.delete(variable);
      forgetNeverNull(variable);
      isSettled = false;
    }
  }
}

function search(node: unknown, declared: Set<LocalVariable>, assignments: Assignment[]): void {
  if (Array.isArray(node)) {
    for (const child of node) search(child, declared, assignments);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const statement = node as BoundStatement | BoundExpression;
  if (statement.kind === 'local' && 'value' in statement && statement.value) {
    declared.add(statement.variable);
    assignments.push([statement.variable, statement.value]);
  }
  if (statement.kind === 'assign') {
    const target = withoutParentheses(statement.target);
    if (target.kind === 'local') assignments.push([target.variable, statement.value]);
  }
  for (const [name, child] of Object.entries(node)) if (!LEAVES.has(name)) search(child, declared, assignments);
}

/** What leads out of the body. */
const LEAVES = new Set(['type', 'of', 'field', 'method', 'constructor', 'variable', 'position', 'key', 'property']);

export function withoutParentheses(node: BoundExpression): BoundExpression {
  return node.kind === 'parenthesized' ? withoutParentheses(node.operand) : node;
}
