import type { RuleRow } from '../../dml/SObjectRule.ts';
import type { RuleServices } from '../RuleServices.ts';
import { flagIn, rowAt, textIn } from '../rowReading.ts';
import type { UserCheck } from './UserCheck.ts';

const PORTAL_USER_TYPES = new Set(['PowerPartner', 'CspLitePortal', 'CustomerSuccess', 'PowerCustomerSuccess']);

export function isPortalUserType(userType: unknown): boolean {
  return typeof userType === 'string' && PORTAL_USER_TYPES.has(userType);
}

/**
 * Portal users hang on a contact with an account. Disabling one (IsPortalEnabled = false) cuts that link for good: neither
 * IsPortalEnabled nor IsActive brings the user back (Help, "Disable a portal user"). The status codes are unverified.
 */
export const checkPortal: UserCheck = (rows, _context, services) => {
  for (const row of rows) {
    if (!isPortalUserType(row.new.UserType)) {
      if (flagIn(row.new, 'IsPortalEnabled')) {
        row.addError('FIELD_INTEGRITY_EXCEPTION', 'Only users with a portal license can be enabled for a portal', [
          'IsPortalEnabled',
        ]);
      }
    } else if (row.old === null) {
      enable(row, services);
    } else {
      checkPortalUpdate(row);
    }
  }
};

function enable(row: RuleRow, { store }: RuleServices): void {
  const contact = rowAt(store, 'Contact', textIn(row.new, 'ContactId'));
  if (!contact) {
    row.addError('INVALID_CROSS_REFERENCE_KEY', 'Cannot create a portal user without contact', ['ContactId']);
    return;
  }
  const accountId = textIn(contact, 'AccountId');
  if (!accountId) {
    row.addError('INVALID_CROSS_REFERENCE_KEY', 'The contact must be associated with an account', ['ContactId']);
    return;
  }
  const others = store.findRows('User', { ContactId: String(contact.Id), IsActive: true });
  if (others.length > 0 && row.new.IsActive === true) {
    row.addError('PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT', 'portal user already exists for contact', ['ContactId']);
    return;
  }
  row.set('AccountId', accountId);
  row.set('IsPortalEnabled', true);
}

function checkPortalUpdate(row: RuleRow): void {
  const wasEnabled = flagIn(row.old, 'IsPortalEnabled');
  if (!wasEnabled && (flagIn(row.new, 'IsPortalEnabled') || row.new.IsActive === true)) {
    row.addError(
      'PORTAL_NO_ACCESS',
      'This portal user was disabled and cannot be enabled again: create a new user for the contact',
      ['IsPortalEnabled'],
    );
    return;
  }
  if (wasEnabled && row.changed.has('ContactId')) {
    row.addError('INVALID_FIELD_FOR_INSERT_UPDATE', 'The contact of a portal user cannot be changed', ['ContactId']);
    return;
  }
  if (wasEnabled && !flagIn(row.new, 'IsPortalEnabled')) {
    row.set('IsActive', false);
    row.set('ContactId', null);
    row.set('AccountId', null);
  }
}
