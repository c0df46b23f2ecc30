import type { RuleRow } from '../../dml/SObjectRule.ts';
import type { RowValues } from '../../store/RowValues.ts';
import type { RuleServices } from '../RuleServices.ts';
import { FEATURE_LICENSES } from '../licenses/featureLicenses.ts';
import type { UserCheck } from './UserCheck.ts';

/**
 * Each ticked UserPermissions*User checkbox takes a seat of its feature license, with the same status code as a user license
 * and without saying which (KB 000387847).
 */
export const checkFeatureSeats: UserCheck = (rows, _context, services) => {
  for (const { field } of FEATURE_LICENSES) {
    if (!services.schema.object('User')?.fields.has(field.toLowerCase())) continue;
    const needing = rows.filter(
      (row) => !row.hasErrors && takes(row.new, field, services) && !takes(row.old, field, services),
    );
    if (needing.length > 0) giveSeats(needing, field, services);
  }
};

function giveSeats(needing: readonly RuleRow[], field: string, services: RuleServices): void {
  let remaining = services.licenses.remainingOfFeature(field, services.behavior.inactiveUsersHoldFeatureLicenses);
  for (const row of needing) {
    if (remaining > 0) remaining--;
    else row.addError('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded', []);
  }
}

function takes(user: Readonly<RowValues> | null, field: string, { behavior }: RuleServices): boolean {
  return user?.[field] === true && (user.IsActive === true || behavior.inactiveUsersHoldFeatureLicenses);
}
