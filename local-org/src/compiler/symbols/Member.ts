import type { DeclaredConstructor, DeclaredField, DeclaredMethod, DeclaredProperty } from '../2-declare/Declaration.ts';
import type { ConstructorDeclaration, MethodDeclaration, PropertyDeclaration } from '../../types/TypeDeclaration.ts';
import type { ApexType } from './ApexType.ts';
import type { Access, ProjectType } from './ProjectType.ts';

export interface ParameterSymbol {
  readonly name: string;
  readonly type: ApexType;
}

interface ProjectMember {
  readonly owner: ProjectType;
  readonly access: Access;
  readonly isTestVisible: boolean;
}

export interface Signature {
  readonly parameters: readonly ParameterSymbol[];
}

/** A field or property of a class of the project. */
export interface FieldSymbol extends ProjectMember {
  readonly name: string;
  readonly type: ApexType;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  /** Name of the JavaScript property that holds the value, if one does. */
  readonly jsName: string;
  readonly declared: DeclaredField | DeclaredProperty;
  /** Null for a field. */
  readonly property: PropertyShape | null;
}

export interface PropertyShape {
  readonly getter: AccessorShape | null;
  readonly setter: AccessorShape | null;
}

export interface AccessorShape {
  readonly access: Access;
  /** Without a body the value is read or written at its place. */
  readonly hasBody: boolean;
  readonly jsName: string;
}

/** A method as a call sees it: type arguments of its owner are filled in. */
export interface MethodSymbol extends Signature {
  readonly name: string;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  /** May be overridden: called through the object. */
  readonly isVirtual: boolean;
  readonly returns: ApexType;
  /** Mangled, of the declaration with its type parameters erased. */
  readonly jsName: string;
  readonly project: (ProjectMember & { readonly declared: DeclaredMethod }) | null;
  readonly platform: MethodDeclaration | null;
  /** Name of the declaring type for messages. */
  readonly ownerName: string;
}

export interface ConstructorSymbol extends Signature {
  readonly project: (ProjectMember & { readonly declared: DeclaredConstructor | null }) | null;
  readonly platform: ConstructorDeclaration | null;
  readonly jsName: string;
}

export interface PlatformPropertySymbol {
  readonly declaration: PropertyDeclaration;
  readonly type: ApexType;
}
