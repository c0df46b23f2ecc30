import { basename } from 'node:path';
import type { ProjectSources } from '../../metadata/sourceFiles.ts';
import type { ProjectProblem } from '../../org/compileProject.ts';
import { executeTransaction } from '../../org/execute.ts';
import type { LocalOrg } from '../../org/LocalOrg.ts';
import { abortJob } from '../abortJob.ts';
import { lockText, type LockedClass } from './lockedClasses.ts';

/** A problem at the file of each class that cannot be deployed. */
export function lockProblems(locked: readonly LockedClass[], sources: ProjectSources): ProjectProblem[] {
  return locked.map((each) => {
    const file = sources.apex.find(({ path }) => basename(path, '.cls').toLowerCase() === each.changed);
    const name = file ? basename(file.path, '.cls') : each.changed;
    const text = lockText(each, name);
    return { path: file?.path ?? sources.directory, line: 0, column: 0, code: 'PRJ0002', text };
  });
}

/** Aborts the jobs that keep classes from being deployed, each once, with a line in the log. */
export function abortJobs(org: LocalOrg, locked: readonly LockedClass[]): void {
  for (const [id, { name, className }] of new Map(locked.map(({ job }) => [job.id, job]))) {
    const options = { userId: org.administratorId, isAsync: false, isTest: false, quiddity: 'synchronous' as const };
    executeTransaction(org, options, () => abortJob(id));
    org.log(
      `Aborted ${name === null ? `the job ${id}` : `the scheduled job "${name}"`} of ${className}: its classes changed.`,
    );
  }
}
