import type { DeclaredModifiers } from '../2-declare/Declaration.ts';
import { hasWord } from '../2-declare/modifiers.ts';
import type { CompiledClass, CompiledField, CompiledMethod, CompiledParam } from '../CompiledUnit.ts';
import type { FieldSymbol, MethodSymbol, ParameterSymbol } from '../symbols/Member.ts';
import type { MemberTable } from '../symbols/members.ts';
import { accessOf, type ProjectType } from '../symbols/ProjectType.ts';
import type { AnnotationInfo } from '../../runtime/ClassInfo.ts';

/** What the linker and the rest of the local org need to know of a type and its inner types. */
export function describeTypes(type: ProjectType, members: MemberTable): CompiledClass[] {
  return [...type.selfAndInner()].map((each) => describeType(each, members));
}

function describeType(type: ProjectType, members: MemberTable): CompiledClass {
  const { declared } = type;
  return {
    name: type.name,
    kind: declared.kind,
    sharing: declared.modifiers.sharing ?? 'omitted',
    access: accessOf(declared.modifiers),
    isAbstract: type.isAbstract,
    isException: type.isException,
    annotations: annotationsOf(declared.modifiers),
    parent: type.superType?.project?.name ?? null,
    supertypes: members.ancestors(type.type).map((ancestor) => ancestor.name),
    enumValues: declared.enumValues,
    methods: [...type.methods.values()].flat().map(describeMethod),
    constructors: type.constructors.map((constructor) => ({
      jsName: constructor.jsName,
      access: constructor.project?.access ?? 'public',
      params: constructor.parameters.map(describeParam),
    })),
    fields: [...type.fields.values()].map(describeField),
  };
}

/** The older modifier testMethod is reported as the annotation that replaced it. */
function annotationsOf(modifiers: DeclaredModifiers): AnnotationInfo[] {
  const written = modifiers.annotations.map(({ name, values }) => ({ name, params: values }));
  return hasWord(modifiers, 'testmethod') ? [...written, { name: 'IsTest', params: {} }] : written;
}

function describeParam(parameter: ParameterSymbol): CompiledParam {
  return { name: parameter.name, type: parameter.type.name };
}

function describeMethod(method: MethodSymbol): CompiledMethod {
  const { declared, access } = method.project!;
  return {
    name: method.name,
    jsName: method.jsName,
    isStatic: method.isStatic,
    access,
    annotations: annotationsOf(declared.modifiers),
    params: method.parameters.map(describeParam),
    returns: method.returns.name,
    line: declared.position.line,
  };
}

function describeField(field: FieldSymbol): CompiledField {
  const { property } = field;
  const getter = property?.getter?.hasBody ? property.getter.jsName : null;
  const setter = property?.setter?.hasBody ? property.setter.jsName : null;
  return {
    name: field.name,
    type: field.type.name,
    jsName: field.jsName,
    isStatic: field.isStatic,
    isTransient: field.isTransient,
    access: field.access,
    annotations: annotationsOf(field.declared.modifiers),
    getter,
    setter,
    isStored: !property || getter === null,
  };
}
