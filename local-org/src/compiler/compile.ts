import type { PlatformType } from '../platform/definePlatformType.ts';
import type { ObjectDescription, SchemaCatalog } from '../schema/SchemaCatalog.ts';
import type { TypeDeclaration } from '../types/TypeDeclaration.ts';
import type { CheckQuery } from './3-check/World.ts';
import type { CompileCache } from './cache/CompileCache.ts';
import { hash, schemaFingerprint, sourceFingerprint, toolchainFingerprint } from './cache/fingerprints.ts';
import { Compilation } from './Compilation.ts';
import type { CompiledUnit } from './CompiledUnit.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { SourceFile } from './source.ts';

export interface CompileOptions {
  readonly sources: readonly SourceFile[];
  readonly platform: { findType(name: string): PlatformType | undefined };
  readonly schema: SchemaCatalog;
  /** Whether there is a custom label of that name. */
  readonly labels: (name: string) => boolean;
  readonly checkQuery?: CheckQuery;
  /** Static methods on the name of an object: custom settings, custom metadata types. */
  readonly sobjectStatics?: (object: ObjectDescription) => TypeDeclaration | undefined;
  readonly cache?: CompileCache;
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

interface CachedProgram extends CompileResult {
  readonly labels: readonly string[];
}

/**
 * Compiles the sources of a project together. Where nothing has changed since the last time everything comes from the cache
 * and no file is parsed; where something has, only what depends on it is compiled again.
 */
export function compile(options: CompileOptions): CompileResult {
  const { cache, sources, schema } = options;
  if (!cache) return new Compilation(options, null).result();
  const environment = hash(toolchainFingerprint(), schemaFingerprint(schema));
  const key = hash(environment, ...sources.map(sourceFingerprint));
  const known = cache.get('program', key) as CachedProgram | undefined;
  if (known?.labels.every((label) => options.labels(label))) return known;
  const compilation = new Compilation(options, environment);
  const result = compilation.result();
  if (result.diagnostics.length === 0) cache.put('program', key, { ...result, labels: [...compilation.usedLabels] });
  return result;
}
