import type { RuleContext, RuleRow, SObjectRule } from '../../dml/SObjectRule.ts';
import { permissionSetLicenseAssigned } from '../auditTrail/userChanges.ts';
import { textOfRow, userFacts } from '../lookups.ts';
import type { RuleServices } from '../RuleServices.ts';
import { shortId, textIn } from '../rowReading.ts';
import { holdsLicense } from './licenseFit.ts';

/** Permission set licenses by hand: created and deleted, never updated; a seat each; once per user. */
export function permissionSetLicenseAssignRule(services: RuleServices): SObjectRule {
  return {
    objects: ['PermissionSetLicenseAssign'],
    beforeSave(rows, context) {
      if (context.operation === 'insert') checkInserts(rows, services);
      else
        for (const row of rows)
          row.addError(
            'INSUFFICIENT_ACCESS_OR_READONLY',
            'DML operation UPDATE not allowed on PermissionSetLicenseAssign',
            [],
          );
    },
    afterSave(rows, context) {
      record(rows, true, context, services);
    },
    beforeDelete(rows) {
      for (const row of rows) checkDelete(row, services);
    },
    afterDelete(rows, context) {
      record(rows, false, context, services);
    },
  };
}

function checkInserts(rows: readonly RuleRow[], services: RuleServices): void {
  const { store } = services;
  const remaining = new Map<string, number>();
  const inBatch = new Set<string>();
  for (const row of rows) {
    if (row.hasErrors) continue;
    const licenseId = textIn(row.new, 'PermissionSetLicenseId') ?? '';
    const user = userFacts(store, textIn(row.new, 'AssigneeId'));
    const label = textOfRow(store, 'PermissionSetLicense', licenseId, 'MasterLabel');
    const key = `${user?.id} ${licenseId}`;
    if (label === null) {
      row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['PermissionSetLicenseId']);
    } else if (!user) {
      row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['AssigneeId']);
    } else if (user.profileId === null) {
      row.addError(
        'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
        `insufficient access rights on cross-reference id: ${shortId(user.id)}`,
        ['AssigneeId'],
      );
    } else if (holdsLicense(store, user.id, licenseId) || inBatch.has(key)) {
      row.addError(
        'DUPLICATE_VALUE',
        `Duplicate PermissionSetLicenseAssign. Assignee: ${shortId(user.id)}; Permission Set License: ${shortId(licenseId)}`,
        ['AssigneeId', 'PermissionSetLicenseId'],
      );
    } else if (![null, 'Active'].includes(textOfRow(store, 'PermissionSetLicense', licenseId, 'Status'))) {
      // Null: an import did not tell, and what is not known refuses nobody.
      row.addError('FIELD_INTEGRITY_EXCEPTION', `The permission set license ${label} is not active`, [
        'PermissionSetLicenseId',
      ]);
    } else {
      takeSeat(row, licenseId, remaining, services);
      if (!row.hasErrors) inBatch.add(key);
    }
  }
}

function takeSeat(row: RuleRow, licenseId: string, remaining: Map<string, number>, services: RuleServices): void {
  const seats = remaining.get(licenseId) ?? services.licenses.remaining('PermissionSetLicense', licenseId);
  if (seats > 0) remaining.set(licenseId, seats - 1);
  else row.addError('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded', []);
}

/** A license that an assigned set needs cannot be taken away under it. */
function checkDelete(row: RuleRow, { store }: RuleServices): void {
  const [needing] = store.rawQuery(
    `SELECT ps."Label" AS label FROM "PermissionSetAssignment" a JOIN "PermissionSet" ps ON ps."Id" = a."PermissionSetId"
     WHERE a."AssigneeId" = ? AND ps."LicenseId" = ? LIMIT 1`,
    textIn(row.old, 'AssigneeId'),
    textIn(row.old, 'PermissionSetLicenseId'),
  );
  if (needing) {
    row.addError(
      'DELETE_FAILED',
      `The permission set license is needed by the assigned permission set ${String(needing.label)}`,
      [],
    );
  }
}

function record(rows: readonly RuleRow[], assigned: boolean, context: RuleContext, services: RuleServices): void {
  for (const row of rows) {
    const user = userFacts(services.store, textIn(row.new, 'AssigneeId'));
    const label =
      textOfRow(services.store, 'PermissionSetLicense', textIn(row.new, 'PermissionSetLicenseId'), 'MasterLabel') ?? '';
    if (user) services.audit.record(permissionSetLicenseAssigned(user, label, assigned), context.userId, context.now);
  }
}
