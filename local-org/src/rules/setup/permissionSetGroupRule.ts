import { currentTransaction, hasCurrentTransaction } from '../../org/current.ts';
import type { SObjectRule } from '../../dml/SObjectRule.ts';
import { recalculatePermissionSetGroup } from '../../security/permissionSetGroups.ts';
import type { RuleServices } from '../RuleServices.ts';

/**
 * A group whose parts change is out of date until it is calculated again: after the transaction, or in a test when it calls
 * Test.calculatePermissionSetGroup. Until then it grants nothing here, which is the stricter reading.
 */
export function permissionSetGroupRule({ store, schema }: RuleServices): SObjectRule {
  const makeOutdated = (groupId: unknown): void => {
    if (typeof groupId !== 'string') return;
    recalculatePermissionSetGroup(store, schema, groupId);
    store.updateRow('PermissionSetGroup', groupId, { Status: 'Outdated' });
    if (!hasCurrentTransaction() || currentTransaction().isTest) return;
    currentTransaction().afterCommit.push(() => void recalculatePermissionSetGroup(store, schema, groupId));
  };
  return {
    objects: ['PermissionSetGroup', 'PermissionSetGroupComponent'],
    afterSave(rows, context) {
      for (const row of rows) {
        const isGroup = row.new.PermissionSetGroupId === undefined;
        if (!isGroup) makeOutdated(row.new.PermissionSetGroupId);
        else if (context.operation === 'insert') makeOutdated(row.id);
      }
    },
    afterDelete(rows) {
      for (const row of rows)
        if (row.new.PermissionSetGroupId !== undefined) makeOutdated(row.new.PermissionSetGroupId);
    },
  };
}
