import { readFileSync } from 'node:fs';

/** Resident memory of a process in MiB; null where /proc does not exist. */
export function residentMemory(pid: number | undefined): number | null {
  try {
    const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match ? Math.round(Number(match[1]) / 1024) : null;
  } catch {
    return null;
  }
}
