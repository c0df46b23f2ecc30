import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Clock } from '../org/Clock.ts';
import type { CompiledProject } from '../org/compileProject.ts';
import { DeployError, deployMetadata } from '../org/openOrg.ts';
import { writeOrigin } from '../org/origin.ts';
import { prepareOrgRules } from '../rules/index.ts';
import { assignPersonaSets } from '../seed/personas.ts';
import { freeMemory } from '../store/freeMemory.ts';
import { Store } from '../store/Store.ts';
import { importDirectory, type ImportSummary } from './importDirectory.ts';

/**
 * Replaces the data of an org's file by those of a folder and deploys the project to it: all of it or nothing. Throws
 * ImportError, DatabaseFileError, DeployError.
 */
export function importIntoOrg(options: {
  readonly compiled: CompiledProject;
  readonly file: string;
  readonly directory: string;
  readonly log: (line: string) => void;
}): ImportSummary {
  const { compiled, file, directory, log } = options;
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  // Compiling the project has left much behind.
  freeMemory();
  const clock = new Clock();
  const store = new Store({ file, schema: compiled.schema, clock });
  try {
    const { licenses } = prepareOrgRules({ store, schema: compiled.schema, clock });
    const savepoint = store.savepoint();
    const summary = importDirectory({ store, schema: compiled.schema, clock, licenses }, directory, log);
    const problems = deployMetadata(store, compiled);
    if (problems.length > 0) throw new DeployError(problems);
    assignPersonaSets(store);
    writeOrigin(store, { choice: { kind: 'import', directory }, version: 'import' });
    savepoint.release();
    return summary;
  } finally {
    // What was not released goes with the connection.
    store.close();
  }
}
