import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Plugin } from 'rollup';
import { fileOf, reportImport, type BuildContext } from '../buildContext.ts';

/**
 * Resolves `c/<name>` and the relative imports between the files of a component.
 *
 * A Salesforce DX folder has no `c` level, so the LWC compiler could not tell namespace and name from the path: every
 * module of a component carries them as `?specifier=c%2F<name>`. The slash is encoded, or `./x.html` beside `x.ts`
 * would resolve to the component itself.
 */
export function componentModules(context: BuildContext): Plugin {
  return {
    name: 'local-org:component-modules',
    resolveId(specifier, importer) {
      if (!importer) return null;
      if (specifier.startsWith('c/')) return resolveComponent(context, specifier, importer);
      const owner = ownerOf(importer);
      if (!owner || !specifier.startsWith('.')) return null;
      return resolveSibling(specifier, importer, owner, context);
    },
    load(id) {
      if (!ownerOf(id)) return null;
      const file = fileOf(id);
      this.addWatchFile(file);
      return existsSync(file) ? readFileSync(file, 'utf8') : 'export default undefined;';
    },
  };
}

/** The component that a module belongs to, from its id; null for modules of the platform. */
export function ownerOf(moduleId: string): string | null {
  const query = moduleId.split('?')[1];
  const specifier = query ? new URLSearchParams(query).get('specifier') : null;
  return specifier?.startsWith('c/') ? specifier.slice(2) : null;
}

function withOwner(file: string, owner: string, scoped: boolean): string {
  return `${file}?${scoped ? 'scoped=true&' : ''}specifier=${encodeURIComponent(`c/${owner}`)}`;
}

function resolveComponent(context: BuildContext, specifier: string, importer: string): string | null {
  const name = specifier.slice(2);
  const component = context.project.components.get(name);
  if (component?.entry) return withOwner(component.entry, name, false);
  // A folder with only a stylesheet is imported for its CSS: `import styles from 'c/theme'` or `@import 'c/theme'`.
  const css = component?.files.find((file) => basename(file) === `${name}.css`);
  if (css) return withOwner(css, name, false);
  reportImport(
    context,
    importer,
    specifier,
    `There is no component "${name}" in the package directories of sfdx-project.json (imported as ${specifier}).`,
  );
  return emptyModule(name);
}

function resolveSibling(specifier: string, importer: string, owner: string, context: BuildContext): string {
  const [path, query] = specifier.split('?') as [string, string | undefined];
  const wanted = resolve(dirname(fileOf(importer)), path);
  const candidates = extname(wanted) ? [wanted] : [];
  candidates.push(`${wanted}.ts`, `${wanted}.js`);
  const found = candidates.find((file) => existsSync(file));
  const scoped = query?.includes('scoped') ?? false;
  if (found) return withOwner(preferTypeScript(found), owner, scoped);
  if (isImplicit(wanted, importer)) return emptyModule(basename(wanted));
  reportImport(
    context,
    importer,
    specifier,
    `There is no file ${join(dirname(fileOf(importer)), path)} (imported as ${specifier}).`,
  );
  return emptyModule(basename(wanted));
}

function preferTypeScript(file: string): string {
  const source = file.replace(/\.js$/, '.ts');
  return file.endsWith('.js') && existsSync(source) ? source : file;
}

/** The compiler adds imports of the template and the stylesheets on its own: these may be missing. */
function isImplicit(wanted: string, importer: string): boolean {
  const from = fileOf(importer);
  const stem = basename(from, extname(from));
  return ['.html', '.css', '.scoped.css'].some((suffix) => basename(wanted) === `${stem}${suffix}`);
}

const EMPTY = '\0local-org:empty/';

/** Id of a module without content: stands in after a reported problem. */
export function emptyModule(name: string): string {
  return EMPTY + name.replaceAll('/', ' ');
}

/** Modules without content: an absent template or stylesheet, and stand-ins after a reported problem. */
export function emptyModules(): Plugin {
  return {
    name: 'local-org:empty-modules',
    load: (id) => (id.startsWith(EMPTY) ? { code: 'export default undefined;', syntheticNamedExports: true } : null),
  };
}
