/** Works on an org's file until it is killed, and says on standard output what is committed. */
import { join } from 'node:path';
import { LocalOrgHost } from '../../src/host/LocalOrgHost.ts';
import { importIntoOrg } from '../../src/import/importIntoOrg.ts';
import { readProjectSources } from '../../src/metadata/sourceFiles.ts';
import { compileProject } from '../../src/org/compileProject.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const [mode, file = '', ...folders] = process.argv.slice(2);
const project = readProjectSources(ROOT);
const cacheDirectory = join(ROOT, '.local-org', 'cache');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (mode === 'import') importForever();
else restoreForever();

function importForever(): void {
  const compiled = compileProject(project, cacheDirectory);
  say('ready');
  for (let turn = 0; ; turn++) {
    const directory = folders[turn % folders.length] ?? '';
    importIntoOrg({ compiled, file, directory, log: () => undefined });
    say(`imported ${directory}`);
  }
}

function restoreForever(): void {
  const host = LocalOrgHost.open({ project, file, cacheDirectory });
  const userId = host.personas()[0]?.userId ?? '';
  const count = (soql: string): number => host.query({ soql, userId }).totalSize;
  const base = {
    active: count('SELECT COUNT() FROM User WHERE IsActive = TRUE'),
    trail: count(`SELECT COUNT() FROM SetupAuditTrail WHERE Action = 'activateduser'`),
    withProfile: count('SELECT COUNT() FROM User WHERE IsActive = TRUE AND ProfileId != NULL'),
  };
  const invoke = (className: string, methodName: string, params: Record<string, unknown>): unknown => {
    const result = host.invokeApex({ userId, className, methodName, params, cacheable: false });
    if (!('value' in result)) throw new Error(JSON.stringify(result));
    return result.value;
  };
  const page = invoke('RestoreConsoleController', 'findInactiveUsers', { query: { pageSize: 200 } }) as {
    rows: { userId: string; verdict: string }[];
  };
  say(`base ${JSON.stringify(base)}`);
  say('ready');
  for (const row of page.rows.filter(({ verdict }) => verdict === 'ready')) {
    const { key } = invoke('RestoreController', 'plan', {
      userIds: [row.userId],
      options: { reason: 'Crash test' },
    }) as { key: string };
    say(`planned ${key}`);
    const { users } = invoke('RestoreController', 'execute', { key }) as {
      users: { items: { key: string; result: string }[] }[];
    };
    // Seats run out on the way: then the user stays inactive, and the outcome says why.
    const isActivated = users[0]?.items.some((item) => item.key.includes('/activate/') && item.result === 'done');
    if (isActivated) say(`executed ${row.userId}`);
    invoke('RestoreController', 'verify', { key });
  }
  say('over');
}
