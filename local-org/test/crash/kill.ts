import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface KilledWorker {
  /** The lines that it said until then. */
  readonly said: readonly string[];
  /** False when it had done all there was to do before. */
  readonly wasKilled: boolean;
}

/**
 * Starts the worker and kills it at a moment within so many milliseconds after it has said so many lines of work: how far it
 * gets does not depend on how fast the machine is.
 */
export async function killWorker(
  args: readonly string[],
  { lines, withinMs }: { readonly lines: number; readonly withinMs: number },
  random: () => number,
): Promise<KilledWorker> {
  const worker = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'worker.ts'), ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let complaint = '';
  worker.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const said: string[] = [];
  let isReady = false;
  let isDoomed = false;
  /** Lines that came before the work began. */
  let before = 0;
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    worker.once('close', (_code, signal) => resolve(signal)),
  );
  for await (const line of createInterface({ input: worker.stdout })) {
    if (line === 'ready') isReady = true;
    else said.push(line);
    if (isReady && !isDoomed && said.length - before >= lines) {
      isDoomed = true;
      setTimeout(() => worker.kill('SIGKILL'), random() * withinMs);
    }
    if (!isReady) before = said.length;
  }
  const wasKilled = (await ended) === 'SIGKILL';
  if (!wasKilled && said.at(-1) !== 'over') throw new Error(`The worker ended by itself: ${complaint}`);
  return { said, wasKilled };
}
