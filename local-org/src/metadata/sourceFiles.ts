import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { ProjectCode } from '../diagnostics/metadataProblems.ts';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** One file of Apex with what its -meta.xml says of it. */
export interface ApexSourceFile {
  /** Relative to the project, with forward slashes: what a person sees in messages. */
  readonly path: string;
  readonly text: string;
  readonly kind: 'class' | 'trigger';
  /** 67 for 67.0. */
  readonly apiVersion: number;
  /** True for a trigger that its -meta.xml switches off: it compiles and never runs. */
  readonly isInactive?: true;
}

export interface ProjectSources {
  /** Absolute. */
  readonly directory: string;
  readonly apex: readonly ApexSourceFile[];
  /** Every other metadata file below the package directories, absolute. */
  readonly metadataFiles: readonly string[];
  /** Absolute folders that were read. */
  readonly packageDirectories: readonly string[];
  /** Paths of the files that a second folder brought, as problems name them; left out when there is none. */
  readonly layerPaths?: ReadonlySet<string>;
  /** What a deployment would refuse before it compiles anything: a class without its -meta.xml. */
  readonly problems: readonly SourceProblem[];
}

export interface SourceProblem {
  readonly path: string;
  readonly code: ProjectCode;
  readonly message: string;
}

const IGNORED_FOLDERS = new Set(['node_modules', '.git', '.local-org', '.sf', '.sfdx', '__tests__']);

/**
 * Reads a folder as `sf project deploy start` would: the package directories of its sfdx-project.json, else every class,
 * trigger and metadata file below it, in source or metadata format.
 * Throws an Error with a sentence when the folder or its sfdx-project.json cannot be read.
 */
export function readProjectSources(directory: string): ProjectSources {
  const root = resolve(directory);
  if (!existsSync(root) || !statSync(root).isDirectory()) throw new Error(`There is no folder ${directory}.`);
  const packageDirectories = findPackageDirectories(root);
  const apex: ApexSourceFile[] = [];
  const metadataFiles: string[] = [];
  const problems: SourceProblem[] = [];
  for (const file of packageDirectories.flatMap((folder) => [...walk(folder)]).sort()) {
    const kind = file.endsWith('.cls') ? 'class' : file.endsWith('.trigger') ? 'trigger' : null;
    if (kind === null) {
      metadataFiles.push(file);
      continue;
    }
    const path = relative(root, file).replaceAll('\\', '/');
    const { apiVersion, isInactive } = readMeta(file);
    if (apiVersion === null) {
      problems.push({
        path,
        code: 'PRJ0001',
        message: `${basename(file)}-meta.xml is missing or has no apiVersion; Salesforce refuses the ${kind} without it.`,
      });
      continue;
    }
    const isOff = kind === 'trigger' && isInactive;
    apex.push({ path, text: readFileSync(file, 'utf8'), kind, apiVersion, ...(isOff ? { isInactive: true } : {}) });
  }
  return { directory: root, apex, metadataFiles, packageDirectories, problems };
}

/** The nearest folder upward that holds an sfdx-project.json; null when there is none. */
export function findProjectDirectory(from: string): string | null {
  let folder = resolve(from);
  for (;;) {
    if (existsSync(join(folder, 'sfdx-project.json'))) return folder;
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

function findPackageDirectories(root: string): string[] {
  const projectFile = join(root, 'sfdx-project.json');
  if (!existsSync(projectFile)) return [root];
  let project: { packageDirectories?: { path?: string }[] };
  try {
    project = JSON.parse(readFileSync(projectFile, 'utf8')) as typeof project;
  } catch (error) {
    throw new Error(`${projectFile} is not valid JSON: ${(error as Error).message}`, { cause: error });
  }
  const folders = (project.packageDirectories ?? []).map((entry) => resolve(root, entry.path ?? '.'));
  const missing = folders.find((folder) => !existsSync(folder));
  if (missing) throw new Error(`${projectFile} names the package directory ${missing}, which does not exist.`);
  return folders;
}

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (!IGNORED_FOLDERS.has(entry.name)) yield* walk(join(folder, entry.name));
    } else if (entry.isFile() && !entry.name.startsWith('.')) {
      yield join(folder, entry.name);
    }
  }
}

function readMeta(file: string): { apiVersion: number | null; isInactive: boolean } {
  const metaFile = `${file}-meta.xml`;
  const text = existsSync(metaFile) ? readFileSync(metaFile, 'utf8') : '';
  const version = /<apiVersion>\s*(\d+)\.\d+\s*<\/apiVersion>/.exec(text)?.[1];
  return {
    apiVersion: version === undefined ? null : Number(version),
    isInactive: /<status>\s*Inactive\s*<\/status>/.test(text),
  };
}
