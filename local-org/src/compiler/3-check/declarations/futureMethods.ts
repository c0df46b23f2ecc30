import { isCollection, shortName, type ApexType } from '../../symbols/ApexType.ts';
import type { MethodSymbol } from '../../symbols/Member.ts';
import type { Report } from './Report.ts';

/**
 * What `@Future` demands. Source: Apex Developer Guide, "Future Annotation": static, void, and parameters that are primitive
 * or arrays or collections of primitives. The compiler front end also refuses collections of collections.
 */
export function checkFuture(method: MethodSymbol, report: Report): void {
  const { position } = method.project!.declared;
  if (!method.isStatic) report(position, 'APX0150', 'Future', 'methods', 'static', method.name);
  if (method.returns.kind !== 'void') report(position, 'APX0168', 'Future', shortName(method.returns), method.name);
  const wrong = method.parameters.find(({ type }) => !isAllowed(type));
  if (wrong) report(position, 'APX0167', 'Future', shortName(wrong.type), method.name);
}

function isAllowed(type: ApexType): boolean {
  const parts = isCollection(type) ? type.args : [type];
  return parts.every((part) => part.kind === 'primitive');
}
