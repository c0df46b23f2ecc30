import { compile, type CompileResult, type SourceFile } from '../../src/compiler/index.ts';
import type { CompileOptions } from '../../src/compiler/compile.ts';
import * as platform from '../../src/platform/catalog.ts';
import { createSchema } from '../../src/schema/createSchema.ts';

export const schema = createSchema();

/** Class, trigger (`name.trigger`) or script (`name.apex`) by name. */
export type Sources = Readonly<Record<string, string>>;

export function sourceFiles(sources: Sources, apiVersion = 67): SourceFile[] {
  return Object.entries(sources).map(([name, text]) => {
    const kind = name.endsWith('.trigger') ? 'trigger' : name.endsWith('.apex') ? 'anonymous' : 'class';
    return { path: kind === 'class' ? `${name}.cls` : name, text, kind, apiVersion };
  });
}

/** Compiles classes against the platform and the standard objects; labels named Known… exist. */
export function compileSources(sources: Sources, options: Partial<CompileOptions> = {}): CompileResult {
  return compile({
    sources: sourceFiles(sources),
    platform,
    schema,
    labels: (name) => name.startsWith('Known'),
    ...options,
  });
}

/** As above, for sources that are meant to be valid: throws with the first problem. */
export function compileValid(sources: Sources, options: Partial<CompileOptions> = {}): CompileResult {
  const result = compileSources(sources, options);
  const [problem] = result.diagnostics;
  if (problem) throw new Error(`${problem.path}:${problem.line}:${problem.column} ${problem.code} ${problem.text}`);
  return result;
}
