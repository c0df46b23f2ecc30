import { readFileSync } from 'node:fs';
import type { ExecuteResult } from '../../web/host-api.ts';
import { UsageError, type Command } from '../Command.ts';
import { withOrg } from '../withOrg.ts';

export const execCommand: Command = {
  name: 'exec',
  summary: 'Run anonymous Apex',
  usage: [
    'Usage: local-org exec --file FILE.apex [--user USERNAME] [--db FILE] [--source DIR]',
    '',
    '  --file FILE      the Apex to run; - reads standard input',
    '  --user USERNAME  run as this user; default: the administrator',
    '  --db FILE        the database; default: the one of the running server, else that of the project',
    '  --source DIR     the project; default: the one around the current folder',
    '',
    'Goes through the running server when there is one. Prints the debug log.',
  ].join('\n'),
  options: {
    file: { type: 'string', short: 'f' },
    user: { type: 'string' },
    db: { type: 'string' },
    source: { type: 'string' },
  },
  positionals: { least: 0, most: 0 },
  async run(values) {
    if (typeof values.file !== 'string')
      throw new UsageError('Say which file to run: local-org exec --file FILE.apex.');
    const code = readCode(values.file);
    const result = await withOrg<ExecuteResult>(values, {
      remote: { path: '/local-org/exec', body: { code } },
      local: (host, userId) => host.executeAnonymous({ code, userId }),
    });
    if (result.logs) process.stdout.write(result.logs.endsWith('\n') ? result.logs : `${result.logs}\n`);
    if (!result.compiled) throw new Error(`Line ${result.line}, column ${result.column}: ${result.compileProblem}`);
    if (!result.success) throw new Error(`${result.exceptionMessage} (line ${result.line})`);
    return 0;
  },
};

function readCode(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UsageError(`The file ${file} cannot be read: ${(error as Error).message}`);
  }
}
