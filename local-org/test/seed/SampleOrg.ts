import { Clock } from '../../src/org/Clock.ts';
import { prepareOrgRules } from '../../src/rules/index.ts';
import { createSchema } from '../../src/schema/createSchema.ts';
import { seedOrg, type SeedChoice } from '../../src/seed/seedOrg.ts';
import { Store } from '../../src/store/Store.ts';

export const NOW = Date.UTC(2026, 10, 21, 12);
export const DAY = 86_400_000;

/** An org in memory filled with a seed, without a project. */
export function openSeeded(choice: SeedChoice, now = NOW) {
  const clock = new Clock(() => now);
  const schema = createSchema();
  const store = new Store({ file: ':memory:', schema, clock });
  const rules = prepareOrgRules({ store, schema, clock });
  const started = performance.now();
  const seeded = seedOrg({ store, clock, choice, deploy: () => undefined });
  const count = (sql: string) => Number(store.rawQuery(`SELECT COUNT(*) AS n FROM ${sql}`)[0]?.n);
  return { store, rules, seeded, count, ms: performance.now() - started };
}
