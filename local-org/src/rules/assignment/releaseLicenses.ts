import type { RuleContext, RuleRow } from '../../dml/SObjectRule.ts';
import { permissionSetLicenseAssigned } from '../auditTrail/userChanges.ts';
import { rowExists, textOfRow, userFacts } from '../lookups.ts';
import type { RuleServices } from '../RuleServices.ts';
import { textIn } from '../rowReading.ts';

/** Help: unassigning this many sets at once leaves the permission set licenses in place. */
const TOO_MANY_TO_RELEASE = 50;

/**
 * Takes back the permission set license that a set had brought along, when no other set of the user needs it. Groups keep
 * theirs: releasing them is not documented, and a license that stays taken is the stricter reading.
 */
export function releaseUnneededLicenses(rows: readonly RuleRow[], context: RuleContext, services: RuleServices): void {
  if (rows.length >= TOO_MANY_TO_RELEASE) return;
  for (const row of rows) {
    const setId = textIn(row.old, 'PermissionSetId');
    const userId = textIn(row.old, 'AssigneeId');
    if (!setId || !userId || textIn(row.old, 'PermissionSetGroupId')) continue;
    const licenseId = textOfRow(services.store, 'PermissionSet', setId, 'LicenseId');
    if (licenseId && rowExists(services.store, 'PermissionSetLicense', licenseId))
      release(userId, licenseId, context, services);
  }
}

function release(userId: string, licenseId: string, context: RuleContext, services: RuleServices): void {
  const { store } = services;
  const stillNeeded = store.rawQuery(
    `SELECT 1 AS hit FROM "PermissionSetAssignment" a
       LEFT JOIN "PermissionSetGroupComponent" c ON c."PermissionSetGroupId" = a."PermissionSetGroupId"
       JOIN "PermissionSet" ps ON ps."Id" IN (a."PermissionSetId", c."PermissionSetId")
     WHERE a."AssigneeId" = ? AND ps."LicenseId" = ? LIMIT 1`,
    userId,
    licenseId,
  );
  const user = userFacts(store, userId);
  if (stillNeeded.length > 0 || !user) return;
  for (const held of store.findRows('PermissionSetLicenseAssign', {
    AssigneeId: userId,
    PermissionSetLicenseId: licenseId,
  })) {
    store.deleteRow('PermissionSetLicenseAssign', String(held.Id));
    const label = textOfRow(store, 'PermissionSetLicense', licenseId, 'MasterLabel') ?? '';
    services.audit.record(permissionSetLicenseAssigned(user, label, false), context.userId, context.now);
  }
}
