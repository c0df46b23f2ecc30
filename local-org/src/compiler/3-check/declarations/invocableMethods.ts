import { findAnnotation } from '../../2-declare/modifiers.ts';
import { isCollection, shortName, type ApexType } from '../../symbols/ApexType.ts';
import type { FieldSymbol, MethodSymbol } from '../../symbols/Member.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import type { Report } from './Report.ts';

// Source: Apex Developer Guide, "InvocableMethod Annotation" and "InvocableVariable Annotation", and the compiler front end.

export function checkInvocable(method: MethodSymbol, type: ProjectType, report: Report): void {
  const { position, modifiers } = method.project!.declared;
  const { access } = method.project!;
  if (!method.isStatic) report(position, 'APX0150', 'InvocableMethod', 'methods', 'static', method.name);
  if (access !== 'public' && access !== 'global')
    report(position, 'APX0155', 'InvocableMethod', 'methods', method.name);
  checkSignature(method, report);
  const companions = ['invocablemethod', 'deprecated', 'suppresswarnings', 'testvisible'];
  if (modifiers.annotations.some(({ name }) => !companions.includes(name.toLowerCase()))) report(position, 'APX0169');
  const all = [...type.methods.values()].flat();
  const invocable = all.filter((other) => findAnnotation(other.project!.declared.modifiers, 'InvocableMethod'));
  if (invocable.length > 1) report(position, 'APX0152', 'InvocableMethod');
}

function checkSignature(method: MethodSymbol, report: Report): void {
  const { position } = method.project!.declared;
  const [parameter] = method.parameters;
  if (method.parameters.length > 1) report(position, 'APX0166', method.name);
  else if (parameter && parameter.type.base !== 'List')
    report(position, 'APX0151', shortName(parameter.type), method.name);
  else if (parameter && !isSupported(parameter.type))
    report(position, 'APX0167', 'InvocableMethod', shortName(parameter.type), method.name);
  const { returns } = method;
  if (returns.kind === 'void' || (returns.base === 'List' && isSupported(returns))) return;
  report(position, 'APX0168', 'InvocableMethod', shortName(returns), method.name);
}

export function checkInvocableVariable(field: FieldSymbol, report: Report): void {
  const { position, name } = field.declared;
  if (field.access !== 'public' && field.access !== 'global')
    report(position, 'APX0155', 'InvocableVariable', 'fields', name);
  if (field.isFinal) report(position, 'APX0156', 'InvocableVariable', 'fields', 'final', name);
  if (field.isStatic) report(position, 'APX0156', 'InvocableVariable', 'fields', 'static', name);
  if (!isSupported(field.type)) report(position, 'APX0170', 'InvocableVariable', 'fields', shortName(field.type), name);
}

/** Lists hold what is supported itself; a class of the project is described by its invocable variables. */
function isSupported(type: ApexType): boolean {
  if (type.base === 'List') return type.args.every(isSupported);
  if (isCollection(type) || type.kind === 'object') return false;
  const { project } = type;
  if (!project || project.declared.kind !== 'class') return true;
  return [...project.fields.values()].some(({ declared }) => findAnnotation(declared.modifiers, 'InvocableVariable'));
}
