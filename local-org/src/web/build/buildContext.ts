import { readFileSync } from 'node:fs';
import type { OrgReference } from '../host-api.ts';
import { problemAt, type BuildProblem } from './problems.ts';
import type { ProjectMetadata } from './projectMetadata.ts';

/**
 * What the plugins of one build share: the project, the problems found so far, and the names of the org that the
 * components import. Problems are collected, so that a failed build names all of them and not only the first.
 */
export interface BuildContext {
  project: ProjectMetadata;
  problems: BuildProblem[];
  references: OrgReference[];
}

/** The file of a module id, without the query that carries the specifier. */
export function fileOf(moduleId: string): string {
  return moduleId.split('?')[0] ?? moduleId;
}

/** Where an importer names a module; only to point a person to the line. Undefined line when it cannot be found. */
export function importLine(importer: string, specifier: string): number | null {
  try {
    const lines = readFileSync(fileOf(importer), 'utf8').split('\n');
    const index = lines.findIndex((line) => line.includes(`'${specifier}'`) || line.includes(`"${specifier}"`));
    return index < 0 ? null : index + 1;
  } catch {
    return null;
  }
}

export function reportImport(context: BuildContext, importer: string, specifier: string, message: string): void {
  context.problems.push(problemAt(fileOf(importer), message, importLine(importer, specifier)));
}
