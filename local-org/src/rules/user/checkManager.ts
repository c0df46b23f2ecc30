import { textOfRow } from '../lookups.ts';
import { textIn } from '../rowReading.ts';
import type { UserCheck } from './UserCheck.ts';

/** Nobody manages themselves, directly or around a circle. The status code is unverified. */
export const checkManager: UserCheck = (rows, _context, { store }) => {
  const planned = new Map(rows.map((row) => [row.id, textIn(row.new, 'ManagerId')]));
  const managerOf = (id: string): string | null =>
    planned.has(id) ? (planned.get(id) ?? null) : textOfRow(store, 'User', id, 'ManagerId');
  for (const row of rows) {
    if (!row.changed.has('ManagerId')) continue;
    const seen = new Set([row.id]);
    for (let manager = managerOf(row.id); manager !== null; manager = managerOf(manager)) {
      if (!seen.has(manager)) {
        seen.add(manager);
        continue;
      }
      if (manager === row.id) {
        row.addError('CIRCULAR_DEPENDENCY', 'A user cannot be their own manager, directly or through other users', [
          'ManagerId',
        ]);
      }
      break;
    }
  }
};
