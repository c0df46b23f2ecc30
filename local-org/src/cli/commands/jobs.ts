import { existsSync } from 'node:fs';
import { pendingJobs, type PendingJob } from '../../async/lock/pendingJobs.ts';
import { executeAnonymous } from '../../host/executeAnonymous.ts';
import { compileProject } from '../../org/compileProject.ts';
import { DeployError, openOrg } from '../../org/openOrg.ts';
import { toId18 } from '../../values/id.ts';
import { findRunningServer } from '../../web/index.ts';
import type { ExecuteResult, QueryResult } from '../../web/host-api.ts';
import { UsageError, type Command, type OptionValues } from '../Command.ts';
import { post } from '../post.ts';
import { printTable } from '../printTable.ts';
import { cacheDirectory, databaseFile, projectOf } from '../project.ts';

export const jobsCommand: Command = {
  name: 'jobs',
  summary: 'List or abort the jobs that wait',
  usage: [
    'Usage: local-org jobs [--abort ID|all] [--db FILE] [--source DIR]',
    '',
    '  --abort ID    abort one job, or all of them; a scheduled job by the Id of its CronTrigger',
    '  --db FILE     the database; default: the one of the running server, else that of the project',
    '  --source DIR  the project; default: the one around the current folder',
    '',
    'A class cannot be changed while a job waits that needs it, as on Salesforce: abort the job, start, schedule it again.',
    'Nothing that waits is run by this command, unless the server runs.',
  ].join('\n'),
  options: { abort: { type: 'string' }, db: { type: 'string' }, source: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run(values) {
    const project = projectOf(values.source);
    const server = values.db === undefined ? await findRunningServer(project.directory) : null;
    const jobs = server ? jobsOfServer(server.url) : jobsOfFile(values);
    try {
      const pending = await jobs.list();
      if (typeof values.abort !== 'string') print(pending);
      else await abort(pending, values.abort, jobs);
    } finally {
      jobs.close();
    }
    return 0;
  },
};

interface Jobs {
  list(): Promise<PendingJob[]> | PendingJob[];
  execute(code: string): Promise<ExecuteResult> | ExecuteResult;
  close(): void;
}

function jobsOfFile(values: OptionValues): Jobs {
  const project = projectOf(values.source);
  const file = databaseFile(project, values.db);
  if (!existsSync(file)) throw new UsageError(`There is no database ${file}.`);
  const compiled = compileProject(project, cacheDirectory(project));
  if (compiled.problems.length > 0) throw new DeployError(compiled.problems);
  const org = openOrg({ compiled, file, changedJobs: 'leave' });
  return {
    list: () => pendingJobs(org.store),
    execute: (code) => executeAnonymous(org, compiled, code, org.administratorId),
    close: () => org.close(),
  };
}

const SOQL = `SELECT Id, JobType, Status, ApexClass.Name, CronTriggerId, CronTrigger.NextFireTime, CronTrigger.CronJobDetail.Name
  FROM AsyncApexJob WHERE Status IN ('Holding', 'Queued', 'Preparing', 'Processing') ORDER BY Id`;

interface JobRecord {
  readonly Id: string;
  readonly JobType: string;
  readonly Status: string;
  readonly ApexClass: { readonly Name: string } | null;
  readonly CronTriggerId: string | null;
  readonly CronTrigger: {
    readonly NextFireTime: string | null;
    readonly CronJobDetail: { readonly Name: string } | null;
  } | null;
}

function jobsOfServer(url: string): Jobs {
  return {
    async list() {
      const { records } = (await post(url, '/local-org/query', { soql: SOQL })) as QueryResult;
      return (records as unknown as JobRecord[]).map((record) => ({
        id: record.CronTriggerId ?? record.Id,
        type: record.JobType,
        className: record.ApexClass?.Name ?? '',
        status: record.Status,
        name: record.CronTrigger?.CronJobDetail?.Name ?? null,
        nextRun: record.CronTrigger?.NextFireTime ? Date.parse(record.CronTrigger.NextFireTime) : null,
      }));
    },
    execute: async (code) => (await post(url, '/local-org/exec', { code })) as ExecuteResult,
    close: () => undefined,
  };
}

function print(pending: readonly PendingJob[]): void {
  if (pending.length === 0) process.stdout.write('No job waits.\n');
  else {
    printTable(
      pending.map(({ id, type, className, status, name, nextRun }) => ({
        Id: id,
        Type: type,
        Class: className,
        Status: status,
        Name: name,
        'Next run': nextRun === null ? null : new Date(nextRun).toISOString(),
      })),
    );
  }
}

async function abort(pending: readonly PendingJob[], which: string, jobs: Jobs): Promise<void> {
  const wanted = which === 'all' ? pending : pending.filter((job) => job.id === idOf(which));
  if (wanted.length === 0 && which !== 'all') {
    throw new UsageError(`No job with the Id ${which} waits: "local-org jobs" lists those that do.`);
  }
  for (const { id, type, className, name } of wanted) {
    const result = await jobs.execute(`System.abortJob('${id}');`);
    if (!result.success)
      throw new Error(result.exceptionMessage ?? result.compileProblem ?? 'The job was not aborted.');
    process.stdout.write(
      `Aborted ${name === null ? `a ${type} job` : `the scheduled job "${name}"`} of ${className}.\n`,
    );
  }
  if (wanted.length === 0) process.stdout.write('No job waits.\n');
}

function idOf(text: string): string {
  try {
    return toId18(text);
  } catch {
    throw new UsageError(`"${text}" is not an Id: give one that "local-org jobs" lists, or all.`);
  }
}
