import { createHash } from 'node:crypto';
import replacePlugin, { type RollupReplaceOptions } from '@rollup/plugin-replace';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup, type Plugin, type RollupCache } from 'rollup';
import type { OrgReference } from '../host-api.ts';
import type { BuildContext } from './buildContext.ts';
import { ENTRY, entryModule } from './entryModule.ts';
import { ModuleCache } from './moduleCache.ts';
import { baseComponents } from './plugins/baseComponents.ts';
import { componentModules, emptyModules } from './plugins/componentModules.ts';
import { lwcCompiler } from './plugins/lwcCompiler.ts';
import { platformModules } from './plugins/platformModules.ts';
import { salesforceImports } from './plugins/salesforceImports.ts';
import { BuildFailure, problemsOf } from './problems.ts';
import type { ProjectMetadata } from './projectMetadata.ts';

export interface Bundle {
  code: string;
  /** First characters of the content's SHA-256, for the address of the bundle. */
  hash: string;
  references: OrgReference[];
  warnings: string[];
  moduleCount: number;
  /** Modules that no cache had, so that they were compiled anew. */
  compiledModules: number;
  milliseconds: number;
}

// The declarations of the package describe its CommonJS form, in which the function is one level deeper.
const replace = replacePlugin as unknown as (options: RollupReplaceOptions) => Plugin;

/** Kept between the builds of one process: unchanged modules of packages are not parsed again. */
let rollupCache: RollupCache | undefined;

/**
 * Builds one JavaScript file out of every component that a tab of the project shows.
 * Throws a BuildFailure with all problems that could be found.
 */
export async function bundleProject(project: ProjectMetadata, modulesDir: string, salt: string): Promise<Bundle> {
  const started = performance.now();
  const context: BuildContext = { project, problems: [...project.problems], references: [] };
  const cache = new ModuleCache(modulesDir, salt);
  const warnings: string[] = [];
  let code = '';
  let moduleCount = 0;
  try {
    const build = await rollup({
      input: ENTRY,
      cache: rollupCache,
      plugins: pipeline(context, cache),
      onwarn: (warning) => {
        if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
        // The base components warn by the dozen; only what the project can mend is kept.
        const place = warning.loc?.file ?? warning.id;
        if (place && !place.includes('node_modules')) warnings.push(warning.message);
      },
    });
    rollupCache = packagesOnly(build.cache);
    moduleCount = build.watchFiles.length;
    const { output } = await build.generate({
      format: 'es',
      inlineDynamicImports: true,
      compact: true,
      generatedCode: 'es2015',
    });
    await build.close();
    code = output[0].code;
  } catch (error) {
    throw new BuildFailure([...context.problems, ...problemsOf(error)]);
  }
  if (context.problems.length > 0) throw new BuildFailure(context.problems);
  cache.prune();
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
  return {
    code,
    hash,
    references: context.references,
    warnings,
    moduleCount,
    compiledModules: cache.misses,
    milliseconds: Math.round(performance.now() - started),
  };
}

/**
 * Rollup does not resolve the imports of a cached module again. For modules of npm packages that is right; those of the
 * project must be judged in every build, for a label or a component may be gone.
 */
function packagesOnly(cache: RollupCache | undefined): RollupCache | undefined {
  return cache && { ...cache, modules: cache.modules.filter((module) => module.id.includes('node_modules')) };
}

/** First match wins: what is ours, then what Salesforce would resolve, then the base components, then npm. */
function pipeline(context: BuildContext, cache: ModuleCache) {
  return [
    entryModule(context),
    emptyModules(),
    baseComponents(),
    platformModules(context),
    salesforceImports(context),
    componentModules(context),
    lwcCompiler(context, cache),
    nodeResolve({ browser: true }),
    replace({
      preventAssignment: true,
      values: {
        'process.env.NODE_ENV': '"production"',
        'import.meta.env.SSR': 'false',
        'process.env.IS_BROWSER': 'true',
      },
    }),
  ];
}
