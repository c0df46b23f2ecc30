import { findAnnotation } from '../../2-declare/modifiers.ts';
import type { MethodSymbol } from '../../symbols/Member.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import { checkAuraMethod } from './auraMembers.ts';
import { checkFuture } from './futureMethods.ts';
import { checkInvocable } from './invocableMethods.ts';
import { checkReadOnly } from './readOnlyMethods.ts';
import type { Report } from './Report.ts';
import { checkRestMethod } from './restResources.ts';
import { checkTestMethod } from './testClasses.ts';

/** What an annotation demands of the method it stands on. */
export function checkAnnotatedMethod(
  method: MethodSymbol,
  overloads: readonly MethodSymbol[],
  type: ProjectType,
  report: Report,
): void {
  const { modifiers } = method.project!.declared;
  const has = (name: string): boolean => findAnnotation(modifiers, name) !== undefined;
  checkTestMethod(method, type, report);
  checkRestMethod(method, type, report);
  if (has('AuraEnabled')) checkAuraMethod(method, overloads, report);
  if (has('Future')) checkFuture(method, report);
  if (has('ReadOnly')) checkReadOnly(method, report);
  if (has('InvocableMethod')) checkInvocable(method, type, report);
}
