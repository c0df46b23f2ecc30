import { basename, dirname, join, sep } from 'node:path';
import { parseMetadata } from './metadataXml.ts';
import { problemAt, type BuildProblem } from './problems.ts';

/** One folder `lwc/<name>` of a package directory. */
export interface Component {
  name: string;
  dir: string;
  /** The module of the component; null for a folder that holds only CSS or only a template. */
  entry: string | null;
  apiVersion: number;
  isExposed: boolean;
  targets: string[];
  /** `lwc:component` needs the capability lightning__dynamicComponent. */
  isDynamic: boolean;
  /** The files that the build may read, the chosen script of each pair of `.ts` and `.js` among them. */
  files: string[];
}

/**
 * Groups the files of a project into its Lightning web components.
 * Component names are unique in an org, whatever folder they lie in, so a second one is a problem.
 */
export function findComponents(files: string[], problems: BuildProblem[]): Map<string, Component> {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const parts = file.split(sep);
    const lwc = parts.lastIndexOf('lwc');
    // A file directly below `lwc` (jsconfig.json, .eslintrc.json) belongs to no component.
    if (lwc < 0 || lwc + 2 >= parts.length) continue;
    const dir = parts.slice(0, lwc + 2).join(sep);
    folders.set(dir, [...(folders.get(dir) ?? []), file]);
  }
  const components = new Map<string, Component>();
  for (const [dir, members] of folders) {
    const component = readComponent(dir, members, problems);
    if (!component) continue;
    const twin = components.get(component.name);
    if (twin) {
      problems.push(
        problemAt(
          component.entry ?? dir,
          `There are two components named "${component.name}": ${twin.dir} and ${dir}. Rename one of them.`,
        ),
      );
      continue;
    }
    components.set(component.name, component);
  }
  return components;
}

function readComponent(dir: string, members: string[], problems: BuildProblem[]): Component | null {
  const name = basename(dir);
  const files = members.filter((file) => !isShadowedByTypeScript(file, members));
  const entry =
    files.find(
      (file) => dirname(file) === dir && (basename(file) === `${name}.ts` || basename(file) === `${name}.js`),
    ) ?? null;
  const meta = join(dir, `${name}.js-meta.xml`);
  if (!members.includes(meta)) {
    if (entry)
      problems.push(
        problemAt(
          entry,
          `The component "${name}" has no ${name}.js-meta.xml, so Salesforce would not deploy it. Add the file.`,
        ),
      );
    return entry ? { name, dir, entry, apiVersion: 0, isExposed: false, targets: [], isDynamic: false, files } : null;
  }
  try {
    const bundle = parseMetadata(meta);
    const targets = (bundle.targets as { target?: string[] } | undefined)?.target ?? [];
    const capabilities = (bundle.capabilities as { capability?: string[] } | undefined)?.capability ?? [];
    return {
      name,
      dir,
      entry,
      apiVersion: Number(bundle.apiVersion ?? 0),
      isExposed: bundle.isExposed === 'true',
      targets,
      isDynamic: capabilities.includes('lightning__dynamicComponent'),
      files,
    };
  } catch (error) {
    problems.push(problemAt(meta, `The file is not valid XML: ${(error as Error).message}`));
    return null;
  }
}

/** `x.js` beside `x.ts` is what tsc emitted, maybe long ago: the source wins. */
function isShadowedByTypeScript(file: string, members: string[]): boolean {
  return file.endsWith('.js') && members.includes(file.replace(/\.js$/, '.ts'));
}
