import { rowExists, textOfRow } from '../lookups.ts';
import { textIn } from '../rowReading.ts';
import type { UserCheck } from './UserCheck.ts';

/** The profile exists and decides the user type, which nobody writes; the role exists. */
export const checkProfileAndRole: UserCheck = (rows, _context, { store }) => {
  for (const row of rows) {
    const profileId = textIn(row.new, 'ProfileId');
    if (profileId === null || !rowExists(store, 'Profile', profileId)) {
      row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['ProfileId']);
      continue;
    }
    if (row.old === null || row.changed.has('ProfileId'))
      row.set('UserType', textOfRow(store, 'Profile', profileId, 'UserType') ?? 'Standard');
    const roleId = textIn(row.new, 'UserRoleId');
    if (roleId !== null && row.changed.has('UserRoleId') && !rowExists(store, 'UserRole', roleId)) {
      row.addError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['UserRoleId']);
    }
  }
};
