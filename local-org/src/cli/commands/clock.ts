import { findRunningServer } from '../../web/index.ts';
import { UsageError, type Command } from '../Command.ts';
import { post } from '../post.ts';
import { projectOf } from '../project.ts';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

export const clockCommand: Command = {
  name: 'clock',
  summary: 'Move the clock of the running org forward',
  usage: [
    'Usage: local-org clock --advance TIME [--source DIR]',
    '',
    '  --advance TIME  how far: 30m, 12h or 7d',
    '  --source DIR    the project; default: the one around the current folder',
    '',
    'Scheduled jobs that become due run at once, each of them once. The clock is back at the real time when the org is',
    'started again.',
  ].join('\n'),
  options: { advance: { type: 'string' }, source: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run(values) {
    const milliseconds = readTime(values.advance);
    const project = projectOf(values.source);
    const server = await findRunningServer(project.directory);
    if (!server) throw new UsageError('No org of this project is running: start it with "local-org start".');
    const { now } = (await post(server.url, '/local-org/clock', { milliseconds })) as { now: string };
    process.stdout.write(`The org's clock shows ${now}.\n`);
    return 0;
  },
};

function readTime(text: string | boolean | undefined): number {
  const [, amount, unit = ''] = /^(\d+)([mhd])$/.exec(String(text ?? '')) ?? [];
  if (amount === undefined) throw new UsageError('Say how far: local-org clock --advance 30m, 12h or 7d.');
  return Number(amount) * (UNITS[unit] ?? 0);
}
