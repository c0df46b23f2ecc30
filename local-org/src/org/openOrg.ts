import { mkdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { DeployedApex } from '../async/lock/DeployedApex.ts';
import { abortJobs, lockProblems } from '../async/lock/deployLock.ts';
import { lockedClasses } from '../async/lock/lockedClasses.ts';
import { restoreJobs } from '../async/restoreJobs.ts';
import { EventTable } from '../events/EventTable.ts';
import { deploySubscribers, eventTriggers } from '../events/subscriberRows.ts';
import { loadProgram } from '../runtime/loadProgram.ts';
import { prepareOrgRules } from '../rules/index.ts';
import { deployCustomMetadata } from '../store/deployCustomMetadata.ts';
import { deployAccess } from '../security/deploy/deployAccess.ts';
import { seedOrg, type SeedChoice } from '../seed/seedOrg.ts';
import { Store } from '../store/Store.ts';
import { Clock } from './Clock.ts';
import type { CompiledProject, ProjectProblem } from './compileProject.ts';
import { deployTriggers } from './deployTriggers.ts';
import { LocalOrg } from './LocalOrg.ts';
import { readOrigin, seedVersion, writeOrigin } from './origin.ts';
import { programServices } from './programServices.ts';

export interface OpenOrgOptions {
  readonly compiled: CompiledProject;
  /** A file, or `:memory:`. */
  readonly file: string;
  /**
   * What a new org is filled with; a file that holds the same seed already keeps its data. Left out: the file keeps what it
   * holds, also data that were imported, and a new one gets the sample.
   */
  readonly seed?: SeedChoice;
  readonly coverage?: boolean;
  /**
   * What becomes of jobs that wait for classes that have changed since the file was last opened: refuse to open it (throws
   * DeployError), abort them, or keep them, as where Salesforce's Deployment Settings allow it. Default: refuse. `leave` is for
   * a look at the jobs: the classes do not count as deployed.
   */
  readonly changedJobs?: 'refuse' | 'abort' | 'keep' | 'leave';
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
  const { changedJobs = 'refuse' } = options;
  try {
    const rules = prepareOrgRules({ store, schema: compiled.schema, clock });
    const savepoint = store.savepoint();
    const before = DeployedApex.read(store);
    const after = DeployedApex.of(compiled.sources.apex, compiled.units);
    fill(store, options, clock);
    const isAsked = changedJobs === 'refuse' || changedJobs === 'abort';
    const locked = isAsked ? lockedClasses(store, before, after) : [];
    if (locked.length > 0 && changedJobs === 'refuse') throw new DeployError(lockProblems(locked, compiled.sources));
    if (changedJobs !== 'leave') after.write(store);
    savepoint.release();
    const program = loadProgram(compiled.units, {
      inactive: new Set(compiled.sources.apex.filter(({ isInactive }) => isInactive).map(({ path }) => path)),
      coverage: options.coverage ?? false,
      services: programServices(compiled.schema),
    });
    const log = options.log ?? (() => undefined);
    const handles = eventTriggers(compiled.schema, program.triggers);
    deploySubscribers(
      store,
      handles,
      new EventTable(store).tip,
      (name) => changedJobs !== 'leave' && before.differs(name, after),
    );
    const org = new LocalOrg({ clock, store, schema: compiled.schema, labels: compiled.labels, rules, program, log });
    abortJobs(org, locked);
    org.events.restore(org);
    restoreJobs(org);
    return org;
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Seeds a new org, and deploys the project's metadata to it either way. */
function fill(store: Store, options: OpenOrgOptions, clock: Clock): void {
  const origin = readOrigin(store);
  const deploy = (): void => {
    const problems = deployMetadata(store, options.compiled);
    if (problems.length > 0) throw new DeployError(problems);
  };
  if (origin?.choice.kind === 'import' && !options.seed) return deploy();
  const choice = options.seed ?? (origin?.choice as SeedChoice | undefined) ?? { kind: 'sample' };
  const version = seedVersion(choice);
  if (origin?.version === version) return deploy();
  if (origin && !options.seed) options.log?.('The sample data has changed since this database was made.');
  const isLarge = choice.kind === 'large';
  if (isLarge) options.log?.('Making the large org, 110,000 users: this takes about half a minute, once.');
  const start = performance.now();
  seedOrg({ store, clock, choice, deploy, ...(options.log ? { progress: options.log } : {}) });
  if (isLarge) options.log?.(`The large org is made (${Math.round((performance.now() - start) / 1000)} s).`);
  writeOrigin(store, { choice, version });
}

/** Makes the org hold the project's custom metadata, permission sets and classes; the problems when it cannot. */
export function deployMetadata(store: Store, compiled: CompiledProject): ProjectProblem[] {
  deployCustomMetadata(store, compiled.projectSchema.customMetadata);
  deployTriggers(store, compiled);
  return deployAccess({
    store,
    schema: compiled.schema,
    metadataFiles: compiled.sources.metadataFiles,
    // Also those that did not compile: that is reported at their own files.
    classNames: compiled.sources.apex.filter(({ kind }) => kind === 'class').map(({ path }) => basename(path, '.cls')),
  }).map((problem) => ({ path: problem.path, line: 0, column: 0, code: problem.code, text: problem.message }));
}
