import type { Command } from '../Command.ts';
import { checkCommand } from './check.ts';
import { clockCommand } from './clock.ts';
import { eventsCommand } from './events.ts';
import { execCommand } from './exec.ts';
import { importCommand } from './import.ts';
import { jobsCommand } from './jobs.ts';
import { queryCommand } from './query.ts';
import { resetCommand } from './reset.ts';
import { startCommand } from './start.ts';
import { supportCommand } from './support.ts';
import { testCommand } from './test.ts';
import { typesCommand } from './types.ts';

export const COMMANDS: readonly Command[] = [
  startCommand,
  checkCommand,
  testCommand,
  execCommand,
  queryCommand,
  resetCommand,
  importCommand,
  clockCommand,
  jobsCommand,
  eventsCommand,
  typesCommand,
  supportCommand,
];
