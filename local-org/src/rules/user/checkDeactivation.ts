import type { RuleRow } from '../../dml/SObjectRule.ts';
import type { RuleServices } from '../RuleServices.ts';
import { isDeactivated, type UserCheck } from './UserCheck.ts';

/**
 * Who cannot be switched off: oneself, the last administrator, and users that another setting of the org needs (KB 000384586
 * lists those texts; which user is needed for what is data of the local org).
 */
export const checkDeactivation: UserCheck = (rows, context, services) => {
  const leaving = new Set<string>();
  for (const row of rows) {
    if (isDeactivated(row) && row.id === context.userId) {
      row.addError('FIELD_INTEGRITY_EXCEPTION', 'You cannot deactivate your own user', ['IsActive']);
    } else if (isDeactivated(row)) {
      for (const message of blockers(row.id, services))
        row.addError('FIELD_INTEGRITY_EXCEPTION', message, ['IsActive']);
    }
    if (!row.hasErrors && losesAdministration(row, services)) {
      leaving.add(row.id);
      if (!hasOtherAdministrator(leaving, services)) {
        leaving.delete(row.id);
        row.addError(
          'CANNOT_DISABLE_LAST_ADMIN',
          'You cannot deactivate or change the profile of the last active administrator',
          [],
        );
      }
    }
  }
};

function blockers(userId: string, { store }: RuleServices): string[] {
  return store
    .rawQuery('SELECT "Message" AS message FROM "local_deactivation_blocker" WHERE "UserId" = ?', userId)
    .map((row) => String(row.message));
}

function losesAdministration(row: RuleRow, services: RuleServices): boolean {
  if (row.old?.IsActive !== true || !isAdministrative(row.old.ProfileId, services)) return false;
  return row.new.IsActive !== true || !isAdministrative(row.new.ProfileId, services);
}

/** A profile makes an administrator when it lets manage users and change all data. */
const ADMINISTRATIVE = `ps."IsOwnedByProfile" = 1 AND ps."PermissionsManageUsers" = 1 AND ps."PermissionsModifyAllData" = 1`;

function isAdministrative(profileId: unknown, { store }: RuleServices): boolean {
  if (typeof profileId !== 'string') return false;
  return (
    store.rawQuery(`SELECT 1 AS hit FROM "PermissionSet" ps WHERE ps."ProfileId" = ? AND ${ADMINISTRATIVE}`, profileId)
      .length > 0
  );
}

function hasOtherAdministrator(leaving: ReadonlySet<string>, { store }: RuleServices): boolean {
  const administrators = store.rawQuery(
    `SELECT u."Id" AS id FROM "User" u JOIN "PermissionSet" ps ON ps."ProfileId" = u."ProfileId" WHERE u."IsActive" = 1 AND ${ADMINISTRATIVE}`,
  );
  return administrators.some((row) => !leaving.has(String(row.id)));
}
