import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadProgram } from '../runtime/loadProgram.ts';
import { prepareOrgRules } from '../rules/index.ts';
import { deployCustomMetadata } from '../store/deployCustomMetadata.ts';
import { deployAccess } from '../security/deploy/deployAccess.ts';
import { seedOrg, SEED_VERSION, type SeedChoice } from '../seed/seedOrg.ts';
import { Store } from '../store/Store.ts';
import { Clock } from './Clock.ts';
import type { CompiledProject, ProjectProblem } from './compileProject.ts';
import { LocalOrg } from './LocalOrg.ts';
import { programServices } from './programServices.ts';

export interface OpenOrgOptions {
  readonly compiled: CompiledProject;
  /** A file, or `:memory:`. */
  readonly file: string;
  /** What a new org is filled with; a file that holds the same seed already keeps its data. */
  readonly seed: SeedChoice;
  readonly coverage?: boolean;
  readonly clock?: Clock;
  /** Takes one line of the debug log at a time. */
  readonly log?: (line: string) => void;
}

/** A project that cannot be deployed to the org. `problems` says why. */
export class DeployError extends Error {
  readonly problems: readonly ProjectProblem[];

  constructor(problems: readonly ProjectProblem[]) {
    const [first] = problems;
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more; "local-org check" lists all)` : '';
    super(`${first?.path}:${first?.line}:${first?.column} ${first?.code} ${first?.text}${more}`);
    this.problems = problems;
  }
}

/** Opens an org with the project deployed to it, filling it first when it is new. Throws DeployError. */
export function openOrg(options: OpenOrgOptions): LocalOrg {
  const { compiled, file } = options;
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const clock = options.clock ?? new Clock();
  const store = new Store({ file, schema: compiled.schema, clock });
  try {
    const rules = prepareOrgRules({ store, schema: compiled.schema, clock });
    const savepoint = store.savepoint();
    fill(store, options, clock);
    savepoint.release();
    const program = loadProgram(compiled.units, {
      coverage: options.coverage ?? false,
      services: programServices(compiled.schema),
    });
    const log = options.log ?? (() => undefined);
    return new LocalOrg({ clock, store, schema: compiled.schema, labels: compiled.labels, rules, program, log });
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Seeds a new org, and deploys the project's metadata to it either way. */
function fill(store: Store, options: OpenOrgOptions, clock: Clock): void {
  const wanted = createHash('sha256')
    .update(JSON.stringify([SEED_VERSION, options.seed]))
    .digest('hex');
  store.database.exec('CREATE TABLE IF NOT EXISTS "local_state" ("Key" TEXT PRIMARY KEY, "Value" TEXT NOT NULL)');
  const state = store.database.prepare('SELECT "Value" FROM "local_state" WHERE "Key" = ?').get('seed') as
    { Value: string } | undefined;
  const isNew = state?.Value !== wanted;
  const deploy = (): void => {
    const problems = deployMetadata(store, options.compiled);
    if (problems.length > 0) throw new DeployError(problems);
  };
  if (isNew) {
    if (state) options.log?.('The sample data has changed since this database was made: it is filled anew.');
    seedOrg({ store, clock, choice: options.seed, deploy });
  } else {
    deploy();
  }
  store.database.prepare('INSERT OR REPLACE INTO "local_state" VALUES (?, ?)').run('seed', wanted);
}

function deployMetadata(store: Store, compiled: CompiledProject): ProjectProblem[] {
  deployCustomMetadata(store, compiled.projectSchema.customMetadata);
  return deployAccess({
    store,
    schema: compiled.schema,
    metadataFiles: compiled.sources.metadataFiles,
    classNames: compiled.units.filter((unit) => unit.kind === 'class').map((unit) => unit.name),
  }).map((problem) => ({ path: problem.path, line: 0, column: 0, code: problem.code, text: problem.message }));
}
