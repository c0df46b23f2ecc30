import type { ApexType } from './ApexType.ts';
import { isAssignable } from './assignability.ts';
import type { Signature } from './Member.ts';
import type { MemberTable } from './members.ts';

export type Overload<Candidate> = { readonly found: Candidate } | { readonly problem: 'none' | 'ambiguous' };

/** The candidate whose parameters fit most specifically, decided by the static types of the arguments alone. */
export function chooseOverload<Candidate extends Signature>(
  candidates: readonly Candidate[],
  args: readonly ApexType[],
  members: MemberTable,
): Overload<Candidate> {
  const fitting = candidates.filter(
    ({ parameters }) =>
      parameters.length === args.length &&
      parameters.every((parameter, index) => isAssignable(args[index]!, parameter.type, members)),
  );
  if (fitting.length === 0) return { problem: 'none' };
  const exact = fitting.filter(({ parameters }) =>
    parameters.every((parameter, index) => parameter.type === args[index]),
  );
  if (exact.length > 0) return { found: exact[0]! };
  const winner = fitting.filter((one) =>
    fitting.every((other) => other === one || isBetter(one, other, args, members)),
  );
  if (winner.length > 0) return { found: winner[0]! };
  // Double and Decimal take each other: the first of equals is as good as the second. Null decides nothing.
  const isOpen = args.some((argument) => argument.kind === 'null');
  const best = isOpen ? [] : fitting.filter((one) => fitting.every((other) => isAsGood(one, other, args, members)));
  return best.length > 0 ? { found: best[0]! } : { problem: 'ambiguous' };
}

function isBetter(one: Signature, other: Signature, args: readonly ApexType[], members: MemberTable): boolean {
  return isAsGood(one, other, args, members) && !isAsGood(other, one, args, members);
}

/** At no argument less specific. Null fits everything equally well, even Object and String. */
function isAsGood(one: Signature, other: Signature, args: readonly ApexType[], members: MemberTable): boolean {
  return one.parameters.every((parameter, index) => {
    const rival = other.parameters[index]!.type;
    const argument = args[index]!;
    if (parameter.type === rival || argument.kind === 'null') return true;
    if (argument.kind === 'query') return queryRank(parameter.type, argument) >= queryRank(rival, argument);
    if (parameter.type === argument) return true;
    if (rival === argument) return false;
    return isAssignable(parameter.type, rival, members);
  });
}

/** An inline query goes as a list where it can, else as a record; its own object comes before SObject. */
function queryRank(type: ApexType, query: ApexType): number {
  const [row] = query.args;
  if (type.base === 'List') return type.args[0] === row ? 4 : 3;
  if (type.kind !== 'sobject') return 0;
  return type === row ? 2 : 1;
}
