import { renameSync, rmSync } from 'node:fs';
import { AsyncScheduler } from '../async/AsyncScheduler.ts';
import { compileProject, type CompiledProject } from '../org/compileProject.ts';
import { DeployError, openOrg } from '../org/openOrg.ts';
import { readOrigin } from '../org/origin.ts';
import { executeTransaction } from '../org/execute.ts';
import type { LocalOrg } from '../org/LocalOrg.ts';
import type { ProjectSources } from '../metadata/sourceFiles.ts';
import { personas } from '../seed/personas.ts';
import type { SeedChoice } from '../seed/seedOrg.ts';
import type {
  ApexCall,
  ApexResult,
  BootData,
  ExecuteRequest,
  ExecuteResult,
  Mail,
  OrgHost,
  OrgReference,
  Persona,
  QueryRequest,
  QueryResult,
  ReferenceProblem,
} from '../web/host-api.ts';
import { bootData } from './bootData.ts';
import { checkReference } from './checkReference.ts';
import { executeAnonymous } from './executeAnonymous.ts';
import { fillInProcess, needsOwnProcess } from './fillInProcess.ts';
import { invokeAura } from './invokeAura.ts';
import { runRestQuery } from './runRestQuery.ts';

export interface LocalOrgHostOptions {
  readonly project: ProjectSources;
  readonly file: string;
  readonly cacheDirectory: string;
  /** What a new org is filled with. Left out: the file keeps what it holds, a new one gets the sample. */
  readonly seed?: SeedChoice;
  /** What becomes of jobs that wait for classes that have changed; default: the org is not opened. */
  readonly changedJobs?: 'refuse' | 'abort' | 'keep';
  readonly log?: (line: string) => void;
}

/** The org behind the page and the commands: the real Apex on the org's own database. */
export class LocalOrgHost implements OrgHost {
  private readonly options: LocalOrgHostOptions;
  private readonly compiled: CompiledProject;
  private org: LocalOrg;
  private scheduler: AsyncScheduler;
  private resetting: Promise<void> | null = null;

  private constructor(options: LocalOrgHostOptions, compiled: CompiledProject) {
    this.options = options;
    this.compiled = compiled;
    this.org = this.openOrg();
    this.scheduler = new AsyncScheduler(this.org);
  }

  /** Compiles the project and opens its org. Throws an Error whose message names the first problem. */
  static open(options: LocalOrgHostOptions): LocalOrgHost {
    const compiled = compileProject(options.project, options.cacheDirectory);
    if (compiled.problems.length > 0) throw new DeployError(compiled.problems);
    return new LocalOrgHost(options, compiled);
  }

  /** Ends the org. What is due still runs, so that a single command sees what it started; what is not is kept in the file. */
  close(): void {
    this.scheduler.finish();
    this.scheduler.stop();
    this.org.close();
  }

  personas(): Persona[] {
    return personas(this.org.store);
  }

  bootData(userId: string): BootData {
    const tabs = this.compiled.sources.metadataFiles.flatMap(
      (file) => /([^\\/]+)\.tab(-meta\.xml)?$/.exec(file)?.[1] ?? [],
    );
    return bootData(this.org, userId, tabs);
  }

  invokeApex(call: ApexCall): ApexResult {
    return invokeAura(this.org, call);
  }

  checkReferences(references: OrgReference[]): ReferenceProblem[] {
    return references.flatMap((reference) => checkReference(this.org, reference) ?? []);
  }

  mails(): Mail[] {
    return this.org.mail.list().map((mail) => ({
      ...mail,
      to: [...mail.to],
      cc: [...mail.cc],
      bcc: [...mail.bcc],
      sentAt: new Date(mail.sentAt).toISOString(),
    }));
  }

  /**
   * Puts the data back to what the org was filled with; imported ones give way to the sample. The large org is made in a file
   * beside, by a process of its own, while this one still answers from the old data: a reset that fails or is killed changes
   * nothing.
   */
  reset(): Promise<void> {
    this.resetting ??= this.refill().finally(() => (this.resetting = null));
    return this.resetting;
  }

  private async refill(): Promise<void> {
    const { file, project, cacheDirectory, log = () => undefined } = this.options;
    const origin = readOrigin(this.org.store);
    const seed = this.options.seed ?? (origin?.choice.kind === 'import' ? undefined : origin?.choice);
    const filled = `${file}.reset`;
    const options = { ...(seed ? { seed } : {}), cacheDirectory };
    removeDatabase(filled);
    const isBeside = file !== ':memory:' && needsOwnProcess({ ...options, file: filled });
    if (isBeside) await fillInProcess({ ...options, file: filled, projectDirectory: project.directory }, log);
    this.close();
    removeDatabase(file);
    if (isBeside) renameSync(filled, file);
    this.org = this.openOrg(seed);
    this.scheduler = new AsyncScheduler(this.org);
  }

  advanceClock(milliseconds: number): Date {
    this.org.clock.advance(milliseconds);
    this.scheduler.finish();
    return new Date(this.org.clock.now());
  }

  resumeSubscriber(name: string, from: 'leftOff' | 'tip'): void {
    this.org.events.resume(this.org, name, from);
  }

  query({ soql, userId }: QueryRequest): QueryResult {
    return this.as(userId, 'synchronous', () => runRestQuery(this.org, soql));
  }

  executeAnonymous({ code, userId }: ExecuteRequest): ExecuteResult {
    return executeAnonymous(this.org, this.compiled, code, userId ?? this.org.administratorId);
  }

  /** The Id of a user by username. Throws an Error when there is none. */
  userIdOf(username: string): string {
    const sql = 'SELECT "Id" FROM "User" WHERE lower("Username") = lower(?)';
    const row = this.org.database.prepare(sql).get(username) as { Id: string } | undefined;
    if (!row) throw new Error(`There is no user with the username ${username}.`);
    return row.Id;
  }

  private as<T>(userId: string | undefined, quiddity: 'synchronous', work: () => T): T {
    const options = { userId: userId ?? this.org.administratorId, isAsync: false, isTest: false, quiddity };
    return executeTransaction(this.org, options, work);
  }

  private openOrg(seed = this.options.seed): LocalOrg {
    const { file, changedJobs = 'refuse', log } = this.options;
    return openOrg({ compiled: this.compiled, file, changedJobs, ...(seed ? { seed } : {}), ...(log ? { log } : {}) });
  }
}

/** With the files that SQLite keeps beside it. */
function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}
