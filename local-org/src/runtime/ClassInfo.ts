import type { RuntimeType } from '../types/RuntimeType.ts';

export interface AnnotationInfo {
  /** As written. */
  readonly name: string;
  /** By lower-case name. */
  readonly params: Readonly<Record<string, string>>;
}

export interface ParamInfo {
  readonly name: string;
  readonly type: RuntimeType;
}

export interface MethodInfo {
  readonly name: string;
  readonly isStatic: boolean;
  readonly access: 'private' | 'protected' | 'public' | 'global';
  readonly annotations: readonly AnnotationInfo[];
  readonly params: readonly ParamInfo[];
  /** `void` where nothing comes back. */
  readonly returns: RuntimeType;
  readonly line: number;
}

/** A field or property. */
export interface PropertyInfo {
  readonly name: string;
  readonly type: RuntimeType;
  readonly isStatic: boolean;
  readonly isTransient: boolean;
  readonly annotations: readonly AnnotationInfo[];
}

/** What the rest of the local org may know of a class of the project. */
export interface ClassInfo {
  /** `Outer.Inner`. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** As declared; `omitted` runs as the API version says. */
  readonly sharing: 'with' | 'without' | 'inherited' | 'omitted';
  readonly apiVersion: number;
  readonly isAbstract: boolean;
  readonly access: 'private' | 'protected' | 'public' | 'global';
  readonly annotations: readonly AnnotationInfo[];
  /** Its own, in the order of the text. */
  readonly methods: readonly MethodInfo[];
  /** Inherited ones first. */
  readonly properties: readonly PropertyInfo[];
  /** Classes and interfaces, also indirect ones, of project and platform. */
  readonly supertypes: readonly string[];
}
