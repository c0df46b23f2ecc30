import { findAnnotation } from '../../2-declare/modifiers.ts';
import type { FieldSymbol, MethodSymbol } from '../../symbols/Member.ts';
import type { Report } from './Report.ts';

/** Methods that components call are static, visible and have one signature. */
export function checkAuraMethod(method: MethodSymbol, overloads: readonly MethodSymbol[], report: Report): void {
  const { declared, access } = method.project!;
  const isVisible = access === 'public' || access === 'global';
  if (!method.isStatic || !isVisible) report(declared.position, 'APX0132', method.name);
  if (overloads.filter((other) => findAnnotation(other.project!.declared.modifiers, 'AuraEnabled')).length > 1) {
    report(declared.position, 'APX0136', method.name);
  }
}

/** Values that components see are visible instance members. */
export function checkAuraValue(field: FieldSymbol, report: Report): void {
  const { position, modifiers, name } = field.declared;
  const place = field.property ? 'properties' : 'fields';
  if (field.access !== 'public' && field.access !== 'global') report(position, 'APX0155', 'AuraEnabled', place, name);
  if (field.isStatic && !field.property) report(position, 'APX0156', 'AuraEnabled', place, 'static', name);
  for (const property of Object.keys(findAnnotation(modifiers, 'AuraEnabled')?.values ?? {}))
    report(position, 'APX0171', property, 'AuraEnabled', place);
}
