import type { EncodedSourceMap } from '@jridgewell/gen-mapping';
import type { AnnotationInfo } from '../runtime/ClassInfo.ts';

// What a compiled file is: plain data, so that it can be stored and loaded without parsing again.

export interface CompiledUnit {
  readonly path: string;
  /** Of the class or trigger. */
  readonly name: string;
  readonly kind: 'class' | 'trigger' | 'anonymous';
  readonly apiVersion: number;
  readonly isTest: boolean;
  readonly code: CompiledCode;
  /** The same with a counter before each statement. */
  readonly countedCode: CompiledCode;
  /** Lines with executable code; the counters are in this order. */
  readonly lines: readonly number[];
  /** The type of the file, then its inner types. */
  readonly classes: readonly CompiledClass[];
  readonly trigger: { readonly object: string; readonly events: readonly string[] } | null;
  /** Names of the other classes of the project that its text refers to, top-level ones, sorted. */
  readonly references: readonly string[];
}

export interface CompiledCode {
  /** Body of a function that gets `$rt`. */
  readonly js: string;
  readonly map: EncodedSourceMap;
  /** First and last line of each function, and its name in stack traces. */
  readonly functions: readonly (readonly [first: number, last: number, name: string])[];
}

type Access = 'private' | 'protected' | 'public' | 'global';

export interface CompiledClass {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly sharing: 'with' | 'without' | 'inherited' | 'omitted';
  readonly access: Access;
  readonly isAbstract: boolean;
  readonly isException: boolean;
  readonly annotations: readonly AnnotationInfo[];
  /** The superclass, of the project. */
  readonly parent: string | null;
  /** All of them, canonical with type arguments. */
  readonly supertypes: readonly string[];
  readonly enumValues: readonly string[];
  readonly methods: readonly CompiledMethod[];
  readonly constructors: readonly {
    readonly jsName: string;
    readonly access: Access;
    readonly params: readonly CompiledParam[];
  }[];
  readonly fields: readonly CompiledField[];
}

export interface CompiledParam {
  readonly name: string;
  /** Canonical text. */
  readonly type: string;
}

export interface CompiledMethod {
  readonly name: string;
  readonly jsName: string;
  readonly isStatic: boolean;
  readonly access: Access;
  readonly annotations: readonly AnnotationInfo[];
  readonly params: readonly CompiledParam[];
  readonly returns: string;
  readonly line: number;
}

export interface CompiledField {
  readonly name: string;
  readonly type: string;
  readonly jsName: string;
  readonly isStatic: boolean;
  readonly isTransient: boolean;
  readonly access: Access;
  readonly annotations: readonly AnnotationInfo[];
  /** JavaScript methods to read and write it with; null where the value stands at its place. */
  readonly getter: string | null;
  readonly setter: string | null;
  /** False for a property that only computes. */
  readonly isStored: boolean;
}
