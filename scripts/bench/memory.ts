import { readFileSync } from 'node:fs';

/** Resident memory of a process in MiB, now and at its highest; null where /proc does not exist or the process is gone. */
export function memoryOf(pid: number | undefined): { readonly now: number; readonly peak: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (name: string): number => {
      const match = new RegExp(`${name}:\\s+(\\d+) kB`).exec(status);
      if (!match) throw new Error(`${name} is missing`);
      return Math.round(Number(match[1]) / 1024);
    };
    return { now: read('VmRSS'), peak: read('VmHWM') };
  } catch {
    return null;
  }
}
