import type { RuleContext, RuleRow, SObjectRule } from '../../dml/SObjectRule.ts';
import { setupObjectRights, type SetupObjectRights } from '../../security/setupObjectAccess.ts';
import type { RuleServices } from '../RuleServices.ts';

/**
 * With the switch systemModeNeedsSystemPermissions, DML on setup objects wants the running user's system permissions whatever
 * the access mode. It is off by default: what Salesforce enforces in system mode is reported inconsistently.
 */
export function systemPermissionRule(object: string, services: RuleServices): SObjectRule {
  const rights = setupObjectRights(object);
  const check = (rows: readonly RuleRow[], context: RuleContext): void => {
    if (!rights || !services.behavior.systemModeNeedsSystemPermissions) return;
    const needed = rights[rightFor(context.operation)];
    if (needed.some((permission) => services.access.hasSystemPermission(context.userId, permission))) return;
    for (const row of rows)
      row.addError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []);
  };
  return { objects: [object], beforeSave: check, beforeDelete: check };
}

function rightFor(operation: RuleContext['operation']): Exclude<keyof SetupObjectRights, 'read'> {
  return operation === 'insert' || operation === 'undelete' ? 'create' : operation === 'update' ? 'edit' : 'delete';
}
