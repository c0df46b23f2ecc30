import { fork, type ChildProcess } from 'node:child_process';
import { FileCompileCache } from '../compiler/cache/FileCompileCache.ts';
import { peekOrigin, seedVersion } from '../org/origin.ts';
import type { FillMessage, FillRequest } from './fillWorker.ts';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * True when opening the file would compile all Apex, or fill it with the large org. Both take some 900 MiB, which a server would
 * keep and build its page on top. Other seeds are not worth the second that a process takes.
 *
 * @param seed what was asked for; left out: what the file was made from counts
 */
export function needsOwnProcess({
  file,
  seed,
  cacheDirectory,
}: Pick<FillRequest, 'file' | 'seed' | 'cacheDirectory'>): boolean {
  return !FileCompileCache.holdsProgram(cacheDirectory) || makesLargeOrg({ file, ...(seed && { seed }) });
}

function makesLargeOrg({ file, seed }: Pick<FillRequest, 'file' | 'seed'>): boolean {
  if (seed && seed.kind !== 'large') return false;
  const origin = peekOrigin(file);
  return (seed ?? origin?.choice)?.kind === 'large' && origin?.version !== seedVersion({ kind: 'large' });
}

/**
 * Fills an org in a process of its own; the large org in a second one after that which compiles, for together they would take
 * more than a GiB. When this resolves, that process has ended, the file is closed and the Apex in the
 * cache. A process that is killed leaves the org as it was before, or an empty one; a signal for this process ends both.
 *
 * @param log takes one line about the progress at a time
 * @throws Error with the message of what opening the org throws, or when the process ended without an outcome
 */
export async function fillInProcess(request: FillRequest, log: (line: string) => void): Promise<void> {
  if (!FileCompileCache.holdsProgram(request.cacheDirectory) && makesLargeOrg(request)) {
    await workInProcess({ ...request, compilesOnly: true }, log);
  }
  await workInProcess(request, log);
}

async function workInProcess(request: FillRequest, log: (line: string) => void): Promise<void> {
  const child = fork(new URL('./fillWorker.ts', import.meta.url), { serialization: 'advanced' });
  const stopPassing = passSignals(child);
  const outcome = await new Promise<'filled' | Error>((resolve, reject) => {
    let said: 'filled' | Error | null = null;
    child.on('message', (message: FillMessage) => {
      if ('line' in message) log(message.line);
      else said = message.outcome;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(said ?? cutOff(signal ?? `exit code ${code}`)));
    child.send(request);
  }).finally(stopPassing);
  if (outcome !== 'filled') throw outcome;
}

function cutOff(end: string): Error {
  return new Error(`The process that fills the org ended before it was done (${end}). Nothing was kept: start again.`);
}

/** Until the returned function is called, a signal ends the child first, which frees the file, and then this process. */
function passSignals(child: ChildProcess): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    child.once('close', () => process.kill(process.pid, signal));
    child.kill('SIGKILL');
  };
  for (const signal of STOP_SIGNALS) process.once(signal, stop);
  return () => {
    for (const signal of STOP_SIGNALS) process.off(signal, stop);
  };
}
