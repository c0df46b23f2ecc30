import { parseArgs } from 'node:util';
import { UsageError, type Command } from './Command.ts';
import { COMMANDS } from './commands/index.ts';

process.exitCode = await main(process.argv.slice(2));

/** Runs a command line. Returns the exit code: 0, or 1 after one clear line on the error stream. */
async function main(args: readonly string[]): Promise<number> {
  const debug = args.includes('--debug');
  try {
    return await dispatch(args.filter((arg) => arg !== '--debug'));
  } catch (error) {
    // Salesforce's own messages about SOQL have several lines.
    const message = (error instanceof Error ? error.message : String(error)).trim().replaceAll(/\s*\n\s*/g, ' ');
    process.stderr.write(`local-org: ${message}\n`);
    if (debug && error instanceof Error && !(error instanceof UsageError)) process.stderr.write(`${error.stack}\n`);
    return 1;
  }
}

async function dispatch(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview());
    return name === undefined ? 1 : 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    const known = COMMANDS.map((candidate) => candidate.name).join(', ');
    throw new UsageError(`There is no command "${name}". The commands are ${known}.`);
  }
  const { values, positionals } = parse(command, rest);
  if (values.help) {
    process.stdout.write(`${command.summary}\n\n${command.usage}\n`);
    return 0;
  }
  const { least, most } = command.positionals;
  if (positionals.length < least || positionals.length > most) {
    throw new UsageError(`"local-org ${name}" ${argumentCount(least, most)}. See local-org ${name} --help.`);
  }
  return command.run(values, positionals);
}

function parse(command: Command, args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    // parseArgs explains at length how to pass a value that looks like an option; its first sentence is enough.
    const [sentence] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(`${sentence}. See local-org ${command.name} --help.`);
  }
}

function argumentCount(least: number, most: number): string {
  if (most === 0) return 'takes no arguments besides options';
  if (least === most) return `takes ${least} argument${least === 1 ? '' : 's'}`;
  return `takes at most ${most} argument${most === 1 ? '' : 's'}`;
}

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  const lines = COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    'Runs the Apex and Lightning Web Components of a Salesforce project on this computer.',
    '',
    'Usage: local-org COMMAND [options]',
    '',
    ...lines,
    '',
    'Every command has --help. --debug adds the stack trace to an error.',
    '',
  ].join('\n');
}
