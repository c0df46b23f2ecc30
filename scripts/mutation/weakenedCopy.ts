import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutants.ts';

/** A copy of the project in which one mutant at a time is at work. The working tree is never touched. */
export class WeakenedCopy {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** Runs work while the mutant stands in the copy. */
  async with<T>(mutant: Mutant, work: () => Promise<T>): Promise<T> {
    const file = join(this.directory, mutant.file);
    const original = readFileSync(file, 'utf8');
    writeFileSync(file, weaken(original, mutant));
    try {
      return await work();
    } finally {
      writeFileSync(file, original);
    }
  }
}

/** The source with the mutant in it. Throws an Error when the text to change does not stand there exactly once. */
export function weaken(source: string, mutant: Mutant): string {
  const parts = source.split(mutant.find);
  if (parts.length !== 2) {
    throw new Error(
      `The mutant "${mutant.name}" has to be written anew: ${mutant.file} holds its text ${parts.length - 1} times, not once.`,
    );
  }
  return parts.join(mutant.replacement);
}
