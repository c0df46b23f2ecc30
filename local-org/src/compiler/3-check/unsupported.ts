import { isKnownField } from '../../platform/known/knownFields.ts';
import { hasKnownArity, isKnownMember, isKnownType } from '../../platform/known/knownTypes.ts';
import type { MessageCode } from '../diagnostics.ts';
import type { ApexType } from '../symbols/ApexType.ts';
import type { MethodSymbol } from '../symbols/Member.ts';
import type { TypeTable } from '../symbols/TypeTable.ts';

// What is not declared is either unknown on Salesforce too, or known there and not built here: two codes, because the first is
// a mistake of who wrote the Apex and the second is not.

/** The code for a type that nothing declares. */
export function codeOfMissingType(name: string, types: TypeTable): MessageCode {
  if (types.schema.isKnownButUnsupported(name)) return 'APX0904';
  const isDeclared = types.platform.findType(name) !== undefined;
  return isKnownType(name) && !isDeclared ? 'APX0902' : 'APX0102';
}

/** True when Salesforce has such a method, with other parameters than those that are declared here. */
export function isKnownMethod(
  type: ApexType,
  name: string,
  argumentCount: number,
  declared: readonly MethodSymbol[],
): boolean {
  const owner = platformNameOf(type);
  if (!owner || declared.some(({ parameters }) => parameters.length === argumentCount)) return false;
  return declared.length === 0 ? isKnownMember(owner, name) : hasKnownArity(owner, name, argumentCount);
}

/** True when Salesforce has a field or property of this name that is not declared here. */
export function isKnownProperty(type: ApexType, name: string): boolean {
  if (type.sobject) return isKnownField(type.sobject.name, name);
  const owner = platformNameOf(type);
  return owner !== null && isKnownMember(owner, name, 'field');
}

function platformNameOf(type: ApexType): string | null {
  if (type.kind === 'sobject') return 'System.SObject';
  return type.kind === 'platform' || type.kind === 'primitive' ? (type.platform?.qualifiedName ?? type.base) : null;
}
