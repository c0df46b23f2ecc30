import type { ResolvedCondition, ResolvedOperand, ResolvedValue } from '../resolve/ResolvedQuery.ts';

type Comparison = Extract<ResolvedCondition, { kind: 'comparison' }>;

const DIRECTIONS = { '<': '<=', '<=': '<=', '>': '>=', '>=': '>=' } as const;

/**
 * The comparison with one value that holds whenever one of the branches does: each compares the operand with that value in the same
 * direction or by equality. Null when there is none.
 */
export function impliedBound(
  branches: readonly ResolvedCondition[],
  isOperand: (operand: ResolvedOperand) => boolean,
): Comparison | null {
  for (const candidate of comparisonsOf(branches[0]).concat(comparisonsOf(branches[1]))) {
    if (!isOperand(candidate.operand)) continue;
    const operator = DIRECTIONS[candidate.operator as keyof typeof DIRECTIONS] as '<=' | '>=' | undefined;
    if (!operator) continue;
    const allowed: readonly string[] = ['=', operator, operator[0] ?? ''];
    const holdsIn = (branch: ResolvedCondition): boolean =>
      comparisonsOf(branch).some(
        (other) =>
          isOperand(other.operand) && allowed.includes(other.operator) && isSameValue(other.value, candidate.value),
      );
    if (branches.every(holdsIn)) return { ...candidate, operator };
  }
  return null;
}

/** The comparisons that all must hold for a branch to hold. */
function comparisonsOf(branch: ResolvedCondition | undefined): Comparison[] {
  if (branch?.kind === 'comparison') return [branch];
  return branch?.kind === 'and' ? branch.items.filter((item) => item.kind === 'comparison') : [];
}

/** Null would make equality mean something else than the bound, so only values that may be ordered count. */
function isSameValue(left: ResolvedValue, right: ResolvedValue): boolean {
  if (left.kind === 'bind' && right.kind === 'bind') return left.name.toLowerCase() === right.name.toLowerCase();
  return left.kind === 'constant' && right.kind === 'constant' && left.value !== null && left.value === right.value;
}
