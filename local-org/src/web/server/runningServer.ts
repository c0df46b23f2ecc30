import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../build/moduleCache.ts';

/** The note by which the command line finds the server of a project. */
export interface RunningServer {
  url: string;
  pid: number;
  /** ISO 8601. */
  startedAt: string;
}

function noteOf(projectDir: string): string {
  return join(projectDir, '.local-org', 'server.json');
}

export function announceServer(projectDir: string, url: string): void {
  mkdirSync(join(projectDir, '.local-org'), { recursive: true });
  const note: RunningServer = { url, pid: process.pid, startedAt: new Date().toISOString() };
  writeAtomically(noteOf(projectDir), JSON.stringify(note));
}

/** Removes the note, unless another server has put its own there since. */
export function withdrawServer(projectDir: string, url: string): void {
  if (readNote(projectDir)?.url === url) rmSync(noteOf(projectDir), { force: true });
}

/** The server that runs for a project; null when none answers, also when a note of a dead one is left over. */
export async function findRunningServer(projectDir: string): Promise<RunningServer | null> {
  const note = readNote(projectDir);
  if (!note) return null;
  try {
    const response = await fetch(`${note.url}/local-org/status`, { signal: AbortSignal.timeout(2000) });
    return response.ok ? note : null;
  } catch {
    return null;
  }
}

function readNote(projectDir: string): RunningServer | null {
  try {
    return JSON.parse(readFileSync(noteOf(projectDir), 'utf8')) as RunningServer;
  } catch {
    return null;
  }
}
