// npm run bench: medians of several runs on the sample org, as JSON. Machines are noisy: compare runs of one machine only.
import { cpus, totalmem } from 'node:os';
import { measureFirstRow } from './bench/first-row.ts';
import { copyProject } from './bench/project-copy.ts';
import { measureRestores, type RestoreTimes } from './bench/restores.ts';
import { startServer } from './bench/server.ts';
import { main } from './project/run.ts';

const RUNS = 5;
const COLD_RUNS = 3;

await main(async () => {
  const cold: number[] = [];
  const warm: number[] = [];
  let copy = copyProject();
  for (let run = 0; run < COLD_RUNS; run++) {
    if (run > 0) {
      copy.remove();
      copy = copyProject();
    }
    const server = await startServer(copy.directory);
    cold.push(server.milliseconds);
    await server.stop();
  }
  try {
    for (let run = 0; run < RUNS; run++) {
      const server = await startServer(copy.directory);
      warm.push(server.milliseconds);
      await server.stop();
    }
    const server = await startServer(copy.directory);
    const firstRow = await measureFirstRow(server.url, RUNS);
    const restores = await measureRestores(server.url, RUNS * 2);
    const of = (step: keyof RestoreTimes): number => median(restores.map((times) => times[step]));
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
      runs: { cold: COLD_RUNS, warm: RUNS, firstRow: RUNS, restores: restores.length },
      startCold: median(cold),
      startWarm: median(warm),
      firstRow: median(firstRow),
      open: of('open'),
      search: of('search'),
      plan: of('plan'),
      execute: of('execute'),
      verify: of('verify'),
      restore: of('restore'),
      memoryMiB: memory,
    };
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } finally {
    copy.remove();
  }
});

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const value = sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return Math.round(value ?? 0);
}
