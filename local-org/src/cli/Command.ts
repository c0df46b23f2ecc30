import type { ParseArgsConfig } from 'node:util';

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** One command of `local-org`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints below the summary. */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many arguments it takes besides options. */
  readonly positionals: { readonly least: number; readonly most: number };
  /** Returns the exit code. Throws an Error whose message is one clear line. */
  run(values: OptionValues, positionals: readonly string[]): Promise<number> | number;
}

/** A mistake of the person who typed the command: shown without a stack trace also with --debug. */
export class UsageError extends Error {}
