import type { PlatformType } from '../platform/definePlatformType.ts';
import type { ObjectDescription, SchemaCatalog } from '../schema/SchemaCatalog.ts';
import { checkQuery } from '../soql/check.ts';
import type { TypeDeclaration } from '../types/TypeDeclaration.ts';
import { parse, type ParsedUnit } from './1-parse/parse.ts';
import type { DeclaredUnit } from './2-declare/Declaration.ts';
import { declareUnit } from './2-declare/declareUnit.ts';
import { findAnnotation, isTestMarked } from './2-declare/modifiers.ts';
import { checkUnit } from './3-check/checkUnit.ts';
import type { CheckQuery, World } from './3-check/World.ts';
import { describeTypes } from './4-emit/describeUnit.ts';
import { emitUnit } from './4-emit/emitUnit.ts';
import type { CompiledUnit } from './CompiledUnit.ts';
import { Diagnostics, type Diagnostic } from './diagnostics.ts';
import type { SourceFile } from './source.ts';
import { linkTypes } from './symbols/linkTypes.ts';
import { MemberTable } from './symbols/members.ts';
import { TypeTable } from './symbols/TypeTable.ts';
import type { ProjectType } from './symbols/ProjectType.ts';

export interface CompileOptions {
  readonly sources: readonly SourceFile[];
  readonly platform: { findType(name: string): PlatformType | undefined };
  readonly schema: SchemaCatalog;
  /** Whether there is a custom label of that name. */
  readonly labels: (name: string) => boolean;
  readonly checkQuery?: CheckQuery;
  /** Static methods on the name of an object: custom settings, custom metadata types. */
  readonly sobjectStatics?: (object: ObjectDescription) => TypeDeclaration | undefined;
}

export interface CompileResult {
  /** What compiled without an error, in the order of the sources. */
  readonly units: readonly CompiledUnit[];
  readonly diagnostics: readonly Diagnostic[];
  /** The tests of all sources that could be parsed, whether or not they compiled. */
  readonly declaredTests: readonly DeclaredTest[];
}

export interface DeclaredTest {
  readonly class: string;
  readonly method: string;
  readonly path: string;
}

/** Compiles the sources of a project together: parse, declare, check, emit. */
export function compile(options: CompileOptions): CompileResult {
  const diagnostics = new Diagnostics();
  const parsed = options.sources.map((source) => parse(source, diagnostics)).filter((unit) => unit !== null);
  const declared = parsed.map(declareUnit);
  const world = createWorld(options, diagnostics);
  const types = new Map(linkTypes(declared, world.types, diagnostics).map((type) => [type.declared, type]));
  const units = parsed.map((unit, index) => compileUnit(unit, types.get(declared[index]!.type)!, world));
  return {
    units: units.filter((unit) => unit !== null),
    diagnostics: diagnostics.list,
    declaredTests: declared.flatMap(testsOf),
  };
}

function createWorld(options: CompileOptions, diagnostics: Diagnostics): World {
  const { schema, platform } = options;
  const types = new TypeTable({ findType: (name) => platform.findType(name)?.declaration }, schema);
  const members = new MemberTable(types, ({ sobject }) => (sobject ? options.sobjectStatics?.(sobject) : undefined));
  return { types, members, schema, diagnostics, hasLabel: options.labels, checkQuery: options.checkQuery ?? checkQuery };
}

/** Null when the file has errors. */
function compileUnit(unit: ParsedUnit, type: ProjectType, world: World): CompiledUnit | null {
  const { source } = unit;
  const bound = checkUnit(unit, type, world);
  if (world.diagnostics.list.some((diagnostic) => diagnostic.path === source.path)) return null;
  const { lines, ...code } = emitUnit(bound, source, false);
  const { lines: _, ...countedCode } = emitUnit(bound, source, true);
  const { trigger } = type.unit;
  return {
    path: source.path,
    name: trigger?.name ?? type.name,
    kind: source.kind,
    apiVersion: source.apiVersion,
    isTest: type.isTest,
    code,
    countedCode,
    lines,
    classes: describeTypes(type, world.members),
    trigger: trigger ? { object: world.schema.object(trigger.object)?.name ?? trigger.object, events: trigger.events } : null,
  };
}

function testsOf(unit: DeclaredUnit): DeclaredTest[] {
  if (!findAnnotation(unit.type.modifiers, 'IsTest')) return [];
  return unit.type.methods
    .filter((method) => isTestMarked(method.modifiers))
    .map((method) => ({ class: unit.type.name, method: method.name, path: unit.path }));
}
