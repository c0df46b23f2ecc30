// npm run bench [-- --seed sample]: medians of several runs, as JSON; of the large org unless told otherwise; `--language`
// measures the local org's Apex, queries and compiler alone. Machines are noisy: compare runs of one machine only.
import { join } from 'node:path';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { call } from './bench/call.ts';
import { measureFirstRow } from './bench/first-row.ts';
import { writeImportFolder } from './bench/import-folder.ts';
import { measureImports, type ImportTime } from './bench/imports.ts';
import { measureLanguage } from './bench/language.ts';
import { measurePages, measureSearches } from './bench/pages.ts';
import { copyProject } from './bench/project-copy.ts';
import { measureRuns, measureSingle, type RestoreTimes } from './bench/restores.ts';
import { startServer, type BenchServer } from './bench/server.ts';
import { main, UserError } from './project/run.ts';

const RUNS = 5;
/** A run of many users is worked on in chunks of 20: in the sample one chunk, in the large org what an admin may select. */
const MANY = { sample: 20, large: 200 } as const;

type Seed = keyof typeof MANY;

await main(async () => {
  const { seed, language } = parseArgs({
    options: { seed: { type: 'string', default: 'large' }, language: { type: 'boolean', default: false } },
  }).values;
  if (language) {
    process.stdout.write(`${JSON.stringify(measureLanguage(), null, 2)}\n`);
    return;
  }
  if (seed !== 'sample' && seed !== 'large') throw new UserError(`"${seed}" is not a seed: it is sample or large.`);
  const { cold, copy, coldPeak } = await startCold(seed);
  try {
    const warm: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const server = await startServer(copy.directory, seed);
      warm.push(server.milliseconds);
      say('start warm', Math.round(server.milliseconds));
      await server.stop();
    }
    const server = await startServer(copy.directory, seed);
    const console = await measureConsole(server, seed).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    const memory = server.memory();
    say('memory', memory);
    await server.stop();
    const imports = seed === 'large' ? await importLarge(copy.directory) : null;
    const result = {
      date: new Date().toISOString().slice(0, 10),
      machine: {
        cpu: cpus()[0]?.model ?? 'unknown',
        cores: cpus().length,
        memoryGiB: Math.round(totalmem() / 2 ** 30),
      },
      node: process.version,
      unit: 'milliseconds and MiB, medians',
      seed,
      runs: RUNS,
      language: measureLanguage(),
      startCold: median(cold),
      startWarm: median(warm),
      ...console,
      ...(imports && {
        import: median(imports.times.map(({ milliseconds }) => milliseconds)),
        importedRows: imports.rows,
      }),
      memory: {
        server: memory?.now ?? null,
        serverPeak: memory?.peak ?? null,
        coldStartPeak: coldPeak,
        ...(imports && { importPeak: Math.max(...imports.times.map(({ peak }) => peak ?? 0)) }),
      },
    };
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } finally {
    copy.remove();
  }
});

/** It takes a quarter of an hour: what is measured so far goes to the terminal, the result to standard output. */
function say(what: string, milliseconds: unknown): void {
  process.stderr.write(`${what}: ${JSON.stringify(milliseconds)}\n`);
}

/** Starts with nothing made and nothing cached. The last copy stays, with its org. */
async function startCold(seed: Seed) {
  const cold: number[] = [];
  const peaks: number[] = [];
  let copy = copyProject();
  for (let run = 0; run < RUNS; run++) {
    if (run > 0) {
      copy.remove();
      copy = copyProject();
    }
    const server = await startServer(copy.directory, seed);
    cold.push(server.milliseconds);
    say('start cold', Math.round(server.milliseconds));
    peaks.push(server.startPeak);
    await server.stop();
  }
  return { cold, copy, coldPeak: Math.max(...peaks) };
}

async function measureConsole({ url }: BenchServer, seed: Seed) {
  const firstRow = await measureFirstRow(url, RUNS);
  const timed = async (method: string, params: object): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) times.push((await call(url, method, params)).milliseconds);
    return median(times);
  };
  const open = await timed('RestoreConsoleController.open', { query: { pageSize: 50 } });
  const seats = await timed('RestoreConsoleController.getSeats', {});
  const search = await measureSearches(url, RUNS);
  const pages = await measurePages(url, RUNS);
  say('searches and pages', {
    firstRow: median(firstRow),
    open,
    search: Object.values(search).map(median),
    pages: pages.map(({ first, far }) => [median(first), median(far)]),
  });
  const single = await measureSingle(url, RUNS);
  const many = await measureRuns(url, MANY[seed], RUNS);
  say('restores', { one: medians(single), chunk: medians(many.flat()), many: medians(many.map(sum)) });
  const activity = await timed('RestoreActivityController.findRecords', { query: {} });
  return {
    firstRow: median(firstRow),
    open,
    seats,
    search: { many: median(search.many), few: median(search.few), none: median(search.none) },
    pages: Object.fromEntries(
      pages.map(({ sort, first, far }) => [sort, { first: median(first), page100: median(far) }]),
    ),
    restoreOne: medians(single),
    restoreChunkOf20: medians(many.flat()),
    [`restore${MANY[seed]}`]: medians(many.map(sum)),
    activity,
  };
}

/** Imports what the large org would be exported as. */
async function importLarge(directory: string): Promise<{ rows: number; times: ImportTime[] }> {
  const folder = join(directory, '.local-org', 'export');
  const rows = writeImportFolder(join(directory, '.local-org', 'large.db'), folder);
  const times = await measureImports(directory, folder, RUNS);
  say('imports', times);
  return { rows, times };
}

function sum(times: readonly RestoreTimes[]): RestoreTimes {
  const of = (step: keyof RestoreTimes): number => times.reduce((total, time) => total + time[step], 0);
  return { plan: of('plan'), execute: of('execute'), verify: of('verify'), restore: of('restore') };
}

function medians(times: readonly RestoreTimes[]): Record<keyof RestoreTimes, number> {
  const of = (step: keyof RestoreTimes): number => median(times.map((time) => time[step]));
  return { plan: of('plan'), execute: of('execute'), verify: of('verify'), restore: of('restore') };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const value = sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return Math.round(value ?? 0);
}
