import { mangle } from '../../types/mangle.ts';
import type { TypeRef } from '../../types/TypeRef.ts';
import { typeRefText } from '../../types/TypeRef.ts';
import type {
  DeclaredMethod,
  DeclaredModifiers,
  DeclaredParameter,
  DeclaredProperty,
  DeclaredUnit,
} from '../2-declare/Declaration.ts';
import { findAnnotation, hasWord } from '../2-declare/modifiers.ts';
import { codeOfMissingType } from '../3-check/unsupported.ts';
import type { Diagnostics, Position } from '../diagnostics.ts';
import { shortName, type ApexType } from './ApexType.ts';
import type { AccessorShape, FieldSymbol, MethodSymbol, ParameterSymbol } from './Member.ts';
import { accessOf, ProjectType } from './ProjectType.ts';
import { unresolvedPart, type TypeTable } from './TypeTable.ts';

/** Makes the types of all units known, then resolves their supertypes, then their members. */
export function linkTypes(units: readonly DeclaredUnit[], types: TypeTable, diagnostics: Diagnostics): ProjectType[] {
  const all: ProjectType[] = [];
  for (const unit of units) {
    const key = unit.type.name.toLowerCase();
    if (types.projectTypes.has(key)) diagnostics.report(unit.path, unit.type.position, 'APX0101', unit.type.name);
    const type = new ProjectType(unit.type, unit, null);
    types.projectTypes.set(key, type);
    all.push(...type.selfAndInner());
  }
  for (const type of all) type.type = types.ofProject(type);
  // Superclasses first for all: inner types of a superclass can be named without qualification.
  for (const type of all) linkSupertypes(type, types, diagnostics);
  breakCycles(all, diagnostics);
  for (const type of all) linkMembers(type, types, diagnostics);
  return all;
}

function linkSupertypes(type: ProjectType, types: TypeTable, diagnostics: Diagnostics): void {
  const { declared, unit } = type;
  const scope = type.outer ?? type;
  const resolve = (ref: TypeRef): ApexType | null => {
    const found = types.resolve(ref, scope);
    if (found) return found;
    const culprit = unresolvedPart(ref, types, scope);
    diagnostics.report(unit.path, declared.position, codeOfMissingType(culprit.name, types), typeRefText(culprit));
    return null;
  };
  if (declared.extends) type.superType = resolve(declared.extends);
  type.interfaces = declared.implements.map(resolve).filter((parent) => parent !== null);
}

function breakCycles(all: readonly ProjectType[], diagnostics: Diagnostics): void {
  const reaches = (from: ProjectType, target: ProjectType, seen: Set<ProjectType>): boolean =>
    [from.superType, ...from.interfaces].some((parent) => {
      const project = parent?.project;
      if (!project || seen.has(project)) return false;
      seen.add(project);
      return project === target || reaches(project, target, seen);
    });
  for (const type of all) {
    if (!reaches(type, type, new Set())) continue;
    diagnostics.report(type.unit.path, type.declared.position, 'APX0110', type.name);
    type.superType = null;
    type.interfaces = [];
  }
}

function linkMembers(type: ProjectType, types: TypeTable, diagnostics: Diagnostics): void {
  const { declared, unit } = type;
  const resolve = (ref: TypeRef, position: Position): ApexType => {
    const found = types.resolve(ref, type);
    if (found) return found;
    const culprit = unresolvedPart(ref, types, type);
    diagnostics.report(unit.path, position, codeOfMissingType(culprit.name, types), typeRefText(culprit));
    return types.unknown;
  };
  const parameters = (list: readonly DeclaredParameter[]): ParameterSymbol[] =>
    list.map((parameter) => ({ name: parameter.name, type: resolve(parameter.type, parameter.position) }));
  const addField = (field: FieldSymbol): void => {
    const key = field.name.toLowerCase();
    if (type.fields.has(key)) diagnostics.report(unit.path, field.declared.position, 'APX0103', field.name);
    else type.fields.set(key, field);
  };
  for (const field of declared.fields) addField({ ...fieldParts(type, field, resolve), property: null });
  for (const property of declared.properties) {
    addField({ ...fieldParts(type, property, resolve), property: propertyShape(type, property) });
  }
  for (const method of declared.methods) {
    const symbol = methodSymbol(type, method, resolve(method.returns, method.position), parameters(method.parameters));
    const key = method.name.toLowerCase();
    type.methods.set(key, [...(type.methods.get(key) ?? []), symbol]);
  }
  for (const constructor of declared.constructors) {
    const list = parameters(constructor.parameters);
    type.constructors.push({
      parameters: list,
      project: {
        owner: type,
        access: accessOf(constructor.modifiers),
        isTestVisible: isTestVisible(constructor.modifiers),
        declared: constructor,
      },
      platform: null,
      jsName: constructorName(type, list),
    });
  }
  if (declared.kind === 'class' && declared.constructors.length === 0 && !type.isException) {
    const project = { owner: type, access: 'public' as const, isTestVisible: false, declared: null };
    type.constructors.push({ parameters: [], project, platform: null, jsName: constructorName(type, []) });
  }
}

