import type { RuleContext, RuleRow, SObjectRule } from '../../dml/SObjectRule.ts';
import { packageLicenseChanged } from '../auditTrail/userChanges.ts';
import { rowExists, userFacts } from '../lookups.ts';
import type { RuleServices } from '../RuleServices.ts';
import { textIn } from '../rowReading.ts';

/** Seats of managed packages. A package whose license covers the whole site (-1) assigns none. Not for portal users. */
export function userPackageLicenseRule(services: RuleServices): SObjectRule {
  return {
    objects: ['UserPackageLicense'],
    beforeSave(rows, context) {
      if (context.operation === 'insert') checkInserts(rows, services);
      else
        for (const row of rows)
          row.addError('INSUFFICIENT_ACCESS_OR_READONLY', 'DML operation UPDATE not allowed on UserPackageLicense', []);
    },
    afterSave(rows, context) {
      record(rows, true, context, services);
    },
    afterDelete(rows, context) {
      record(rows, false, context, services);
    },
  };
}

function checkInserts(rows: readonly RuleRow[], services: RuleServices): void {
  const { store, licenses } = services;
  const remaining = new Map<string, number>();
  const inBatch = new Set<string>();
  for (const row of rows) {
    if (row.hasErrors) continue;
    const licenseId = textIn(row.new, 'PackageLicenseId') ?? '';
    const user = userFacts(store, textIn(row.new, 'UserId'));
    const key = `${user?.id} ${licenseId}`;
    const seats = remaining.get(licenseId) ?? licenses.remaining('PackageLicense', licenseId);
    if (!rowExists(store, 'PackageLicense', licenseId)) {
      row.addError('INVALID_PACKAGE_LICENSE', 'invalid package license', ['PackageLicenseId']);
    } else if (!user || user.profileId === null || user.userType !== 'Standard') {
      row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['UserId']);
    } else if (
      inBatch.has(key) ||
      store.findRows('UserPackageLicense', { UserId: user.id, PackageLicenseId: licenseId }).length > 0
    ) {
      row.addError(
        'DUPLICATE_VALUE',
        'duplicate value found: UserId duplicates value on record with id: UserPackageLicense',
        ['UserId'],
      );
    } else if (seats === Infinity) {
      row.addError('INVALID_PACKAGE_LICENSE', 'The package is licensed for the whole org: no seats are assigned', [
        'PackageLicenseId',
      ]);
    } else if (seats <= 0) {
      row.addError('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded', []);
    } else {
      remaining.set(licenseId, seats - 1);
      inBatch.add(key);
    }
  }
}

function record(rows: readonly RuleRow[], granted: boolean, context: RuleContext, services: RuleServices): void {
  for (const row of rows) {
    const change = packageLicenseChanged(String(row.new.UserId), String(row.new.PackageLicenseId), granted);
    services.audit.record(change, context.userId, context.now);
  }
}
