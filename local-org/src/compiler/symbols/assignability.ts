import { isCollection, numberRank, type ApexType } from './ApexType.ts';
import type { MemberTable } from './members.ts';

/**
 * Whether a value may be assigned without a cast. Verified case by case with Salesforce's compiler front end
 * (package @salesforce/code-analyzer-sfge-engine): lists and map values are covariant, sets are not.
 */
export function isAssignable(from: ApexType, to: ApexType, members: MemberTable): boolean {
  if (from === to) return from.kind !== 'void';
  if (from.kind === 'unknown' || to.kind === 'unknown') return true;
  if (from.kind === 'void' || to.kind === 'void') return false;
  if (from.kind === 'null' || to.kind === 'object') return true;
  if (from.kind === 'query') return isQueryAssignable(from, to, members);
  if (from.kind === 'primitive' || to.kind === 'primitive') return isPrimitiveAssignable(from, to);
  if (from.kind === 'sobject') return to.kind === 'sobject' && to.sobject === null;
  if (isCollection(from) || isCollection(to)) return isCollectionAssignable(from, to, members);
  return members.isSubtype(from, to) || isGenericSubtype(from, to, members);
}

function isPrimitiveAssignable(from: ApexType, to: ApexType): boolean {
  const rankFrom = numberRank(from);
  const rankTo = numberRank(to);
  if (rankFrom > 0 && rankTo > 0) return rankFrom < rankTo || (rankFrom >= 3 && rankTo >= 3);
  if (from.name === 'Id' || from.name === 'String') return to.name === 'Id' || to.name === 'String';
  return from.name === 'Date' && to.name === 'Datetime';
}

function isCollectionAssignable(from: ApexType, to: ApexType, members: MemberTable): boolean {
  if (from.base !== to.base) return isGenericSubtype(from, to, members);
  const pairs = from.args.map((arg, index) => [arg, to.args[index]!] as const);
  if (from.base === 'Set') return pairs.every(([one, other]) => one === other);
  if (from.base === 'List') return pairs.every(([one, other]) => isElementAssignable(one, other, members));
  const [key, value] = pairs;
  const isNumber = numberRank(value![0]) > 0 && value![0] !== value![1];
  return key![0] === key![1] && !isNumber && isAssignable(value![0], value![1], members);
}

/** Elements keep their values as they are, so numbers do not widen; a list of SObject may hold records of one object. */
function isElementAssignable(from: ApexType, to: ApexType, members: MemberTable): boolean {
  if (from === to) return true;
  if (from.kind === 'sobject' && to.kind === 'sobject') return from.sobject === null || to.sobject === null;
  if (from.kind === 'primitive' && to.kind === 'primitive')
    return isPrimitiveAssignable(from, to) && numberRank(from) === 0;
  return isAssignable(from, to, members);
}

/** `Iterable<String>` from `List<String>`, a project class from `Iterator<SObject>`. */
function isGenericSubtype(from: ApexType, to: ApexType, members: MemberTable): boolean {
  if (to.args.length === 0) return members.isSubtype(from, to);
  return [from, ...members.ancestors(from)].some(
    (parent) =>
      parent.base === to.base && parent.args.every((arg, index) => isElementAssignable(arg, to.args[index]!, members)),
  );
}

function isQueryAssignable(from: ApexType, to: ApexType, members: MemberTable): boolean {
  const row = from.args[0]!;
  if (to.kind === 'sobject') return row === to || to.sobject === null;
  if (row === to) return true;
  return to.base === 'List' && isElementAssignable(row, to.args[0]!, members);
}

/** Whether a cast can succeed at run time: one side is a subtype of the other, or an interface is involved. */
export function isCastable(from: ApexType, to: ApexType, members: MemberTable): boolean {
  if (isAssignable(from, to, members) || isAssignable(to, from, members)) return true;
  if (from.kind === 'void' || to.kind === 'void') return false;
  // A reference to several objects reads as Name, the record behind it is one of them: `(User) record.Owner`.
  // Source: Apex Developer Guide, "Working with Polymorphic Relationships in SOQL Queries".
  if (from.name === 'Name' && from.sobject && to.kind === 'sobject') return true;
  if (from.kind === 'primitive' || to.kind === 'primitive') return numberRank(from) > 0 && numberRank(to) > 0;
  if (from.base === 'Set' && to.base === 'Set') return false;
  if (isCollection(from) && from.base === to.base) {
    return from.args.every((arg, index) => isCastable(arg, to.args[index]!, members));
  }
  return couldImplement(from, to) || couldImplement(to, from);
}

function couldImplement(type: ApexType, other: ApexType): boolean {
  const kind = other.project?.declared.kind ?? other.platform?.kind;
  return kind === 'interface' && (type.project?.declared.kind === 'interface' || (type.project?.isExtensible ?? false));
}
