import type { Command } from '../Command.ts';
import { withOrg } from '../withOrg.ts';

export const resetCommand: Command = {
  name: 'reset',
  summary: 'Put the sample data back',
  usage: [
    'Usage: local-org reset [--db FILE] [--source DIR]',
    '',
    '  --db FILE     the database; default: the one of the running server, else that of the project',
    '  --source DIR  the project; default: the one around the current folder',
  ].join('\n'),
  options: { db: { type: 'string' }, source: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run(values) {
    await withOrg<unknown>(values, {
      remote: { path: '/local-org/reset', body: {} },
      local: (host) => host.reset(),
    });
    process.stdout.write('The data is back to the seed.\n');
    return 0;
  },
};
