import { findAnnotation, hasWord, isTestMarked } from '../../2-declare/modifiers.ts';
import type { MessageCode, Position } from '../../diagnostics.ts';
import { shortName } from '../../symbols/ApexType.ts';
import type { MethodSymbol } from '../../symbols/Member.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import { futureProblem } from './futureMethods.ts';

type Report = (position: Position, code: MessageCode, ...values: string[]) => void;

/** What an annotation demands of the method it stands on. */
export function checkAnnotatedMethod(
  method: MethodSymbol,
  overloads: readonly MethodSymbol[],
  type: ProjectType,
  report: Report,
): void {
  const { modifiers } = method.project!.declared;
  const has = (name: string): boolean => findAnnotation(modifiers, name) !== undefined;
  if (isTestMarked(modifiers) || has('TestSetup')) checkTest(method, type, report);
  if (has('AuraEnabled')) checkAuraEnabled(method, overloads, report);
  const wrongFuture = has('Future') ? futureProblem(method) : null;
  if (wrongFuture !== null) report(method.project!.declared.position, 'APX0148', wrongFuture, method.name);
  if (has('InvocableMethod')) checkInvocable(method, type, report);
}

function checkTest(method: MethodSymbol, type: ProjectType, report: Report): void {
  const { modifiers, position } = method.project!.declared;
  if (!type.isTest && type.unit.apiVersion > 27) report(position, 'APX0133', method.name);
  if (!hasWord(modifiers, 'static') || method.returns.kind !== 'void' || method.parameters.length > 0) {
    report(position, 'APX0130', method.name);
  }
}

function checkAuraEnabled(method: MethodSymbol, overloads: readonly MethodSymbol[], report: Report): void {
  const { declared } = method.project!;
  if (!method.isStatic || !isPublic(method)) report(declared.position, 'APX0132', method.name);
  if (overloads.filter((other) => findAnnotation(other.project!.declared.modifiers, 'AuraEnabled')).length > 1) {
    report(declared.position, 'APX0136', method.name);
  }
}

function isPublic(method: MethodSymbol): boolean {
  return method.project!.access === 'public' || method.project!.access === 'global';
}

function checkInvocable(method: MethodSymbol, type: ProjectType, report: Report): void {
  const { position } = method.project!.declared;
  if (!method.isStatic) report(position, 'APX0150', 'InvocableMethod', 'static', method.name);
  if (!isPublic(method)) report(position, 'APX0150', 'InvocableMethod', 'public or global', method.name);
  const [parameter, ...others] = method.parameters;
  const wrong = others[0] ?? (parameter && parameter.type.base !== 'List' ? parameter : undefined);
  if (wrong) report(position, 'APX0151', shortName(wrong.type), 'InvocableMethod', method.name);
  const all = [...type.methods.values()].flat();
  const invocable = all.filter((other) => findAnnotation(other.project!.declared.modifiers, 'InvocableMethod'));
  if (invocable.length > 1) report(position, 'APX0152');
}
