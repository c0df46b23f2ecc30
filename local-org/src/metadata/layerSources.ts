import { relative, resolve } from 'node:path';
import type { ProjectSources } from './sourceFiles.ts';

/**
 * A project with another folder deployed on top, as a package lands in an org that has fields, rules and triggers of its own.
 * Paths of the other folder are shown relative to the project.
 */
export function layerSources(project: ProjectSources, layer: ProjectSources): ProjectSources {
  const pathOf = (path: string): string =>
    relative(project.directory, resolve(layer.directory, path)).replaceAll('\\', '/');
  const apex = layer.apex.map((file) => ({ ...file, path: pathOf(file.path) }));
  const problems = layer.problems.map((problem) => ({ ...problem, path: pathOf(problem.path) }));
  return {
    directory: project.directory,
    apex: [...project.apex, ...apex],
    metadataFiles: [...project.metadataFiles, ...layer.metadataFiles],
    packageDirectories: [...project.packageDirectories, ...layer.packageDirectories],
    problems: [...project.problems, ...problems],
    layerPaths: new Set([...apex.map(({ path }) => path), ...layer.metadataFiles.map(pathOf)]),
  };
}
