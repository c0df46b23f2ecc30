import type { RuleRow, SObjectRule } from '../../dml/SObjectRule.ts';
import type { RuleServices } from '../RuleServices.ts';
import { checkDeactivation } from './checkDeactivation.ts';
import { checkIdentity } from './checkIdentity.ts';
import { checkManager } from './checkManager.ts';
import { checkPortal } from './checkPortal.ts';
import { checkProfileAndRole } from './checkProfileAndRole.ts';
import { checkSystemUsers } from './checkSystemUsers.ts';
import { checkFeatureSeats } from './checkFeatureSeats.ts';
import { checkUserLicenseSeats } from './checkUserLicenseSeats.ts';
import { createCompanions, followProfileChange } from './companions.ts';
import { recordUserChanges } from './recordUserChanges.ts';
import { leaveChatterGroups, stripAccess } from './stripAccess.ts';
import { isDeactivated, type UserCheck } from './UserCheck.ts';
import { licenseOfProfile } from '../lookups.ts';

/** In this order: seats come last, so that a row which fails anyway takes none. */
const CHECKS: readonly UserCheck[] = [
  checkSystemUsers,
  checkProfileAndRole,
  checkPortal,
  checkIdentity,
  checkManager,
  checkDeactivation,
  checkFeatureSeats,
  checkUserLicenseSeats,
];

/** What Salesforce does about users beyond fields and references: identity, licenses, deactivation, companions, audit trail. */
export function userRule(services: RuleServices): SObjectRule {
  return {
    objects: ['User'],
    beforeSave(rows, context) {
      for (const check of CHECKS)
        check(
          rows.filter((row) => !row.hasErrors),
          context,
          services,
        );
    },
    afterSave(rows, context) {
      for (const row of rows) {
        if (context.operation === 'insert') createCompanions(row, services);
        else followProfileChange(row, services);
        rememberFreedSeat(row, services);
        recordUserChanges(row, context, services);
        if (!isDeactivated(row)) continue;
        if (!services.behavior.accessSurvivesDeactivation) stripAccess(row.id, services.store);
        if (!services.behavior.chatterMembersSurviveDeactivation) leaveChatterGroups(row.id, services.store);
      }
    },
    beforeDelete(rows) {
      for (const row of rows)
        row.addError('INSUFFICIENT_ACCESS_OR_READONLY', 'DML operation DELETE not allowed on User');
    },
  };
}

function rememberFreedSeat(row: RuleRow, services: RuleServices): void {
  const { old } = row;
  if (old?.IsActive !== true || typeof old.ProfileId !== 'string') return;
  if (row.new.IsActive === true && row.new.ProfileId === old.ProfileId) return;
  const license = licenseOfProfile(services.store, old.ProfileId);
  if (license) services.freedSeats.remember(license, row.id);
}
