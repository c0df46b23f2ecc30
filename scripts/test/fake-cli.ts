import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'node:test';
import { temporaryFolder } from './temporary-folder.ts';

/** What the stand-in for `sf` answers to a command that starts with these words. */
export interface CannedAnswer {
  readonly words: string;
  readonly json?: unknown;
  readonly exitCode?: number;
}

/** A stand-in for the Salesforce CLI on a PATH of its own. */
export interface FakeCli {
  /** The environment in which `sf` is the stand-in. */
  readonly environment: NodeJS.ProcessEnv;
  /** The command lines that it was started with, in order. */
  calls(): string[];
}

const SCRIPT = `
const { appendFileSync, readFileSync } = require('node:fs');
const line = process.argv.slice(2).join(' ');
appendFileSync(__dirname + '/calls.txt', line + '\\n');
const answers = JSON.parse(readFileSync(__dirname + '/answers.json', 'utf8'));
const answer = answers.find((candidate) => line.startsWith(candidate.words)) ?? { exitCode: 127 };
if (line.endsWith('--json')) process.stdout.write(JSON.stringify(answer.json ?? {}));
process.exit(answer.exitCode ?? 0);
`;

/** Puts a stand-in for `sf` on a PATH of its own, in which nothing else lies. */
export function fakeCli(context: TestContext, answers: readonly CannedAnswer[]): FakeCli {
  const folder = temporaryFolder(context, {
    'fake-sf.cjs': SCRIPT,
    'answers.json': JSON.stringify(answers),
    'calls.txt': '',
    sf: `#!/bin/sh\nexec "${process.execPath}" "$(dirname "$0")/fake-sf.cjs" "$@"\n`,
    'sf.cmd': `@"${process.execPath}" "%~dp0fake-sf.cjs" %*\r\n`,
  });
  chmodSync(join(folder, 'sf'), 0o755);
  return {
    environment: { ...process.env, PATH: [folder, process.env.PATH ?? ''].join(delimiter) },
    calls: () => readFileSync(join(folder, 'calls.txt'), 'utf8').split('\n').filter(Boolean),
  };
}