function constructorName(type: ProjectType, parameters: readonly ParameterSymbol[]): string {
  return mangleWithArguments(`init_${type.name.replace('.', '_')}`, parameters);
}

/** Unlike `mangle` it keeps type arguments: a class may overload `f(List<String>)` and `f(List<Integer>)`. */
function mangleWithArguments(name: string, parameters: readonly ParameterSymbol[]): string {
  return mangle(
    name,
    parameters.map((parameter) => shortName(parameter.type).replace(/[<>,]/g, '_')),
  );
}

function isTestVisible(modifiers: DeclaredModifiers): boolean {
  return findAnnotation(modifiers, 'TestVisible') !== undefined;
}

function fieldParts(
  type: ProjectType,
  declared: FieldSymbol['declared'],
  resolve: (ref: TypeRef, position: Position) => ApexType,
): Omit<FieldSymbol, 'property'> {
  return {
    name: declared.name,
    type: resolve(declared.type, declared.position),
    owner: type,
    access: accessOf(declared.modifiers),
    isTestVisible: isTestVisible(declared.modifiers),
    isStatic: hasWord(declared.modifiers, 'static'),
    isFinal: hasWord(declared.modifiers, 'final'),
    isTransient: hasWord(declared.modifiers, 'transient'),
    jsName: fieldName(type, declared.name.toLowerCase()),
    declared,
  };
}

/** A private field may have the name of one of a superclass: the depth keeps them apart. */
function fieldName(type: ProjectType, name: string): string {
  let depth = 0;
  for (let level = type.superType?.project; level; level = level.superType?.project) {
    const { fields, properties } = level.declared;
    if ([...fields, ...properties].some((member) => member.name.toLowerCase() === name)) depth++;
  }
  return depth === 0 ? `f_${name}` : `f_${name}$${depth}`;
}

function propertyShape(type: ProjectType, property: DeclaredProperty): FieldSymbol['property'] {
  const access = accessOf(property.modifiers);
  const suffix = fieldName(type, property.name.toLowerCase()).slice(2);
  const shape = (accessor: DeclaredProperty['getter'], verb: string): AccessorShape | null =>
    accessor && {
      access: accessOf(accessor.modifiers, access),
      hasBody: accessor.hasBody,
      jsName: `${verb}_${suffix}`,
    };
  return { getter: shape(property.getter, 'get'), setter: shape(property.setter, 'set') };
}

function methodSymbol(
  type: ProjectType,
  declared: DeclaredMethod,
  returns: ApexType,
  parameters: ParameterSymbol[],
): MethodSymbol {
  const { modifiers } = declared;
  const inInterface = type.declared.kind === 'interface';
  const access = inInterface ? 'public' : accessOf(modifiers);
  // The methods of a trigger or script have no object.
  const isStatic = hasWord(modifiers, 'static') || (type.unit.kind !== 'class' && type.outer === null);
  const mangled = mangleWithArguments(declared.name, parameters);
  const isVirtual = inInterface || ['virtual', 'abstract', 'override'].some((word) => hasWord(modifiers, word));
  // Private methods are not overridden by a method of the same name in a subclass, unless they say so.
  const isOwn = access === 'private' && !isStatic && !isVirtual;
  return {
    name: declared.name,
    isStatic,
    isAbstract: inInterface || hasWord(modifiers, 'abstract'),
    isVirtual,
    returns,
    parameters,
    jsName: isOwn ? `${mangled}$$${type.name.replace('.', '_')}` : mangled,
    project: { owner: type, access, isTestVisible: isTestVisible(modifiers), declared },
    platform: null,
    ownerName: type.name,
  };
}
