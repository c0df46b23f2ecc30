import type { SObjectRule } from '../../dml/SObjectRule.ts';
import { rowExists } from '../lookups.ts';
import type { RuleServices } from '../RuleServices.ts';
import { textIn } from '../rowReading.ts';
import { missingDependencies } from '../../security/permissionDependencies.ts';

/** Permission sets made by DML: their names are unique, their type is decided, permissions come with their companions. */
export function permissionSetRule({ store }: RuleServices): SObjectRule {
  return {
    objects: ['PermissionSet'],
    beforeSave(rows, context) {
      const names = new Set<string>();
      for (const row of rows) {
        if (context.operation === 'insert') {
          row.set('IsCustom', true);
          row.set('IsOwnedByProfile', false);
          row.set('Type', row.new.HasActivationRequired === true ? 'Session' : 'Regular');
        } else if (row.old?.IsOwnedByProfile === true || row.old?.Type === 'Group') {
          row.addError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []);
          continue;
        }
        const name = textIn(row.new, 'Name') ?? '';
        const twins = store.rawQuery(
          'SELECT 1 AS hit FROM "PermissionSet" WHERE "Name~" = fold(?) AND "Id" <> ?',
          name,
          row.id,
        );
        if (twins.length > 0 || names.has(name.toLowerCase())) {
          row.addError('DUPLICATE_DEVELOPER_NAME', `The permission set name ${name} is in use`, ['Name']);
        }
        names.add(name.toLowerCase());
        const licenseId = textIn(row.new, 'LicenseId');
        if (
          licenseId &&
          !rowExists(store, 'UserLicense', licenseId) &&
          !rowExists(store, 'PermissionSetLicense', licenseId)
        ) {
          row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['LicenseId']);
        }
        const permissions = Object.keys(row.new).filter(
          (field) => field.startsWith('Permissions') && row.new[field] === true,
        );
        const missing = missingDependencies(new Set(permissions.map((field) => field.slice('Permissions'.length))));
        for (const message of missing) row.addError('FIELD_INTEGRITY_EXCEPTION', message, []);
      }
    },
    beforeDelete(rows) {
      for (const row of rows) {
        const isAssigned =
          store.rawQuery('SELECT 1 AS hit FROM "PermissionSetAssignment" WHERE "PermissionSetId" = ? LIMIT 1', row.id)
            .length > 0;
        if (isAssigned)
          row.addError('DELETE_FAILED', 'The permission set is assigned to users: remove the assignments first', []);
      }
    },
  };
}
