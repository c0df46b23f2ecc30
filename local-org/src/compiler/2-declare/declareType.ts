import type {
  ClassDeclarationContext,
  FormalParametersContext,
  TypeDeclarationContext,
} from '@apexdevtools/apex-parser';
import { positionOf } from '../1-parse/parser.ts';
import { bodyOfClass, bodyOfInterface, type BodyEntry, type MemberTree } from './bodies.ts';
import type {
  DeclaredConstructor,
  DeclaredField,
  DeclaredMethod,
  DeclaredModifiers,
  DeclaredParameter,
  DeclaredProperty,
  DeclaredType,
} from './Declaration.ts';
import { readModifiers } from './modifiers.ts';
import { readTypeList, readTypeRef, VOID } from './typeRefs.ts';

type Members = Pick<DeclaredType, 'methods' | 'constructors' | 'fields' | 'properties' | 'inner'>;
type MutableMembers = { -readonly [Key in keyof Members]: Members[Key][number][] };
type TypeTree = Pick<TypeDeclarationContext, 'classDeclaration' | 'enumDeclaration' | 'interfaceDeclaration'>;

export function declareType(tree: TypeDeclarationContext, outer: string | null, index: number): DeclaredType {
  return declare(tree, readModifiers(tree.modifier_list()), outer, index);
}

function declare(tree: TypeTree, modifiers: DeclaredModifiers, outer: string | null, index: number): DeclaredType {
  const declaration = tree.classDeclaration() ?? tree.interfaceDeclaration() ?? tree.enumDeclaration();
  const simpleName = declaration.id().getText();
  const name = outer === null ? simpleName : `${outer}.${simpleName}`;
  const common = { name, simpleName, outer, modifiers, position: positionOf(declaration.id()), index };
  if (tree.enumDeclaration()) {
    const constants = tree.enumDeclaration().enumConstants()?.id_list() ?? [];
    const enumValues = constants.map((id) => id.getText());
    return { ...common, kind: 'enum', extends: null, implements: [], enumValues, ...declareMembers([], name) };
  }
  if (tree.interfaceDeclaration()) {
    const body = tree.interfaceDeclaration();
    const parents = body.typeList() ? readTypeList(body.typeList()) : [];
    const members = declareMembers(bodyOfInterface(body.interfaceBody()), name);
    return { ...common, kind: 'interface', extends: null, implements: parents, enumValues: [], ...members };
  }
  return { ...common, kind: 'class', enumValues: [], ...declareClass(tree.classDeclaration(), name) };
}

function declareClass(
  tree: ClassDeclarationContext,
  name: string,
): Members & Pick<DeclaredType, 'extends' | 'implements'> {
  return {
    extends: tree.typeRef() ? readTypeRef(tree.typeRef()) : null,
    implements: tree.typeList() ? readTypeList(tree.typeList()) : [],
    ...declareMembers(bodyOfClass(tree.classBody()), name),
  };
}

export function declareMembers(entries: readonly BodyEntry[], owner: string): Members {
  const members: MutableMembers = { methods: [], constructors: [], fields: [], properties: [], inner: [] };
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'member') declareMember(entry.tree, readModifiers(entry.modifiers), index, owner, members);
    if (entry.kind !== 'interfaceMethod') continue;
    members.methods.push({
      name: entry.tree.id().getText(),
      modifiers: readModifiers(entry.tree.modifier_list()),
      position: positionOf(entry.tree.id()),
      index,
      returns: entry.tree.typeRef() ? readTypeRef(entry.tree.typeRef()) : VOID,
      parameters: readParameters(entry.tree.formalParameters()),
      hasBody: false,
    });
  }
  return members;
}

function declareMember(
  tree: MemberTree,
  modifiers: DeclaredModifiers,
  index: number,
  owner: string,
  members: MutableMembers,
): void {
  if (tree.classDeclaration() || tree.interfaceDeclaration() || tree.enumDeclaration()) {
    members.inner.push(declare(tree, modifiers, owner, index));
  } else if (tree.fieldDeclaration()) {
    members.fields.push(...declareFields(tree, modifiers, index));
  } else if (tree.propertyDeclaration()) {
    members.properties.push(declareProperty(tree, modifiers, index));
  } else if (tree.methodDeclaration()) {
    members.methods.push(declareMethod(tree, modifiers, index));
  } else {
    const constructor = declareConstructor(tree, modifiers, index);
    if (constructor) members.constructors.push(constructor);
  }
}

function declareFields(tree: MemberTree, modifiers: DeclaredModifiers, index: number): DeclaredField[] {
  const declaration = tree.fieldDeclaration();
  const type = readTypeRef(declaration.typeRef());
  return declaration
    .variableDeclarators()
    .variableDeclarator_list()
    .map((variable, place) => ({
      name: variable.id().getText(),
      modifiers,
      position: positionOf(variable.id()),
      index,
      type,
      variable: place,
      hasInitializer: variable.expression() !== null,
    }));
}

function declareProperty(tree: MemberTree, modifiers: DeclaredModifiers, index: number): DeclaredProperty {
  const declaration = tree.propertyDeclaration();
  let getter: DeclaredProperty['getter'] = null;
  let setter: DeclaredProperty['setter'] = null;
  let hasTwinAccessor = false;
  for (const block of declaration.propertyBlock_list()) {
    const accessor = {
      modifiers: readModifiers(block.modifier_list()),
      hasBody: (block.getter() ?? block.setter()).block() !== null,
    };
    hasTwinAccessor ||= (block.getter() ? getter : setter) !== null;
    if (block.getter()) getter = accessor;
    else setter = accessor;
  }
  return {
    name: declaration.id().getText(),
    modifiers,
    position: positionOf(declaration.id()),
    index,
    type: readTypeRef(declaration.typeRef()),
    getter,
    setter,
    ...(hasTwinAccessor && { hasTwinAccessor }),
  };
}

function declareMethod(tree: MemberTree, modifiers: DeclaredModifiers, index: number): DeclaredMethod {
  const declaration = tree.methodDeclaration();
  return {
    name: declaration.id().getText(),
    modifiers,
    position: positionOf(declaration.id()),
    index,
    returns: declaration.typeRef() ? readTypeRef(declaration.typeRef()) : VOID,
    parameters: readParameters(declaration.formalParameters()),
    hasBody: declaration.block() !== null,
  };
}

function declareConstructor(tree: MemberTree, modifiers: DeclaredModifiers, index: number): DeclaredConstructor | null {
  const declaration = tree.constructorDeclaration?.();
  if (!declaration) return null;
  return {
    name: declaration.qualifiedName().getText(),
    modifiers,
    position: positionOf(declaration),
    index,
    parameters: readParameters(declaration.formalParameters()),
  };
}

function readParameters(tree: FormalParametersContext): DeclaredParameter[] {
  return (tree.formalParameterList()?.formalParameter_list() ?? []).map((parameter) => ({
    name: parameter.id().getText(),
    type: readTypeRef(parameter.typeRef()),
    modifiers: readModifiers(parameter.modifier_list()),
    position: positionOf(parameter.id()),
  }));
}
