import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { PROJECT_ROOT } from '../project/root.ts';

/** How many tests of a public suite have passed: fewer is a step back. By the name of the repository. */
export type Minimums = Readonly<Record<string, { readonly passed: number }>>;

export function readMinimums(): Minimums {
  return JSON.parse(readFileSync(join(PROJECT_ROOT, 'config/conformance.json'), 'utf8')) as Minimums;
}

/**
 * How many tests of a suite have to pass.
 *
 * @param percent of all tests; null: what is recorded for a folder of that name, else all
 */
export function minimumOf(directory: string, tests: number, percent: number | null, minimums: Minimums): number {
  if (percent !== null) return Math.ceil((tests * percent) / 100);
  return minimums[basename(resolve(directory))]?.passed ?? tests;
}
