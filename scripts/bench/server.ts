import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { memoryOf, memoryOfFamily } from './memory.ts';
import { setTimeout as wait } from 'node:timers/promises';

const START_LIMIT_MS = 300_000;

export interface BenchServer {
  readonly url: string;
  readonly pid: number | undefined;
  /** From the start of the process until page and org are there. */
  readonly milliseconds: number;
  /** Resident memory in MiB, of the server and the process that fills its org together, at its highest until then. */
  readonly startPeak: number;
  /** Resident memory of the server in MiB, now and at its highest; null where the platform does not tell. */
  memory(): ReturnType<typeof memoryOf>;
  stop(): Promise<void>;
}

/** Starts the local org of a project folder on a free port and waits until its page can be used. */
export async function startServer(directory: string, seed: 'sample' | 'large' = 'sample'): Promise<BenchServer> {
  const start = performance.now();
  const main = join(directory, 'local-org', 'src', 'cli', 'main.ts');
  const server = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'start', '--port', '0', '--seed', seed],
    {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  let startPeak = 0;
  const watch = setInterval(() => (startPeak = Math.max(startPeak, memoryOfFamily(server.pid))), 50).unref();
  void ended.then(() => clearInterval(watch));
  const url = await addressOf(server.stdout);
  while (!(await isReady(url))) {
    if (performance.now() - start > START_LIMIT_MS) throw new Error(`${url} was not ready after five minutes.`);
    await wait(20);
  }
  const milliseconds = performance.now() - start;
  clearInterval(watch);
  return {
    url,
    pid: server.pid,
    milliseconds,
    startPeak: Math.max(startPeak, memoryOf(server.pid)?.peak ?? 0),
    memory: () => memoryOf(server.pid),
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const match = /https?:\/\/\S+/.exec(line);
    if (match) {
      output.resume();
      return match[0];
    }
  }
  throw new Error('The local org ended before it printed its address.');
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/local-org/status`).catch(() => null);
  if (!response?.ok) return false;
  const { state, problems } = (await response.json()) as { state: string; problems: unknown };
  if (state === 'failed') throw new Error(`The page could not be built: ${JSON.stringify(problems)}`);
  return state === 'ready';
}
