import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Clock } from '../org/Clock.ts';
import { forgetKnownFields } from '../import/UnknownFields.ts';
import { resetLocalState } from '../rules/index.ts';
import { LicenseCounts } from '../rules/licenses/LicenseCounts.ts';
import { freeMemory } from '../store/freeMemory.ts';
import type { Store } from '../store/Store.ts';
import { assignPersonaSets, forgetPersonas } from './personas.ts';
import { seedQueriedUsers } from './queried/seedQueriedUsers.ts';
import { LARGE, seedSample } from './sample.ts';
import { seedScratch } from './scratch.ts';
import type { SeededOrg } from './SeedTarget.ts';
import { dataFile } from './seedData.ts';

/** What a new org is filled with. */
export type SeedChoice =
  | { readonly kind: 'scratch' }
  /** `scale` 1 makes about 1,200 users. */
  | { readonly kind: 'sample'; readonly scale?: number }
  /** 110,000 users and 300,000 assignments, in the shape of a real org of that size. */
  | { readonly kind: 'large' }
  /** What `sf data query --json` printed. */
  | { readonly kind: 'users'; readonly file: string };

/** To be counted up when the code that makes the rows changes; changes of the data files are seen by themselves. */
const CODE_VERSION = 3;

/** Another text when a new org would look different. */
export const SEED_VERSION: string = versionOfData();

export interface SeedOptions {
  /** Its rules are prepared. Rows that it holds are deleted. */
  readonly store: Store;
  readonly clock: Clock;
  readonly choice: SeedChoice;
  /** Deploys the project's metadata once the org itself is there. */
  readonly deploy: () => void;
  /** Takes a line about how far a large org has come. */
  readonly progress?: (line: string) => void;
}

/** Fills an org afresh, deploys the project to it and gives the personas their permission sets. */
export function seedOrg(options: SeedOptions): SeededOrg {
  const { store, clock, choice } = options;
  store.deleteAllRows();
  forgetPersonas(store);
  resetLocalState(store);
  forgetKnownFields(store);
  const isLarge = choice.kind === 'large';
  const target = {
    ...{ store, schema: store.schema, clock, licenses: new LicenseCounts(store) },
    ...(isLarge && options.progress ? { progress: options.progress } : {}),
  };
  if (isLarge) freeMemory();
  const seeded =
    choice.kind === 'scratch'
      ? seedScratch(target)
      : choice.kind === 'sample'
        ? seedSample(target, choice.scale === undefined ? {} : { scale: choice.scale })
        : choice.kind === 'large'
          ? seedSample(target, LARGE)
          : seedQueriedUsers(target, choice.file);
  if (isLarge) freeMemory();
  options.deploy();
  assignPersonaSets(store);
  return seeded;
}

function versionOfData(): string {
  const hash = createHash('sha256').update(String(CODE_VERSION));
  for (const folder of ['org', 'licenses']) {
    for (const file of readdirSync(dataFile(folder)).sort())
      hash.update(file).update(readFileSync(dataFile(folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
