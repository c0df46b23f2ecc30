import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Starts the worker and kills it at a moment within so many milliseconds after it is ready. What it said until then. */
export async function killWorker(args: readonly string[], withinMs: number, random: () => number): Promise<string[]> {
  const worker = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'worker.ts'), ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let complaint = '';
  worker.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const said: string[] = [];
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    worker.once('close', (_code, signal) => resolve(signal)),
  );
  for await (const line of createInterface({ input: worker.stdout })) {
    if (line === 'ready') setTimeout(() => worker.kill('SIGKILL'), random() * withinMs);
    else said.push(line);
  }
  if ((await ended) !== 'SIGKILL' && said.at(-1) !== 'over')
    throw new Error(`The worker ended by itself: ${complaint}`);
  return said;
}
