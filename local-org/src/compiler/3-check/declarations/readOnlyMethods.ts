import { findAnnotation, hasWord } from '../../2-declare/modifiers.ts';
import type { MethodSymbol } from '../../symbols/Member.ts';
import type { Report } from './Report.ts';

const DOORS = ['RemoteAction', 'HttpGet', 'HttpPost', 'HttpPut', 'HttpPatch', 'HttpDelete'];

/** Source: Apex Developer Guide, "ReadOnly Annotation": the request must begin with the method. */
export function checkReadOnly(method: MethodSymbol, report: Report): void {
  const { modifiers, position } = method.project!.declared;
  const [parameter] = method.parameters;
  const isScheduled = method.name.toLowerCase() === 'execute' && parameter?.type.base === 'System.SchedulableContext';
  if (isScheduled || hasWord(modifiers, 'webservice')) return;
  if (!DOORS.some((door) => findAnnotation(modifiers, door))) report(position, 'APX0185');
}
