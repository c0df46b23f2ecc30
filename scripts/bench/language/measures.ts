import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProjectSources } from '../../../local-org/src/metadata/sourceFiles.ts';
import { compileProject } from '../../../local-org/src/org/compileProject.ts';
import { COMMANDS, UserError } from '../../project/run.ts';
import { PROJECT_ROOT } from '../../project/root.ts';
import { processorTime } from './processorTime.ts';
import type { SampleOrg } from './SampleOrg.ts';

/** A measure against the bound that issue and documentation name. */
export interface Measure {
  readonly measured: number;
  readonly goal: number;
  /** What was measured with what. */
  readonly of: Readonly<Record<string, number>>;
}

const ADDITIONS = 10_000_000;

/** Times of plain JavaScript in its fastest form; the best of the runs shows what the machine can. */
export function measureAdditions(sample: SampleOrg, runs: number): Measure {
  const apex: number[] = [];
  const plain: number[] = [];
  for (let run = 0; run < runs; run++) {
    const { result, milliseconds } = sample.call('BenchAdder', [ADDITIONS]);
    apex.push(milliseconds);
    const start = processorTime();
    const expected = addPlainly(ADDITIONS);
    plain.push(processorTime() - start);
    if (result !== expected) throw new Error(`Apex added up to ${String(result)}, JavaScript to ${expected}.`);
  }
  const [best, bestPlain] = [Math.min(...apex), Math.min(...plain)];
  return { measured: round(best / bestPlain), goal: 8, of: { apex: round(best), javaScript: round(bestPlain) } };
}

function addPlainly(times: number): number {
  let sum = 0;
  // With i++ the engine allows for numbers that are no integers, which is many times slower.
  for (let i = 0; i < times; i = (i + 1) | 0) sum = (sum + i) | 0;
  return sum;
}

const READS = 2000;

/** SOQL by Id in Apex against the same statement on SQLite, prepared once; microseconds, the best of the runs. */
export function measureReads(sample: SampleOrg, runs: number): Measure {
  const { administratorId, database } = sample.org;
  const statement = database.prepare('SELECT "Id", "Name", "Email" FROM "User" WHERE "Id" = ?');
  const soql: number[] = [];
  const sqlite: number[] = [];
  for (let run = 0; run < runs; run++) {
    const read = sample.call('BenchReader', [administratorId, READS], 'run', (limits) => {
      limits.allow('Queries', READS);
    });
    soql.push((read.milliseconds * 1000) / READS);
    const start = processorTime();
    for (let index = 0; index < READS; index++) statement.get(administratorId);
    sqlite.push(((processorTime() - start) * 1000) / READS);
  }
  const [one, raw] = [Math.min(...soql), Math.min(...sqlite)];
  return { measured: round(one / raw), goal: 5, of: { soql: round(one), sqlite: round(raw) } };
}

const ROWS = 10_000;

/** An update of 10,000 rows in one statement, with a trigger before and after; milliseconds of processor time. */
export function measureUpdate(sample: SampleOrg, runs: number): Measure {
  sample.call('BenchWriter', [ROWS], 'fill');
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const { result, milliseconds } = sample.call('BenchWriter', []);
    if (result !== ROWS) throw new Error(`${String(result)} of ${ROWS} rows were updated.`);
    times.push(milliseconds);
  }
  return { measured: Math.round(median(times)), goal: 5000, of: { rows: ROWS } };
}

/**
 * Milliseconds of processor time for 1,000 lines of the product's own Apex: compiled by a process that has compiled before, and
 * from the cache.
 */
export function measureCompile(runs: number): { readonly warm: Measure; readonly cached: Measure } {
  const sources = readProjectSources(PROJECT_ROOT);
  const lines = sources.apex.reduce((sum, { text }) => sum + text.split('\n').length, 0);
  const warm: number[] = [];
  const cached: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const cache = mkdtempSync(join(tmpdir(), 'reinstate-bench-compile-'));
    const compileOnce = (): number => {
      const start = processorTime();
      compileProject(sources, cache);
      return ((processorTime() - start) * 1000) / lines;
    };
    const first = compileOnce();
    if (run > 0) {
      warm.push(first);
      cached.push(compileOnce());
    }
    rmSync(cache, { recursive: true, force: true });
  }
  return {
    warm: { measured: Math.round(median(warm)), goal: 250, of: { lines, files: sources.apex.length } },
    cached: { measured: round(median(cached)), goal: 10, of: { lines, files: sources.apex.length } },
  };
}

/** Has a process say on its end what processor time it took. */
const TELLS_TIME = `data:text/javascript,import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.BENCH_TIME, JSON.stringify(process.cpuUsage())));`;

/** The product's Apex tests together, with everything compiled, and the start of the process; milliseconds of processor time. */
export function measureApexTests(): Measure {
  const directory = mkdtempSync(join(tmpdir(), 'reinstate-bench-tests-'));
  const [report, time] = [join(directory, 'report.json'), join(directory, 'time.json')];
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
  try {
    for (let run = 0; run < 2; run++) {
      const node = ['--disable-warning=ExperimentalWarning', '--import', TELLS_TIME, COMMANDS.localOrg];
      const { status } = spawnSync(process.execPath, [...node, 'test', '--source', PROJECT_ROOT, '--json', report], {
        cwd: PROJECT_ROOT,
        stdio: 'ignore',
        env: { ...process.env, BENCH_TIME: time },
      });
      if (status !== 0) throw new UserError('The Apex tests fail: run `npm run apex:test` and mend them first.');
    }
    const { summary } = read(report) as { summary: { ms: number; passed: number } };
    const { user, system } = read(time) as NodeJS.CpuUsage;
    return {
      measured: Math.round((user + system) / 1000),
      goal: 20_000,
      of: { tests: summary.passed, elapsed: summary.ms },
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Two digits are more than such a measure is worth. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
