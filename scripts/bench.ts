// npm run bench [-- --seed large]: medians of several runs, as JSON. Machines are noisy: compare runs of one machine only.
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { measureFirstRow } from './bench/first-row.ts';
import { copyProject } from './bench/project-copy.ts';
import { call } from './bench/call.ts';
import { measurePages, measureSearches } from './bench/pages.ts';
import { measureChunks, measureSingle, type RestoreTimes } from './bench/restores.ts';
import { startServer } from './bench/server.ts';
import { main, UserError } from './project/run.ts';

const RUNS = 5;
/** 200 users are worked on in chunks of 20. */
const CHUNKS = 10;

await main(async () => {
  const { seed } = parseArgs({ options: { seed: { type: 'string', default: 'sample' } } }).values;
  if (seed !== 'sample' && seed !== 'large') throw new UserError(`"${seed}" is not a seed: it is sample or large.`);
  // Filling the large org takes half a minute each time.
  const coldRuns = seed === 'large' ? 1 : RUNS;
  const cold: number[] = [];
  const warm: number[] = [];
  let copy = copyProject();
  for (let run = 0; run < coldRuns; run++) {
    if (run > 0) {
      copy.remove();
      copy = copyProject();
    }
    const server = await startServer(copy.directory, seed);
    cold.push(server.milliseconds);
    await server.stop();
  }
  try {
    for (let run = 0; run < RUNS; run++) {
      const server = await startServer(copy.directory, seed);
      warm.push(server.milliseconds);
      await server.stop();
    }
    const server = await startServer(copy.directory, seed);
    const firstRow = await measureFirstRow(server.url, RUNS);
    const open: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      open.push((await call(server.url, 'RestoreConsoleController.open', { query: { pageSize: 50 } })).milliseconds);
    }
    const search = await measureSearches(server.url, RUNS);
    const pages = await measurePages(server.url, RUNS);
    const single = await measureSingle(server.url, RUNS * 2);
    const chunks = await measureChunks(server.url, seed === 'large' ? CHUNKS : 1);
    const memory = server.memory();
    await server.stop();
    const result = {
      date: new Date().toISOString().slice(0, 10),
      machine: {
        cpu: cpus()[0]?.model ?? 'unknown',
        cores: cpus().length,
        memoryGiB: Math.round(totalmem() / 2 ** 30),
      },
      node: process.version,
      unit: 'milliseconds, medians',
      seed,
      runs: { cold: coldRuns, others: RUNS, restores: single.length, chunks: chunks.length },
      startCold: median(cold),
      startWarm: median(warm),
      firstRow: median(firstRow),
      open: median(open),
      search: { many: median(search.many), few: median(search.few), none: median(search.none) },
      pages: Object.fromEntries(
        pages.map(({ sort, first, far }) => [sort, { first: median(first), page100: median(far) }]),
      ),
      restoreOne: medians(single),
      restoreChunkOf20: medians(chunks),
      restoreAllChunks: Math.round(chunks.reduce((sum, { restore }) => sum + restore, 0)),
      memoryMiB: memory,
    };
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } finally {
    copy.remove();
  }
});

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
