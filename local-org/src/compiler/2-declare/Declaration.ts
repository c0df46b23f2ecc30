import type { Position } from '../diagnostics.ts';
import type { TypeRef } from '../../types/TypeRef.ts';

// What a source file declares, as plain data: it is stored in the cache and read again without parsing.

export interface DeclaredAnnotation {
  readonly name: string;
  /** Lower-case keys; the value of `@SuppressWarnings('x')` stands under `value`. */
  readonly values: Readonly<Record<string, string>>;
  /** The keys whose values were written in quotes. */
  readonly texts: readonly string[];
  /** Values are separated by spaces on Salesforce; the parser takes commas too. */
  readonly hasComma?: true;
  readonly position: Position;
}

export interface DeclaredModifiers {
  /** Lower case: `public`, `static`, … Sharing keywords are not among them. */
  readonly words: readonly string[];
  readonly annotations: readonly DeclaredAnnotation[];
  readonly sharing: 'with' | 'without' | 'inherited' | null;
  /** More than one keyword about sharing. */
  readonly hasSharingConflict?: true;
}

export interface DeclaredParameter {
  readonly name: string;
  readonly type: TypeRef;
  readonly modifiers: DeclaredModifiers;
  readonly position: Position;
}

interface DeclaredMember {
  readonly name: string;
  readonly modifiers: DeclaredModifiers;
  readonly position: Position;
  /** Its place among the declarations of the body: the check finds the tree of the member by it. */
  readonly index: number;
}

export interface DeclaredMethod extends DeclaredMember {
  readonly returns: TypeRef;
  readonly parameters: readonly DeclaredParameter[];
  readonly hasBody: boolean;
}

export interface DeclaredConstructor extends DeclaredMember {
  readonly parameters: readonly DeclaredParameter[];
}

export interface DeclaredField extends DeclaredMember {
  readonly type: TypeRef;
  /** Its place among the variables of one declaration `Integer a, b`. */
  readonly variable: number;
  readonly hasInitializer: boolean;
}

export interface DeclaredAccessor {
  readonly modifiers: DeclaredModifiers;
  readonly hasBody: boolean;
}

export interface DeclaredProperty extends DeclaredMember {
  readonly type: TypeRef;
  readonly getter: DeclaredAccessor | null;
  readonly setter: DeclaredAccessor | null;
  /** More than one getter or setter. */
  readonly hasTwinAccessor?: true;
}

export interface DeclaredType {
  readonly kind: 'class' | 'interface' | 'enum';
  /** `Outer.Inner`. */
  readonly name: string;
  readonly simpleName: string;
  readonly outer: string | null;
  readonly modifiers: DeclaredModifiers;
  readonly position: Position;
  readonly extends: TypeRef | null;
  /** For an interface: what it extends. */
  readonly implements: readonly TypeRef[];
  readonly methods: readonly DeclaredMethod[];
  readonly constructors: readonly DeclaredConstructor[];
  readonly fields: readonly DeclaredField[];
  readonly properties: readonly DeclaredProperty[];
  readonly enumValues: readonly string[];
  readonly inner: readonly DeclaredType[];
  /** Its place in the body of the outer type; 0 at the top. */
  readonly index: number;
}

export interface DeclaredTrigger {
  readonly name: string;
  readonly object: string;
  readonly objectPosition: Position;
  /** `before insert`. */
  readonly events: readonly string[];
}

/** One source file's declarations. */
export interface DeclaredUnit {
  readonly path: string;
  readonly kind: 'class' | 'trigger' | 'anonymous';
  readonly apiVersion: number;
  readonly type: DeclaredType;
  readonly trigger: DeclaredTrigger | null;
}
