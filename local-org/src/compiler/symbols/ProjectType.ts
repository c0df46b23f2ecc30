import type { DeclaredModifiers, DeclaredType, DeclaredUnit } from '../2-declare/Declaration.ts';
import { findAnnotation, hasWord } from '../2-declare/modifiers.ts';
import type { ApexType } from './ApexType.ts';
import type { ConstructorSymbol, FieldSymbol, MethodSymbol } from './Member.ts';

/** A class, interface or enum of the project, with its members once they are resolved. */
export class ProjectType {
  readonly declared: DeclaredType;
  readonly unit: DeclaredUnit;
  readonly outer: ProjectType | null;
  /** By lower-case simple name. */
  readonly inner = new Map<string, ProjectType>();
  /** By lower-case name. */
  readonly fields = new Map<string, FieldSymbol>();
  readonly methods = new Map<string, MethodSymbol[]>();
  readonly constructors: ConstructorSymbol[] = [];
  superType: ApexType | null = null;
  interfaces: readonly ApexType[] = [];
  type!: ApexType;

  constructor(declared: DeclaredType, unit: DeclaredUnit, outer: ProjectType | null) {
    this.declared = declared;
    this.unit = unit;
    this.outer = outer;
    for (const inner of declared.inner)
      this.inner.set(inner.simpleName.toLowerCase(), new ProjectType(inner, unit, this));
  }

  get name(): string {
    return this.declared.name;
  }

  /** The top-level type around it, or itself. */
  get outermost(): ProjectType {
    return this.outer?.outermost ?? this;
  }

  get isAbstract(): boolean {
    return this.declared.kind === 'interface' || hasWord(this.declared.modifiers, 'abstract');
  }

  get isExtensible(): boolean {
    return this.isAbstract || hasWord(this.declared.modifiers, 'virtual');
  }

  get isException(): boolean {
    for (let type: ApexType | null = this.superType; type; type = type.project?.superType ?? null) {
      if (type.name === 'System.Exception' || type.platform?.extends?.name.endsWith('Exception')) return true;
    }
    return false;
  }

  get isTest(): boolean {
    return findAnnotation(this.outermost.declared.modifiers, 'IsTest') !== undefined;
  }

  /** How its methods run; null leaves the caller's mode. */
  get sharing(): 'with' | 'without' | null {
    const keyword = this.declared.modifiers.sharing;
    if (keyword !== null) return keyword === 'inherited' ? null : keyword;
    // Classes without a keyword run with sharing from API 67 on, triggers and scripts have no keyword of their own.
    return this.unit.kind === 'class' && this.unit.apiVersion >= 67 ? 'with' : null;
  }

  *selfAndInner(): Generator<ProjectType> {
    yield this;
    for (const inner of this.inner.values()) yield* inner.selfAndInner();
  }
}

export type Access = 'private' | 'protected' | 'public' | 'global';

export function accessOf(modifiers: DeclaredModifiers, otherwise: Access = 'private'): Access {
  const words: Access[] = ['global', 'public', 'protected', 'private'];
  if (hasWord(modifiers, 'webservice')) return 'global';
  return words.find((word) => hasWord(modifiers, word)) ?? otherwise;
}
