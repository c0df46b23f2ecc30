import type { TypeRef } from './TypeRef.ts';

export interface ParameterDeclaration {
  readonly name: string;
  readonly type: TypeRef;
}

export interface MethodDeclaration {
  /** `System.String#contains(String)`: what compiled code asks the linker for. */
  readonly id: string;
  readonly name: string;
  readonly isStatic: boolean;
  /** May be overridden by a class of the project, so it is called through the object. */
  readonly isVirtual: boolean;
  readonly isAbstract: boolean;
  readonly returns: TypeRef;
  readonly parameters: readonly ParameterDeclaration[];
  /** The implementation takes a CallSite before all other arguments. */
  readonly takesCallSite: boolean;
}

export interface PropertyDeclaration {
  /** `System.JSONParser#currentToken`. */
  readonly id: string;
  readonly name: string;
  readonly type: TypeRef;
  readonly isStatic: boolean;
  readonly isWritable: boolean;
}

export interface ConstructorDeclaration {
  /** `System.Exception#(String)`. */
  readonly id: string;
  readonly parameters: readonly ParameterDeclaration[];
}

/** What the compiler knows of a type of the platform. What is not declared here does not exist for it. */
export interface TypeDeclaration {
  readonly namespace: string;
  /** Without the namespace: `String`, `SaveResult` in `Database`. */
  readonly name: string;
  /** `System.String`, `Database.SaveResult`. */
  readonly qualifiedName: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly typeParameters: readonly string[];
  readonly extends: TypeRef | null;
  readonly implements: readonly TypeRef[];
  /** A class of the project may extend it. */
  readonly isExtensible: boolean;
  readonly methods: readonly MethodDeclaration[];
  readonly properties: readonly PropertyDeclaration[];
  readonly constructors: readonly ConstructorDeclaration[];
  readonly enumValues: readonly string[];
  /** For a type that is implemented in part: which part is missing. */
  readonly missing: string | null;
}
