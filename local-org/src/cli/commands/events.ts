import type { QueryResult } from '../../web/host-api.ts';
import type { Command } from '../Command.ts';
import { printTable } from '../printTable.ts';
import { withOrg } from '../withOrg.ts';

const SOQL = 'SELECT Name, Topic, Status, Retries, LastError FROM EventBusSubscriber';

export const eventsCommand: Command = {
  name: 'events',
  summary: 'List the triggers that listen to platform events, or resume one that has stopped',
  usage: [
    'Usage: local-org events [--resume TRIGGER [--from-tip]] [--db FILE] [--source DIR]',
    '',
    '  --resume TRIGGER  resume where it left off: what was published meanwhile and is kept (72 hours) is delivered',
    '  --from-tip        resume with new events only',
    '  --db FILE         the database; default: the one of the running server, else that of the project',
    '  --source DIR      the project; default: the one around the current folder',
    '',
    'On Salesforce: Setup, Platform Events, the event, Subscriptions.',
  ].join('\n'),
  options: {
    resume: { type: 'string' },
    'from-tip': { type: 'boolean' },
    db: { type: 'string' },
    source: { type: 'string' },
  },
  positionals: { least: 0, most: 0 },
  async run(values) {
    const name = values.resume;
    if (typeof name === 'string') {
      const from = values['from-tip'] ? 'tip' : 'leftOff';
      await withOrg<unknown>(values, {
        remote: { path: '/local-org/resume', body: { name, from } },
        local: (host) => host.resumeSubscriber(name, from),
      });
      process.stdout.write(`${name} is resumed.\n`);
    }
    const { records } = await withOrg<QueryResult>(values, {
      remote: { path: '/local-org/query', body: { soql: SOQL } },
      local: (host, userId) => host.query({ soql: SOQL, userId }),
    });
    printTable(records);
    return 0;
  },
};
