import { checkQuery } from '../soql/check.ts';
import { parse, type ParsedUnit } from './1-parse/parse.ts';
import type { DeclaredUnit } from './2-declare/Declaration.ts';
import { declareUnit } from './2-declare/declareUnit.ts';
import { findAnnotation, isTestMarked } from './2-declare/modifiers.ts';
import { checkUnit } from './3-check/checkUnit.ts';
import type { World } from './3-check/World.ts';
import { describeTypes } from './4-emit/describeUnit.ts';
import { emitUnit } from './4-emit/emitUnit.ts';
import { declarationFingerprint, hash, sourceFingerprint } from './cache/fingerprints.ts';
import type { CompileOptions, CompileResult, DeclaredTest } from './compile.ts';
import type { CompiledUnit } from './CompiledUnit.ts';
import { Diagnostics } from './diagnostics.ts';
import type { SourceFile } from './source.ts';
import { referencesOf } from './symbols/referencesOf.ts';
import { linkTypes } from './symbols/linkTypes.ts';
import { MemberTable } from './symbols/members.ts';
import type { ProjectType } from './symbols/ProjectType.ts';
import { TypeTable } from './symbols/TypeTable.ts';

interface CachedUnit {
  readonly unit: CompiledUnit;
  readonly labels: readonly string[];
}

/** One run of the compiler: parse, declare, check, emit. */
export class Compilation {
  /** Labels that the sources name. */
  readonly usedLabels = new Set<string>();
  private readonly options: CompileOptions;
  /** Fingerprint of all that is no source; null without a cache. */
  private readonly environment: string | null;
  private readonly diagnostics = new Diagnostics();
  private readonly parsed = new Map<SourceFile, ParsedUnit | null>();
  private labelsOfUnit = new Set<string>();

  constructor(options: CompileOptions, environment: string | null) {
    this.options = options;
    this.environment = environment;
  }

  result(): CompileResult {
    const declared = this.options.sources.flatMap((source) => {
      const unit = this.declarationOf(source);
      return unit ? [{ source, unit }] : [];
    });
    const world = this.createWorld();
    const units = declared.map(({ unit }) => unit);
    const types = new Map(linkTypes(units, world.types, this.diagnostics).map((type) => [type.declared, type]));
    const declarations = this.environment === null ? '' : hash(...units.map(declarationFingerprint));
    const compiled = declared.map(({ source, unit }) =>
      this.compileCached(source, types.get(unit.type)!, declarations, world),
    );
    return {
      units: compiled.filter((unit) => unit !== null),
      diagnostics: this.diagnostics.list,
      declaredTests: units.flatMap(testsOf),
    };
  }

  private parsedOf(source: SourceFile): ParsedUnit | null {
    if (!this.parsed.has(source)) this.parsed.set(source, parse(source, this.diagnostics));
    return this.parsed.get(source) ?? null;
  }

  private declarationOf(source: SourceFile): DeclaredUnit | null {
    const { cache } = this.options;
    const key = cache && hash(this.environment ?? '', sourceFingerprint(source));
    const known = cache?.get('declaration', key!) as DeclaredUnit | undefined;
    if (known) return known;
    const unit = this.parsedOf(source);
    if (!unit) return null;
    const declared = declareUnit(unit);
    cache?.put('declaration', key!, declared);
    return declared;
  }

  private createWorld(): World {
    const { schema, platform, labels, sobjectStatics } = this.options;
    const types = new TypeTable({ findType: (name) => platform.findType(name)?.declaration }, schema);
    return {
      types,
      members: new MemberTable(types, ({ sobject }) => (sobject ? sobjectStatics?.(sobject) : undefined)),
      schema,
      diagnostics: this.diagnostics,
      hasLabel: (name) => {
        this.labelsOfUnit.add(name);
        return labels(name);
      },
      checkQuery: this.options.checkQuery ?? checkQuery,
    };
  }

  private compileCached(
    source: SourceFile,
    type: ProjectType,
    declarations: string,
    world: World,
  ): CompiledUnit | null {
    const { cache } = this.options;
    const key = cache && hash(this.environment ?? '', declarations, sourceFingerprint(source));
    const known = cache?.get('unit', key!) as CachedUnit | undefined;
    if (known?.labels.every((label) => this.options.labels(label))) {
      for (const label of known.labels) this.usedLabels.add(label);
      return known.unit;
    }
    this.labelsOfUnit = new Set();
    const parsed = this.parsedOf(source);
    const unit = parsed && this.compileOrReport(parsed, type, world);
    for (const label of this.labelsOfUnit) this.usedLabels.add(label);
    if (unit) cache?.put('unit', key!, { unit, labels: [...this.labelsOfUnit] } satisfies CachedUnit);
    return unit;
  }

  /** A mistake of the compiler itself must not take the other files with it. */
  private compileOrReport(parsed: ParsedUnit, type: ProjectType, world: World): CompiledUnit | null {
    try {
      return this.compile(parsed, type, world);
    } catch (error) {
      const text = error instanceof RangeError ? 'the code is nested too deeply' : (error as Error).message;
      this.diagnostics.report(parsed.source.path, type.declared.position, 'APX0999', text);
      return null;
    }
  }

  /** Null when the file has errors. */
  private compile(parsed: ParsedUnit, type: ProjectType, world: World): CompiledUnit | null {
    const { source } = parsed;
    world.types.found.clear();
    const bound = checkUnit(parsed, type, world);
    if (this.diagnostics.list.some((diagnostic) => diagnostic.path === source.path)) return null;
    const { lines, ...code } = emitUnit(bound, source, false);
    const { lines: _, ...countedCode } = emitUnit(bound, source, true);
    const { trigger } = type.unit;
    const classes = describeTypes(type, world.members);
    return {
      path: source.path,
      name: trigger?.name ?? type.name,
      kind: source.kind,
      apiVersion: source.apiVersion,
      isTest: type.isTest,
      code,
      countedCode,
      lines,
      classes,
      trigger: trigger
        ? { object: world.schema.object(trigger.object)?.name ?? trigger.object, events: trigger.events }
        : null,
      references: referencesOf(classes, world.types),
    };
  }
}

function testsOf(unit: DeclaredUnit): DeclaredTest[] {
  if (!findAnnotation(unit.type.modifiers, 'IsTest')) return [];
  return unit.type.methods
    .filter((method) => isTestMarked(method.modifiers))
    .map((method) => ({ class: unit.type.name, method: method.name, path: unit.path }));
}
