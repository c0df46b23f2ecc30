import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCsvRecords } from '../../local-org/src/import/readCsvRecords.ts';
import { createSchema } from '../../local-org/src/schema/createSchema.ts';
import { readJsonRecords } from '../../local-org/src/import/readJsonRecords.ts';
import { UserError } from '../project/run.ts';
import type { Cli } from './cli.ts';
import { EXPORT_QUERIES, soqlOf, type ExportQuery } from './export-queries.ts';
import { Mask } from './mask.ts';

export interface ExportOptions {
  readonly targetOrg: string;
  readonly directory: string;
  readonly mask: boolean;
}

const USAGE = 'Use: npm run org:export -- --target-org ALIAS [--mask] DIR';

/** @throws UserError with the usage when an argument is missing or unknown */
export function readExportOptions(args: string[]): ExportOptions {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { 'target-org': { type: 'string', short: 'o' }, mask: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [directory] = positionals;
    const targetOrg = values['target-org'];
    if (!targetOrg || directory === undefined || positionals.length > 1) throw new UserError(USAGE);
    return { targetOrg, directory: resolve(directory), mask: values.mask };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${(error as Error).message.split('. ')[0]}. ${USAGE}`);
  }
}

/**
 * Writes one file for each object into a folder that is new or empty. Objects that the org does not have or does not show are
 * named and left out: the import calls them unknown.
 */
export function exportOrg(cli: Cli, root: string, options: ExportOptions): void {
  const { directory, mask, targetOrg } = options;
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new UserError(
      `${directory} is not empty. Name a new folder, so that no old file is imported with the new ones.`,
    );
  }
  mkdirSync(directory, { recursive: true });
  const masked = mask ? new Mask() : null;
  const missing: string[] = [];
  for (const query of EXPORT_QUERIES) {
    process.stdout.write(`${query.object} … `);
    const soql = soqlOf(query, optionalFields(cli, root, query, targetOrg));
    const file = fetchRows(cli, root, { query, soql, targetOrg, directory });
    if (file && masked) maskFile(file, query.object, masked);
    process.stdout.write(file ? 'done\n' : 'not available\n');
    if (!file) missing.push(query.object);
  }
  if (missing.includes('User')) {
    throw new UserError(
      `The users could not be read. Log in with "sf org login web --alias ${targetOrg}", and try again.`,
    );
  }
  process.stdout.write(`Now type: npx local-org import ${directory}\n`);
}

/**
 * What the org has of the fields that not every org has, and the import understands; none when the org does not describe the
 * object: then the import calls them unknown.
 */
function optionalFields(cli: Cli, root: string, { object, optional = [] }: ExportQuery, targetOrg: string): string[] {
  if (optional.length === 0) return [];
  const args = ['sobject', 'describe', '--sobject', object, '--target-org', targetOrg, '--json'];
  const { status, stdout } = spawnSync(cli.command, [...cli.firstArguments, ...args], {
    cwd: root,
    shell: cli.shell,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 26,
    env: { ...process.env, SF_SKIP_NEW_VERSION_CHECK: 'true' },
  });
  if (status !== 0) return [];
  const described = (JSON.parse(stdout) as { result?: { fields?: { name: string }[] } }).result?.fields ?? [];
  const understood = createSchema().object(object)?.fields;
  return described
    .map(({ name }) => name)
    .filter((name) => understood?.has(name.toLowerCase()) && optional.some((wanted) => isWanted(wanted, name)));
}

function isWanted(wanted: string, name: string): boolean {
  return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
}

interface FetchOptions {
  readonly query: ExportQuery;
  readonly soql: string;
  readonly targetOrg: string;
  readonly directory: string;
}

/** The file with all rows, or null. Bulk jobs are refused for some objects: those are queried. */
function fetchRows(cli: Cli, root: string, { query, soql, targetOrg, directory }: FetchOptions): string | null {
  const base = ['--query', soql, '--target-org', targetOrg];
  if (query.isLarge) {
    const file = join(directory, `${query.object}.csv`);
    const bulk = ['data', 'export', 'bulk', ...base, '--output-file', file, '--result-format', 'csv', '--wait', '30'];
    if (runInto(cli, root, bulk, null) && existsSync(file)) return file;
    rmSync(file, { force: true });
  }
  const file = join(directory, `${query.object}.json`);
  if (runInto(cli, root, ['data', 'query', ...base, '--json'], file)) return file;
  rmSync(file, { force: true });
  return null;
}

/** Runs the CLI with its output in a file, however large; true when it succeeded. */
function runInto(cli: Cli, root: string, args: readonly string[], file: string | null): boolean {
  const output = file === null ? 'ignore' : openSync(file, 'w');
  try {
    const { status, error } = spawnSync(cli.command, [...cli.firstArguments, ...args], {
      cwd: root,
      shell: cli.shell,
      stdio: ['ignore', output, 'ignore'],
      // "sf data query" stops at 10,000 rows unless told otherwise.
      env: { ...process.env, SF_SKIP_NEW_VERSION_CHECK: 'true', SF_ORG_MAX_QUERY_LIMIT: '5000000' },
    });
    if (error) throw new UserError(`The Salesforce CLI could not be started: ${error.message}`);
    return status === 0;
  } finally {
    if (typeof output === 'number') closeSync(output);
  }
}

/** Writes the masked rows beside the file and puts them in its place: names never stay behind in a half-written file. */
function maskFile(file: string, object: string, mask: Mask): void {
  const isCsv = file.endsWith('.csv');
  const target = file.replace(/\.(csv|json)$/, '.masked');
  const output = openSync(target, 'w');
  try {
    let count = 0;
    writeSync(output, '{"records":[');
    for (const { values } of isCsv ? readCsvRecords(file) : readJsonRecords(file)) {
      const record = { attributes: { type: object }, ...typed(mask.apply(object, values), isCsv) };
      writeSync(output, `${count++ > 0 ? ',\n' : ''}${JSON.stringify(record)}`);
    }
    writeSync(output, `],"totalSize":${count},"done":true}\n`);
  } finally {
    closeSync(output);
    rmSync(file, { force: true });
  }
  renameSync(target, file.replace(/\.(csv|json)$/, '.json'));
}

/** Cells of a CSV are text; of what bulk jobs export here only checkboxes are not text, Ids or dates. */
function typed(values: Readonly<Record<string, unknown>>, isCsv: boolean): Record<string, unknown> {
  if (!isCsv) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === 'true' ? true : value === 'false' ? false : value]),
  );
}
