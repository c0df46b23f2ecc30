import { existsSync } from 'node:fs';
import { LocalOrgHost } from '../host/LocalOrgHost.ts';
import type { OrgHost } from '../web/host-api.ts';
import { findRunningServer } from '../web/index.ts';
import { UsageError, type OptionValues } from './Command.ts';
import { post } from './post.ts';
import { cacheDirectory, databaseFile, projectOf } from './project.ts';

interface OrgTask<T> {
  /** What to ask the running server. */
  readonly remote: { readonly path: string; readonly body: Record<string, unknown> };
  /** The same without a server. */
  readonly local: (host: OrgHost, userId: string | undefined) => T | Promise<T> | void;
}

/** Runs a task on the running server of the project when there is one (two processes must not write one file), else here. */
export async function withOrg<T>(values: OptionValues, task: OrgTask<T>): Promise<T> {
  const project = projectOf(values.source);
  const server = values.db === undefined ? await findRunningServer(project.directory) : null;
  if (server) {
    const userId = typeof values.user === 'string' ? await remoteUserId(server.url, values.user) : undefined;
    return (await post(server.url, task.remote.path, { ...task.remote.body, userId })) as T;
  }
  const file = databaseFile(project, values.db);
  if (values.db !== undefined && !existsSync(file)) throw new UsageError(`There is no database ${file}.`);
  const host = LocalOrgHost.open({ project, file, cacheDirectory: cacheDirectory(project) });
  try {
    const userId = typeof values.user === 'string' ? host.userIdOf(values.user) : undefined;
    return (await task.local(host, userId)) as T;
  } finally {
    host.close();
  }
}

async function remoteUserId(url: string, username: string): Promise<string> {
  const soql = `SELECT Id FROM User WHERE Username = '${username.replace(/[\\']/g, '\\$&')}'`;
  const { records } = (await post(url, '/local-org/query', { soql })) as { records: { Id: string }[] };
  if (!records[0]) throw new UsageError(`There is no user with the username ${username}.`);
  return records[0].Id;
}
