import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { CompiledProject, ProjectProblem } from '../../org/compileProject.ts';
import { DeployedApex } from './DeployedApex.ts';
import { lockProblems } from './deployLock.ts';
import { lockedClasses } from './lockedClasses.ts';

/**
 * Whether the next start of an org's file would be refused, because jobs wait for classes that have changed. Looks only: nothing
 * is written. Null when the file cannot be read now, as while an org runs on it.
 */
export function lockProblemsOfFile(file: string, { sources, units }: CompiledProject): ProjectProblem[] | null {
  if (!existsSync(file)) return [];
  let database: DatabaseSync | null = null;
  try {
    const opened = (database = new DatabaseSync(file, { readOnly: true }));
    const rows = { rawQuery: (sql: string) => opened.prepare(sql).all() };
    const before = DeployedApex.read(rows);
    return lockProblems(lockedClasses(rows, before, DeployedApex.of(sources.apex, units)), sources);
  } catch {
    return null;
  } finally {
    database?.close();
  }
}
