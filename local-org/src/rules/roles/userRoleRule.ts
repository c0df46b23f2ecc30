import type { RuleRow, SObjectRule } from '../../dml/SObjectRule.ts';
import { rowExists, textOfRow } from '../lookups.ts';
import type { RuleServices } from '../RuleServices.ts';
import { textIn } from '../rowReading.ts';

/** The tree of roles stays a tree, and a role that users or other roles need stays. */
export function userRoleRule(services: RuleServices): SObjectRule {
  return {
    objects: ['UserRole'],
    beforeSave(rows) {
      const planned = new Map(rows.map((row) => [row.id, textIn(row.new, 'ParentRoleId')]));
      for (const row of rows) if (row.changed.has('ParentRoleId')) checkParent(row, planned, services);
    },
    beforeDelete(rows) {
      for (const row of rows) {
        const users = services.store.rawQuery('SELECT 1 AS hit FROM "User" WHERE "UserRoleId" = ? LIMIT 1', row.id);
        const roles = services.store.rawQuery(
          'SELECT 1 AS hit FROM "UserRole" WHERE "ParentRoleId" = ? LIMIT 1',
          row.id,
        );
        if (users.length + roles.length > 0) {
          row.addError(
            'DELETE_FAILED',
            'Your attempt to delete the role could not be completed because users or roles are assigned to it',
            [],
          );
        }
      }
    },
  };
}

/** @param planned the parents that this statement gives, by role: two rows together can make a circle. */
function checkParent(row: RuleRow, planned: ReadonlyMap<string, string | null>, { store }: RuleServices): void {
  const parentId = textIn(row.new, 'ParentRoleId');
  if (parentId !== null && !rowExists(store, 'UserRole', parentId)) {
    row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['ParentRoleId']);
    return;
  }
  const seen = new Set<string>();
  for (let above = parentId; above !== null && !seen.has(above);) {
    if (above === row.id) {
      row.addError('CIRCULAR_DEPENDENCY', 'A role cannot be above itself', ['ParentRoleId']);
      return;
    }
    seen.add(above);
    above = planned.has(above) ? (planned.get(above) ?? null) : textOfRow(store, 'UserRole', above, 'ParentRoleId');
  }
}
