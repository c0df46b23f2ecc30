import type { RuleContext, RuleRow, SObjectRule } from '../../dml/SObjectRule.ts';
import { userFrozen, userUnlocked } from '../auditTrail/userChanges.ts';
import { userFacts } from '../lookups.ts';
import type { RuleServices } from '../RuleServices.ts';
import { textIn } from '../rowReading.ts';

/**
 * Freezing, unfreezing, unlocking. Source: Object Reference UserLogin: update only, IsPasswordLocked only to false; the status
 * code CANNOT_FREEZE_SELF exists, its text is the local org's.
 */
export function userLoginRule(services: RuleServices): SObjectRule {
  return {
    objects: ['UserLogin'],
    beforeSave(rows, context) {
      for (const row of rows) check(row, context);
    },
    afterSave(rows, context) {
      for (const row of rows) record(row, context, services);
    },
    beforeDelete(rows) {
      for (const row of rows)
        row.addError('INSUFFICIENT_ACCESS_OR_READONLY', 'DML operation DELETE not allowed on UserLogin', []);
    },
  };
}

function check(row: RuleRow, context: RuleContext): void {
  if (row.old === null) {
    row.addError('INSUFFICIENT_ACCESS_OR_READONLY', 'DML operation INSERT not allowed on UserLogin', []);
    return;
  }
  if (row.changed.has('UserId'))
    row.addError('INVALID_FIELD_FOR_INSERT_UPDATE', 'Unable to create/update fields: UserId', ['UserId']);
  if (row.changed.has('IsPasswordLocked') && row.new.IsPasswordLocked === true) {
    row.addError('CANNOT_PASSWORD_LOCKOUT', 'A password can be unlocked but not locked', ['IsPasswordLocked']);
  }
  if (row.changed.has('IsFrozen') && row.new.IsFrozen === true && row.old.UserId === context.userId) {
    row.addError('CANNOT_FREEZE_SELF', 'You cannot freeze your own user account', ['IsFrozen']);
  }
}

function record(row: RuleRow, context: RuleContext, { store, audit }: RuleServices): void {
  const user = userFacts(store, textIn(row.new, 'UserId'));
  if (!user) return;
  if (row.changed.has('IsFrozen'))
    audit.record(userFrozen(user, row.new.IsFrozen === true), context.userId, context.now);
  if (row.changed.has('IsPasswordLocked')) {
    audit.record(userUnlocked(user), context.userId, context.now);
    store.updateRow('User', user.id, { NumberOfFailedLogins: 0 });
  }
}
