import type { DatabaseSync } from 'node:sqlite';
import type { SchemaCatalog } from '../schema/SchemaCatalog.ts';
import type { Clock } from './Clock.ts';

/** One org: its data, its schema, its rules and the program that runs in it. */
export interface Org {
  /** 18 characters, `00D…`. */
  readonly id: string;
  readonly clock: Clock;
  readonly database: DatabaseSync;
  readonly schema: SchemaCatalog;
}
