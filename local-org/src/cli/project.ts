import { join } from 'node:path';
import { layerSources } from '../metadata/layerSources.ts';
import { findProjectDirectory, readProjectSources, type ProjectSources } from '../metadata/sourceFiles.ts';
import { UsageError } from './Command.ts';

/** The project that a command works on: --source, else the nearest folder upward with an sfdx-project.json. */
export function projectOf(source: string | boolean | undefined): ProjectSources {
  if (typeof source === 'string') return readProjectSources(source);
  const directory = findProjectDirectory(process.cwd());
  if (!directory) {
    throw new UsageError(
      'There is no sfdx-project.json here or above. Run this inside the project, or name it by --source.',
    );
  }
  return readProjectSources(directory);
}

/** The project with another folder on top of it: --with. */
export function layeredProjectOf(
  source: string | boolean | undefined,
  layer: string | boolean | undefined,
): ProjectSources {
  const project = projectOf(source);
  return typeof layer === 'string' ? layerSources(project, readProjectSources(layer)) : project;
}

/** Where everything that can be made again is kept. */
export function cacheDirectory(project: ProjectSources): string {
  return join(project.directory, '.local-org', 'cache');
}

/** The database of a command: --db, else the project's own. */
export function databaseFile(project: ProjectSources, db: string | boolean | undefined, name = 'org.db'): string {
  return typeof db === 'string' ? db : join(project.directory, '.local-org', name);
}
