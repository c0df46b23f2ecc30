import { hasWord } from '../../2-declare/modifiers.ts';
import { isCollection, shortName, type ApexType } from '../../symbols/ApexType.ts';
import type { MethodSymbol } from '../../symbols/Member.ts';

/**
 * Why a method cannot be `@future`; null when it can. Source: Apex Developer Guide, "Future Annotation": static, void, and
 * parameters that are primitive or arrays or collections of primitives.
 */
export function futureProblem(method: MethodSymbol): string | null {
  const { modifiers } = method.project!.declared;
  if (!hasWord(modifiers, 'static')) return 'must be static';
  if (method.returns.kind !== 'void') return 'must return void';
  const wrong = method.parameters.find(({ type }) => !isPrimitive(type));
  return wrong ? `do not support parameter type of ${shortName(wrong.type)}` : null;
}

function isPrimitive(type: ApexType): boolean {
  return isCollection(type) ? type.args.every(isPrimitive) : type.kind === 'primitive';
}
