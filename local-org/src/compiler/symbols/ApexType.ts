import type { ObjectDescription } from '../../schema/SchemaCatalog.ts';
import type { TypeDeclaration } from '../../types/TypeDeclaration.ts';
import type { ProjectType } from './ProjectType.ts';

/** A resolved type. There is one object per type and compilation, so identity is equality. */
export interface ApexType {
  /**
   * `query` is what an inline query gives before it is known whether a record or a list is wanted; its argument is the row.
   * `unknown` stands for a type that does not exist, which was reported: what follows from it is not reported again.
   */
  readonly kind: 'void' | 'null' | 'primitive' | 'object' | 'sobject' | 'platform' | 'project' | 'query' | 'unknown';
  /** Canonical, see RuntimeType. */
  readonly name: string;
  /** Without type arguments. */
  readonly base: string;
  readonly args: readonly ApexType[];
  readonly platform: TypeDeclaration | null;
  readonly project: ProjectType | null;
  /** Null for the type SObject itself. */
  readonly sobject: ObjectDescription | null;
}

export const PRIMITIVES = [
  'Boolean',
  'Integer',
  'Long',
  'Double',
  'Decimal',
  'String',
  'Id',
  'Date',
  'Datetime',
  'Time',
  'Blob',
] as const;

const BARE_NAMES = new Set<string>([...PRIMITIVES, 'Object', 'SObject', 'List', 'Set', 'Map']);

/** `String` for System.String, `System.Pattern`, `Database.SaveResult`. */
export function canonicalName(declaration: TypeDeclaration): string {
  const isBare = declaration.namespace === 'System' && BARE_NAMES.has(declaration.name);
  return isBare ? declaration.name : declaration.qualifiedName;
}

/** As messages of Salesforce's compiler show it, and as it counts in mangled names: without `System.`. */
export function shortName(type: ApexType): string {
  const base = type.base.startsWith('System.') ? type.base.slice('System.'.length) : type.base;
  return type.args.length === 0 ? base : `${base}<${type.args.map(shortName).join(',')}>`;
}

export function isCollection(type: ApexType): boolean {
  return type.base === 'List' || type.base === 'Set' || type.base === 'Map';
}

const NUMBER_RANK: Readonly<Record<string, number>> = { Integer: 1, Long: 2, Double: 3, Decimal: 4 };

export function isNumeric(type: ApexType): boolean {
  return type.name in NUMBER_RANK;
}

/** Integer before Long before Double before Decimal; 0 for anything else. */
export function numberRank(type: ApexType): number {
  return NUMBER_RANK[type.name] ?? 0;
}

export function isText(type: ApexType): boolean {
  return type.name === 'String' || type.name === 'Id';
}

export function isEnum(type: ApexType): boolean {
  return (type.project?.declared.kind ?? type.platform?.kind) === 'enum';
}

export function isInterface(type: ApexType): boolean {
  return (type.project?.declared.kind ?? type.platform?.kind) === 'interface';
}
