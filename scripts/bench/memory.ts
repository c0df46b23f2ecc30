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

/** Resident memory of a process and of those that it started, together and now, in MiB; pages that they share count twice. */
export function memoryOfFamily(pid: number | undefined): number {
  const children = readChildren(pid);
  return [pid, ...children].reduce<number>((sum, member) => sum + (memoryOf(member)?.now ?? 0), 0);
}

function readChildren(pid: number | undefined): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
