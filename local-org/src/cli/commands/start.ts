import { resolve } from 'node:path';
import { fillInProcess, needsOwnProcess } from '../../host/fillInProcess.ts';
import { LocalOrgHost } from '../../host/LocalOrgHost.ts';
import { startWebHost } from '../../web/index.ts';
import type { SeedChoice } from '../../seed/seedOrg.ts';
import { UsageError, type Command, type OptionValues } from '../Command.ts';
import { cacheDirectory, databaseFile, projectOf } from '../project.ts';

export const startCommand: Command = {
  name: 'start',
  summary: 'Start the org with its page in the browser',
  usage: [
    'Usage: local-org start [--port N] [--db FILE] [--seed NAME | --users FILE]',
    '         [--abort-jobs | --keep-jobs] [--source DIR]',
    '',
    '  --port N      listen on this port of 127.0.0.1; default: PORT, else 7080 or the next free one',
    '  --db FILE     keep the data in this file; default: .local-org/org.db of the project',
    '  --seed NAME   sample (1,200 users) or large (110,000 users; kept in .local-org/large.db)',
    '  --users FILE  start from the users that "sf data query --json" printed, instead of the sample data',
    '  --abort-jobs  abort jobs that wait for classes that have changed; without it the start is refused, as a deployment is',
    '  --keep-jobs   keep them: as where the Deployment Settings of Salesforce allow it; they may fail',
    '  --source DIR  the project; default: the one around the current folder',
  ].join('\n'),
  options: {
    port: { type: 'string' },
    db: { type: 'string' },
    seed: { type: 'string' },
    users: { type: 'string' },
    'abort-jobs': { type: 'boolean' },
    'keep-jobs': { type: 'boolean' },
    source: { type: 'string' },
  },
  positionals: { least: 0, most: 0 },
  async run(values) {
    const project = projectOf(values.source);
    const port = portOf(values.port ?? process.env.PORT);
    const seed = seedOf(values);
    const org = {
      file: databaseFile(project, values.db, seed?.kind === 'large' ? 'large.db' : undefined),
      cacheDirectory: cacheDirectory(project),
      ...(seed ? { seed } : {}),
      changedJobs: changedJobsOf(values),
    };
    const log = (line: string): void => void process.stdout.write(`${line}\n`);
    if (needsOwnProcess(org)) await fillInProcess({ ...org, projectDirectory: project.directory }, log);
    const host = LocalOrgHost.open({ ...org, project, log });
    const web = await startWebHost({ projectDir: project.directory, host, port });
    process.stdout.write(`Reinstate runs at ${web.url}\nPress Ctrl+C to stop.\n`);
    await stopSignal();
    await web.close();
    host.close();
    return 0;
  },
};

function seedOf({ seed, users }: OptionValues): SeedChoice | undefined {
  if (typeof users === 'string') {
    if (seed !== undefined) throw new UsageError('Give --seed or --users, not both.');
    return { kind: 'users', file: resolve(users) };
  }
  if (seed === undefined || seed === 'sample' || seed === 'large') return seed && { kind: seed };
  throw new UsageError(`"${String(seed)}" is not a seed: it is sample or large.`);
}

function changedJobsOf(values: OptionValues): 'refuse' | 'abort' | 'keep' {
  if (values['abort-jobs'] && values['keep-jobs']) throw new UsageError('Give --abort-jobs or --keep-jobs, not both.');
  return values['abort-jobs'] ? 'abort' : values['keep-jobs'] ? 'keep' : 'refuse';
}

function portOf(text: string | boolean | undefined): number | undefined {
  if (typeof text !== 'string' || text === '') return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`"${text}" is not a port: give a number from 0 (any free port) to 65535.`);
  }
  return port;
}

function stopSignal(): Promise<void> {
  return new Promise((resolveSignal) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolveSignal());
  });
}
