import type { RuleContext, RuleRow } from '../../dml/SObjectRule.ts';
import {
  AUDITED_FIELDS,
  delegatedApproverChanged,
  featureUserChanged,
  fieldChanged,
  forecastingChanged,
  managerChanged,
  profileChanged,
  roleChanged,
  userActivated,
  userCreated,
  userDeactivated,
  type AuditedUser,
  type ProfileName,
} from '../auditTrail/userChanges.ts';
import type { SetupChange } from '../auditTrail/SetupAuditLog.ts';
import { FEATURE_LICENSES } from '../licenses/featureLicenses.ts';
import type { RuleServices } from '../RuleServices.ts';
import { permissionSetOfProfile, textOfRow } from '../lookups.ts';
import { flagIn, textIn } from '../rowReading.ts';

/** Writes one audit trail row for every audited change of a user. */
export function recordUserChanges(row: RuleRow, context: RuleContext, services: RuleServices): void {
  for (const change of changesOf(row, services)) services.audit.record(change, context.userId, context.now);
}

function* changesOf(row: RuleRow, services: RuleServices): Generator<SetupChange> {
  const user: AuditedUser = { id: row.id, name: userName(row) };
  if (row.old === null) {
    yield userCreated(user);
    return;
  }
  if (row.changed.has('IsActive')) yield flagIn(row.new, 'IsActive') ? userActivated(user) : userDeactivated(user);
  if (row.changed.has('ProfileId')) {
    yield profileChanged(user, profileName(row.old.ProfileId, services), profileName(row.new.ProfileId, services));
  }
  if (row.changed.has('UserRoleId')) {
    yield roleChanged(
      user,
      nameOf('UserRole', row.old.UserRoleId, services),
      nameOf('UserRole', row.new.UserRoleId, services),
    );
  }
  if (row.changed.has('ManagerId')) {
    yield managerChanged(
      user,
      nameOf('User', row.old.ManagerId, services),
      nameOf('User', row.new.ManagerId, services),
    );
  }
  if (row.changed.has('DelegatedApproverId')) {
    const from = nameOf('User', row.old.DelegatedApproverId, services);
    yield delegatedApproverChanged(user, from, nameOf('User', row.new.DelegatedApproverId, services));
  }
  for (const audited of AUDITED_FIELDS) {
    if (row.changed.has(audited.field))
      yield fieldChanged(user, audited, textIn(row.old, audited.field), textIn(row.new, audited.field));
  }
  for (const { field, audit } of FEATURE_LICENSES) {
    if (audit && row.changed.has(field)) yield featureUserChanged(user, audit, flagIn(row.new, field));
  }
  if (row.changed.has('ForecastEnabled')) yield forecastingChanged(user, flagIn(row.new, 'ForecastEnabled'));
}

/** As User.Name is composed: first name, blank, last name. */
function userName(row: RuleRow): string {
  return [textIn(row.new, 'FirstName'), textIn(row.new, 'LastName')].filter((part) => part !== null).join(' ');
}

function nameOf(object: string, id: unknown, { store }: RuleServices): string | null {
  return typeof id === 'string' ? textOfRow(store, object, id, 'Name') : null;
}

function profileName(id: unknown, { store }: RuleServices): ProfileName {
  const profileId = typeof id === 'string' ? id : '';
  return {
    name: textOfRow(store, 'Profile', profileId, 'Name') ?? '',
    isCustom: permissionSetOfProfile(store, profileId)?.isCustom ?? false,
  };
}
