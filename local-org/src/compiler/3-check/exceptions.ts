import type { ApexType } from '../symbols/ApexType.ts';
import type { BodyContext } from './BodyContext.ts';

export function isExceptionType(type: ApexType, context: BodyContext): boolean {
  return [type, ...context.members.ancestors(type)].some((level) => level.name === 'System.Exception');
}
