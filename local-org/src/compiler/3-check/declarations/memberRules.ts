import { hasWord } from '../../2-declare/modifiers.ts';
import type { DeclaredProperty } from '../../2-declare/Declaration.ts';
import type { Position } from '../../diagnostics.ts';
import type { MethodSymbol } from '../../symbols/Member.ts';
import { hasSameParameters } from '../../symbols/members.ts';
import { accessOf, type ProjectType } from '../../symbols/ProjectType.ts';
import { shortName } from '../../symbols/ApexType.ts';
import { isIdentifier, isReserved, isReservedForMethods } from '../reservedNames.ts';
import type { World } from '../World.ts';
import { checkExceptionConstructors } from './exceptionConstructors.ts';
import { checkGlobal } from './globalRules.ts';
import { checkMethodModifiers } from './methodModifiers.ts';
import { checkPartModifiers } from './parameterRules.ts';
import type { Report } from './Report.ts';
import { checkSharing } from './sharingRules.ts';
import { checkTypeModifiers } from './typeModifiers.ts';
import { checkInterfaces, checkTypeNames } from './typeNames.ts';

const METHOD_WORDS = [
  'public',
  'private',
  'protected',
  'global',
  'static',
  'virtual',
  'abstract',
  'override',
  'testmethod',
  'webservice',
  'final',
];
const FIELD_WORDS = ['public', 'private', 'protected', 'global', 'static', 'final', 'transient', 'webservice'];
const VISIBILITY = ['private', 'protected', 'public', 'global'];
const ACCESS = ['public', 'private', 'protected', 'global'];

/** The members of one type: modifiers, duplicates, what an inner type may not have. */
export function checkMembers(type: ProjectType, world: World): void {
  const report: Report = (position, code, ...values) =>
    world.diagnostics.report(type.unit.path, position, code, ...values);
  checkTypeNames(type, report);
  checkTypeModifiers(type, report);
  checkPartModifiers(type, report);
  checkInterfaces(type, report);
  checkExceptionConstructors(type, report);
  checkSharing(type, report);
  checkGlobal(type, report);
  for (const methods of type.methods.values()) {
    methods.forEach((method, index) => {
      checkMethod(type, method, report);
      if (methods.slice(0, index).some((other) => hasSameParameters(other, method))) {
        const text = `${shortName(method.returns)} ${method.name}`;
        report(
          method.project!.declared.position,
          'APX0104',
          text,
          `(${method.parameters.map((p) => shortName(p.type)).join(', ')})`,
          type.name,
        );
      }
    });
  }
  for (const { declared } of type.fields.values()) {
    checkWords(declared.modifiers.words, FIELD_WORDS, declared.position, report);
    if (type.outer && hasWord(declared.modifiers, 'static')) report(declared.position, 'APX0138', declared.name);
    if (isReserved(declared.name)) report(declared.position, 'APX0221', declared.name);
    if (!isIdentifier(declared.name)) report(declared.position, 'APX0140', declared.name);
    if ('getter' in declared) checkAccessors(declared, report);
    if ('getter' in declared && declared.hasTwinAccessor) report(declared.position, 'APX0182', declared.name);
    if ('getter' in declared && !declared.getter && !declared.setter)
      report(declared.position, 'APX0135', declared.name);
  }
  const constants = type.declared.enumValues.map((value) => value.toLowerCase());
  const twin = constants.findIndex((value, index) => constants.indexOf(value) < index);
  if (twin >= 0) report(type.declared.position, 'APX0103', type.declared.enumValues[twin]!);
  checkConstructors(type, report);
}

function checkMethod(type: ProjectType, method: MethodSymbol, report: Report): void {
  const { declared } = method.project!;
  const { modifiers, position, name } = declared;
  checkWords(modifiers.words, METHOD_WORDS, position, report);
  if (type.declared.kind === 'interface') {
    if (modifiers.words.length > 0) report(position, 'APX0106', modifiers.words[0]!);
    return;
  }
  const isAbstract = hasWord(modifiers, 'abstract');
  if (isAbstract && declared.hasBody) report(position, 'APX0123', name);
  if (!isAbstract && !declared.hasBody) report(position, 'APX0124', name);
  if (isAbstract && !type.isAbstract) report(position, 'APX0125', name);
  if (type.outer && hasWord(modifiers, 'static')) report(position, 'APX0138', name);
  if (!isIdentifier(name)) report(position, 'APX0140', name);
  if (isReservedForMethods(name)) report(position, 'APX0221', name);
  checkMethodModifiers(type, method, report);
  if (isAbstract && hasWord(modifiers, 'virtual')) report(position, 'APX0137', 'abstract', 'virtual');
}

/** An accessor may be less visible than its property, not more. */
function checkAccessors(declared: DeclaredProperty, report: Report): void {
  const access = accessOf(declared.modifiers);
  for (const accessor of [declared.getter, declared.setter]) {
    const own = accessor ? accessOf(accessor.modifiers, access) : access;
    if (VISIBILITY.indexOf(own) > VISIBILITY.indexOf(access)) report(declared.position, 'APX0146', own, access);
  }
}

function checkWords(words: readonly string[], allowed: readonly string[], position: Position, report: Report): void {
  for (const [index, word] of words.entries()) {
    if (!allowed.includes(word)) report(position, 'APX0106', word);
    if (words.indexOf(word) < index) report(position, 'APX0126', word);
  }
  const access = words.filter((word) => ACCESS.includes(word));
  if (access.length > 1 && access[0] !== access[1]) report(position, 'APX0137', access[0]!, access[1]!);
}

function checkConstructors(type: ProjectType, report: Report): void {
  const seen = new Set<string>();
  for (const { project, jsName, parameters } of type.constructors) {
    const declared = project?.declared;
    if (!declared) continue;
    if (declared.name.toLowerCase() !== type.declared.simpleName.toLowerCase())
      report(declared.position, 'APX0107', declared.name);
    const key = `${jsName} ${parameters.map((parameter) => parameter.type.name).join()}`;
    if (seen.has(key)) report(declared.position, 'APX0105', declared.name);
    seen.add(key);
    const wrong = declared.modifiers.words.find((word) => !ACCESS.includes(word));
    if (wrong) report(declared.position, 'APX0106', wrong);
    if (hasWord(declared.modifiers, 'protected') && !type.isExtensible)
      report(declared.position, 'APX0149', declared.name);
  }
}
