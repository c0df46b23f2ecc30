import type { RuleRow } from '../../dml/SObjectRule.ts';
import type { Store } from '../../store/Store.ts';
import { permissionSetOfProfile } from '../lookups.ts';
import { textIn } from '../rowReading.ts';
import type { RuleServices } from '../RuleServices.ts';

/** The rows that come with a user: the login, and the assignment of the hidden permission set of the profile. */
export function createCompanions(row: RuleRow, { store }: RuleServices): void {
  store.insertRow('UserLogin', { UserId: row.id, IsFrozen: false, IsPasswordLocked: false });
  assignProfileSet(store, row.id, textIn(row.new, 'ProfileId'));
}

export function followProfileChange(row: RuleRow, { store }: RuleServices): void {
  if (!row.changed.has('ProfileId')) return;
  const oldProfile = textIn(row.old, 'ProfileId');
  const previous = oldProfile ? permissionSetOfProfile(store, oldProfile)?.id : null;
  for (const assignment of previous
    ? store.findRows('PermissionSetAssignment', { AssigneeId: row.id, PermissionSetId: previous })
    : []) {
    store.deleteRow('PermissionSetAssignment', String(assignment.Id));
  }
  assignProfileSet(store, row.id, textIn(row.new, 'ProfileId'));
}

export function assignProfileSet(store: Store, userId: string, profileId: string | null): void {
  const set = profileId ? permissionSetOfProfile(store, profileId) : null;
  if (set)
    store.insertRow('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: set.id, IsRevoked: false });
}
