import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import lwcPlugin, { type RollupLwcOptions } from '@lwc/rollup-plugin';
import type { Plugin, TransformPluginContext } from 'rollup';
import { fileOf, type BuildContext } from '../buildContext.ts';
import type { ModuleCache } from '../moduleCache.ts';
import { ownerOf } from './componentModules.ts';
import { BuildFailure, problemAt, problemsOf, type BuildProblem } from '../problems.ts';
import { sourcePosition, stripTypes } from './typescript.ts';

// The declarations of the package describe its CommonJS form, in which the function is one level deeper.
const lwc = lwcPlugin as unknown as (options: RollupLwcOptions) => Plugin;

const HERE = dirname(fileURLToPath(import.meta.url));

type Resolve = Extract<Plugin['resolveId'], (...parameters: never[]) => unknown>;
type Transform = (this: TransformPluginContext, source: string, id: string) => { code: string } | undefined;

/**
 * The LWC compiler with types stripped before it and a disk cache around it. Compiling the base components takes most
 * of a cold build and their sources never change.
 */
export function lwcCompiler(context: BuildContext, cache: ModuleCache): Plugin {
  const inner = compilerFor(undefined, true);
  const compilers = new Map<string, Plugin>();
  const compilerOf = (id: string): Plugin => {
    const component = context.project.components.get(ownerOf(id) ?? '');
    if (!component) return inner;
    const key = `${component.apiVersion} ${component.isDynamic}`;
    const compiler = compilers.get(key) ?? compilerFor(component.apiVersion || undefined, component.isDynamic);
    compilers.set(key, compiler);
    return compiler;
  };
  return {
    ...inner,
    name: 'local-org:lwc-compiler',
    resolveId(specifier, importer, options) {
      // The resolver reads the package.json above the importer: a Salesforce project need not have one, and for a
      // generated module it would be the one above the working directory.
      const isElsewhere = importer?.startsWith('\0') || (importer && ownerOf(importer));
      const from = isElsewhere ? join(HERE, 'index.js') : importer;
      return (inner.resolveId as Resolve).call(this, specifier, from, options);
    },
    transform(source, id) {
      if (id.startsWith('\0')) return null;
      const component = context.project.components.get(ownerOf(id) ?? '');
      const key = cache.keyOf(source, id, `${component?.apiVersion} ${component?.isDynamic}`);
      const cached = cache.get(key);
      if (cached !== null) return { code: cached, map: null };
      const isTypeScript = fileOf(id).endsWith('.ts');
      const script = isTypeScript ? stripTypes(source, id) : source;
      let warned = false;
      const scope = Object.create(this, {
        warn: {
          value: (log: Parameters<TransformPluginContext['warn']>[0]) => {
            warned = true;
            this.warn(log);
          },
        },
      }) as TransformPluginContext;
      // Modules of ours that are no components need no compiler, which knows less syntax than browsers do.
      const needsCompiler = !isTypeScript || ownerOf(id) !== null;
      const code = needsCompiler ? compile(compilerOf(id), scope, source, script, id) : script;
      // A component with warnings is compiled again next time, or its warnings would be seen only once.
      if (!warned || !component) cache.put(key, code);
      return { code, map: null };
    },
  };
}

function compile(compiler: Plugin, scope: TransformPluginContext, source: string, script: string, id: string): string {
  try {
    return (compiler.transform as unknown as Transform).call(scope, script, id)?.code ?? script;
  } catch (error) {
    const problems = problemsOf(error).map((problem) => inSource(problem, source, script, id));
    throw new BuildFailure(problems);
  }
}

/** The compiler saw the module without its types: moves the place it names back to the source. */
function inSource(problem: BuildProblem, source: string, script: string, id: string): BuildProblem {
  const file = fileOf(id);
  const position =
    source !== script && problem.line ? sourcePosition(source, id, problem.line, problem.column ?? 1) : null;
  return problemAt(file, problem.message, position?.line ?? problem.line, position?.column ?? problem.column);
}

function compilerFor(apiVersion: number | undefined, enableDynamicComponents: boolean): Plugin {
  return lwc({
    // npm modules are looked up from here: the project may lie where no node_modules is in reach.
    rootDir: HERE,
    modules: [{ npm: 'lightning-base-components' }],
    sourcemap: false,
    // Base components ask for ElementInternals, which synthetic shadow has only behind this switch.
    enableSyntheticElementInternals: true,
    enableDynamicComponents,
    ...(apiVersion ? { apiVersion } : {}),
  });
}
