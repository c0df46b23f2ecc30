import { findAnnotation, hasWord, isTestMarked } from '../../2-declare/modifiers.ts';
import type { DeclaredModifiers } from '../../2-declare/Declaration.ts';
import type { MethodSymbol } from '../../symbols/Member.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import type { Report } from './Report.ts';

/** What may be a test class, and which of its switches exclude each other. */
export function checkTestClass(type: ProjectType, report: Report): void {
  const { modifiers, position, name, kind } = type.declared;
  if (!findAnnotation(modifiers, 'IsTest')) return;
  if (type.outer) report(position, 'APX0160', 'IsTest', name);
  if (kind === 'class' && type.isException) report(position, 'APX0161', name);
  for (const word of ['virtual', 'abstract'])
    if (hasWord(modifiers, word)) report(position, 'APX0156', 'IsTest', 'classes', word, name);
  const methods = [...type.methods.values()].flat().map((method) => method.project!.declared);
  const isParallel = isOn(modifiers, 'isparallel');
  const methodOnAllData = methods.find((method) => isOn(method.modifiers, 'seealldata'));
  if (isParallel && isOn(modifiers, 'seealldata')) report(position, 'APX0162');
  if (isParallel && methodOnAllData) report(methodOnAllData.position, 'APX0163');
  const setups = methods.filter((method) => findAnnotation(method.modifiers, 'TestSetup'));
  if (setups.length === 0) return;
  if (setups.length > 1) report(setups[1]!.position, 'APX0152', 'TestSetup');
  if (isOn(modifiers, 'seealldata')) report(position, 'APX0164');
  if (methodOnAllData) report(methodOnAllData.position, 'APX0165');
}

function isOn(modifiers: DeclaredModifiers, property: string): boolean {
  return findAnnotation(modifiers, 'IsTest')?.values[property]?.toLowerCase() === 'true';
}

export function checkTestMethod(method: MethodSymbol, type: ProjectType, report: Report): void {
  const { modifiers, position } = method.project!.declared;
  const isSetup = findAnnotation(modifiers, 'TestSetup') !== undefined;
  if (!isTestMarked(modifiers) && !isSetup) return;
  if (isTestMarked(modifiers) && isSetup) report(position, 'APX0156', 'TestSetup', 'methods', 'IsTest', method.name);
  if (findAnnotation(modifiers, 'IsTest')?.values.isparallel !== undefined)
    report(position, 'APX0171', 'isParallel', 'IsTest', 'methods');
  if (!type.isTest && type.unit.apiVersion > 27) report(position, 'APX0133', method.name);
  if (!method.isStatic || method.returns.kind !== 'void' || method.parameters.length > 0) {
    report(position, 'APX0130', method.name);
  }
}
