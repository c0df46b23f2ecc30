import type { QueryResult } from '../../web/host-api.ts';
import type { Command } from '../Command.ts';
import { withOrg } from '../withOrg.ts';
import { printTable } from '../printTable.ts';

/** Its answer has no records, only their number. */
const COUNT = /^\s*SELECT\s+COUNT\s*\(\s*\)/i;

export const queryCommand: Command = {
  name: 'query',
  summary: 'Run a SOQL query',
  usage: [
    'Usage: local-org query "SELECT …" [--json] [--user USERNAME] [--db FILE] [--source DIR]',
    '',
    '  --json           print what the REST API answers: totalSize, done, records',
    '  --user USERNAME  run as this user; default: the administrator',
    '  --db FILE        the database; default: the one of the running server, else that of the project',
    '  --source DIR     the project; default: the one around the current folder',
    '',
    'Goes through the running server when there is one.',
  ].join('\n'),
  options: {
    json: { type: 'boolean' },
    user: { type: 'string' },
    db: { type: 'string' },
    source: { type: 'string' },
  },
  positionals: { least: 1, most: 1 },
  async run(values, [soql = '']) {
    const result = await withOrg<QueryResult>(values, {
      remote: { path: '/local-org/query', body: { soql } },
      local: (host, userId) => host.query({ soql, userId }),
    });
    if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    else if (COUNT.test(soql)) process.stdout.write(`${result.totalSize}\n`);
    else printTable(result.records);
    return 0;
  },
};
