import { compile, type CompiledUnit, type DeclaredTest } from '../compiler/index.ts';
import { FileCompileCache } from '../compiler/cache/FileCompileCache.ts';
import { findBrokenMetadata } from '../metadata/brokenMetadata.ts';
import { CustomLabels } from '../metadata/labels.ts';
import type { ProjectSources } from '../metadata/sourceFiles.ts';
import { refusedKindProblems } from '../metadata/refusedKinds.ts';
import * as platform from '../platform/catalog.ts';
import { staticSObjectMethods } from '../platform/data/staticMethods.ts';
import { createSchema } from '../schema/createSchema.ts';
import type { ProjectSchema } from '../schema/project/ProjectSchema.ts';
import { readProjectSchema } from '../schema/project/readProjectSchema.ts';
import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';

/** One thing that is wrong with a project, wherever it was found. Line and column are 0 where a file as a whole is meant. */
export interface ProjectProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly text: string;
}

/** A project read and compiled; with problems, only what is free of them is in `units`. */
export interface CompiledProject {
  readonly sources: ProjectSources;
  readonly projectSchema: ProjectSchema;
  readonly schema: SchemaCatalog;
  readonly labels: CustomLabels;
  readonly units: readonly CompiledUnit[];
  /** Test methods of files that did not compile. */
  readonly refusedTests: readonly DeclaredTest[];
  readonly problems: readonly ProjectProblem[];
}

/** Reads the metadata of a project and compiles its Apex, as far as possible from the cache. */
export function compileProject(sources: ProjectSources, cacheDirectory: string): CompiledProject {
  const broken = findBrokenMetadata(sources.metadataFiles, sources.directory);
  const unreadable = new Set(broken.map(({ file }) => file));
  const metadataFiles = sources.metadataFiles.filter((file) => !unreadable.has(file));
  const projectSchema = readProjectSchema(metadataFiles, sources.directory);
  const schema = createSchema(projectSchema);
  const labels = CustomLabels.read(metadataFiles);
  const result = compile({
    sources: sources.apex,
    platform,
    schema,
    labels: (name) => labels.has(name),
    sobjectStatics: (object) => staticSObjectMethods(object)?.declaration,
    cache: new FileCompileCache(cacheDirectory),
  });
  const compiled = new Set(result.units.map((unit) => unit.path));
  return {
    sources,
    projectSchema,
    schema,
    labels,
    units: result.units,
    refusedTests: result.declaredTests.filter((test) => !compiled.has(test.path)),
    problems: [
      ...sources.problems.map((problem) => wholeFile(problem.path, problem.code, problem.message)),
      ...broken.map(({ path, line, column, code, text }) => ({ path, line, column, code, text })),
      ...refusedKindProblems(sources.metadataFiles, sources.directory).map((problem) =>
        wholeFile(problem.path, problem.code, problem.message),
      ),
      ...projectSchema.problems.map((problem) => wholeFile(problem.path, problem.code, problem.message)),
      ...result.diagnostics.filter((diagnostic) => diagnostic.level === 'error'),
    ],
  };
}

function wholeFile(path: string, code: string, text: string): ProjectProblem {
  return { path, line: 0, column: 0, code, text };
}
