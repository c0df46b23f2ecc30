import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findComponents, type Component } from './components.ts';
import { readApps, readTabs, type LightningApp, type LightningTab } from './navigationMetadata.ts';
import { problemAt, type BuildProblem } from './problems.ts';
import { parseMetadata } from './metadataXml.ts';

/** What of an SFDX project the page is built from. Read afresh for every build. */
export interface ProjectMetadata {
  projectDir: string;
  packageDirs: string[];
  /** By name, as in `c/<name>`. */
  components: Map<string, Component>;
  tabs: Map<string, LightningTab>;
  apps: LightningApp[];
  labels: Set<string>;
  customPermissions: Set<string>;
  /** Static resources: name to the file (or folder) that holds the content. */
  staticResources: Map<string, string>;
  /** Every file that was read, so that a change of any of them leads to a new build. */
  files: string[];
  problems: BuildProblem[];
}

const SKIPPED_FOLDERS = new Set(['node_modules', '__tests__', '.sfdx', '.sf', '.git']);

/** The package directories of `sfdx-project.json`, as absolute paths. Throws with one clear line when there is no such file. */
export function packageDirectories(projectDir: string): string[] {
  const file = join(projectDir, 'sfdx-project.json');
  if (!existsSync(file)) {
    throw new Error(
      `No sfdx-project.json in ${projectDir}: start the local org in the folder of a Salesforce DX project.`,
    );
  }
  let project: { packageDirectories?: { path: string }[] };
  try {
    project = JSON.parse(readFileSync(file, 'utf8')) as typeof project;
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${(error as Error).message}`);
  }
  return (project.packageDirectories ?? [])
    .map((entry) => join(projectDir, entry.path))
    .filter((dir) => existsSync(dir));
}

export function readProjectMetadata(projectDir: string): ProjectMetadata {
  const packageDirs = packageDirectories(projectDir);
  const all = packageDirs.flatMap((dir) => filesBelow(dir));
  const problems: BuildProblem[] = [];
  const bySuffix = (suffix: string) => all.filter((file) => file.endsWith(suffix));
  const labelFiles = bySuffix('.labels-meta.xml');
  const permissionFiles = bySuffix('.customPermission-meta.xml');
  const resourceFiles = bySuffix('.resource-meta.xml');
  const tabFiles = bySuffix('.tab-meta.xml');
  const appFiles = bySuffix('.app-meta.xml');
  const components = findComponents(all, problems);
  return {
    projectDir,
    packageDirs,
    components,
    tabs: readTabs(tabFiles, problems),
    apps: readApps(appFiles, problems),
    labels: new Set(labelFiles.flatMap((file) => labelNames(file, problems))),
    customPermissions: new Set(permissionFiles.map((file) => basename(file, '.customPermission-meta.xml'))),
    staticResources: new Map(resourceFiles.map((file) => staticResource(file, all))),
    files: [
      join(projectDir, 'sfdx-project.json'),
      ...labelFiles,
      ...permissionFiles,
      ...resourceFiles,
      ...tabFiles,
      ...appFiles,
      ...[...components.values()].flatMap((component) => component.files),
    ].sort(),
    problems,
  };
}

/** All files below a folder, in a stable order; folders that never hold metadata are left out. */
function filesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (SKIPPED_FOLDERS.has(entry.name)) return [];
      const path = join(dir, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

function labelNames(file: string, problems: BuildProblem[]): string[] {
  try {
    const labels = parseMetadata(file).labels as { fullName: string }[] | undefined;
    return (labels ?? []).map((label) => String(label.fullName));
  } catch (error) {
    problems.push(problemAt(file, (error as Error).message));
    return [];
  }
}

function staticResource(metaFile: string, all: string[]): [string, string] {
  const name = basename(metaFile, '.resource-meta.xml');
  const stem = metaFile.slice(0, -'.resource-meta.xml'.length);
  const content = all.find((file) => file !== metaFile && file.startsWith(`${stem}.`));
  return [name, content ?? stem];
}
