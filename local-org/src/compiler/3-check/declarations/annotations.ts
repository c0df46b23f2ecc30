import type { DeclaredAnnotation, DeclaredModifiers } from '../../2-declare/Declaration.ts';
import { findAnnotation } from '../../2-declare/modifiers.ts';
import type { FieldSymbol, MethodSymbol } from '../../symbols/Member.ts';
import type { ProjectType } from '../../symbols/ProjectType.ts';
import type { World } from '../World.ts';
import { checkAnnotationValues } from './annotationValues.ts';
import { checkAuraValue } from './auraMembers.ts';
import { checkInvocableVariable } from './invocableMethods.ts';
import { checkAnnotatedMethod } from './methodAnnotations.ts';
import type { Report } from './Report.ts';
import { checkRestResource } from './restResources.ts';
import { checkTestClass } from './testClasses.ts';

type Place = 'class' | 'method' | 'field' | 'property' | 'constructor' | 'enum' | 'interface';

interface KnownAnnotation {
  readonly places: readonly Place[];
  readonly properties: readonly string[];
}

const EVERYWHERE: readonly Place[] = ['class', 'method', 'field', 'property', 'constructor', 'enum', 'interface'];

/** Annotations that the local org acts on, or that change nothing at run time. */
const KNOWN: Readonly<Record<string, KnownAnnotation>> = {
  auraenabled: { places: ['method', 'field', 'property'], properties: ['cacheable', 'continuation', 'scope'] },
  testvisible: { places: EVERYWHERE, properties: [] },
  istest: { places: ['class', 'method'], properties: ['seealldata', 'isparallel', 'oninstall', 'testfor', 'critical'] },
  testsetup: { places: ['method'], properties: [] },
  suppresswarnings: { places: EVERYWHERE, properties: ['value'] },
  future: { places: ['method'], properties: ['callout'] },
  invocablemethod: {
    places: ['method'],
    properties: ['label', 'description', 'category', 'callout', 'iconname', 'configurationeditor', 'capabilitytype'],
  },
  invocablevariable: {
    places: ['field'],
    properties: ['label', 'description', 'required', 'defaultvalue', 'placeholdertext'],
  },
  readonly: { places: ['method'], properties: [] },
  deprecated: { places: EVERYWHERE, properties: [] },
  jsonaccess: { places: ['class'], properties: ['serializable', 'deserializable'] },
  namespaceaccessible: { places: EVERYWHERE, properties: [] },
  restresource: { places: ['class'], properties: ['urlmapping'] },
  httpget: { places: ['method'], properties: [] },
  httppost: { places: ['method'], properties: [] },
  httpput: { places: ['method'], properties: [] },
  httppatch: { places: ['method'], properties: [] },
  httpdelete: { places: ['method'], properties: [] },
};

export function checkAnnotations(type: ProjectType, world: World): void {
  const report: Report = (position, code, ...values) =>
    world.diagnostics.report(type.unit.path, position, code, ...values);
  checkPlaces(type.declared.modifiers, type.declared.kind, report);
  checkTestClass(type, report);
  checkRestResource(type, report);
  for (const field of type.fields.values()) checkFieldAnnotations(field, report);
  for (const { project } of type.constructors) {
    if (project?.declared) checkPlaces(project.declared.modifiers, 'constructor', report);
  }
  for (const methods of type.methods.values()) {
    for (const method of methods) checkMethodAnnotations(method, methods, type, report);
  }
}

function checkPlaces(modifiers: DeclaredModifiers, place: Place, report: Report): void {
  const seen = new Set<string>();
  for (const annotation of modifiers.annotations) {
    checkAnnotation(annotation, place, report);
    const key = annotation.name.toLowerCase();
    if (seen.has(key)) report(annotation.position, 'APX0126', `@${annotation.name}`);
    seen.add(key);
  }
}

function checkAnnotation(annotation: DeclaredAnnotation, place: Place, report: Report): void {
  if (annotation.name.toLowerCase() === 'remoteaction') return report(annotation.position, 'APX0903', '@RemoteAction');
  const known = KNOWN[annotation.name.toLowerCase()];
  if (!known) {
    if (annotation.name.toLowerCase() === 'remoteaction')
      return report(annotation.position, 'APX0903', '@RemoteAction');
    return report(annotation.position, 'APX0115', annotation.name);
  }
  if (!known.places.includes(place)) return report(annotation.position, 'APX0116', annotation.name);
  for (const property of Object.keys(annotation.values)) {
    if (!known.properties.includes(property)) report(annotation.position, 'APX0117', annotation.name, property);
  }
  checkAnnotationValues(annotation, report);
}

function checkFieldAnnotations(field: FieldSymbol, report: Report): void {
  const { modifiers } = field.declared;
  checkPlaces(modifiers, field.property ? 'property' : 'field', report);
  if (findAnnotation(modifiers, 'AuraEnabled')) checkAuraValue(field, report);
  if (findAnnotation(modifiers, 'InvocableVariable')) checkInvocableVariable(field, report);
}

function checkMethodAnnotations(
  method: MethodSymbol,
  overloads: readonly MethodSymbol[],
  type: ProjectType,
  report: Report,
): void {
  checkPlaces(method.project!.declared.modifiers, 'method', report);
  checkAnnotatedMethod(method, overloads, type, report);
}
