import { randomBytes } from 'node:crypto';
import { currentOrg, currentTransaction } from '../../org/current.ts';
import { passwordReset } from '../../rules/auditTrail/userChanges.ts';
import { SetupAuditLog } from '../../rules/auditTrail/SetupAuditLog.ts';
import { userFacts, textOfRow } from '../../rules/lookups.ts';
import { throwApex } from '../../runtime/ApexException.ts';
import { definePlatformType } from '../definePlatformType.ts';
import { withoutNulls } from '../system/arguments.ts';
import { ResetPasswordResultValue } from './ResetPasswordResult.ts';

const PERMISSIONS = ['ResetPasswords', 'ManageUsers'];

/** The methods of the class System about passwords. */
export const SystemPasswordMethods = definePlatformType({
  name: 'System.System',
  methods: {
    'static ResetPasswordResult resetPassword(Id userId, Boolean sendUserEmail)': withoutNulls(resetPassword),
  },
});

/**
 * Gives a user a new password, to be changed at the next login, and mails a link to choose one. Counts as a DML statement
 * (reported, not documented: 150 resets meet the limit) and cannot be rolled back.
 * What Salesforce throws for inactive users, users of single sign-on profiles and a caller without the permission is
 * unverified; all three are refused here.
 */
function resetPassword(userId: string, sendUserEmail: boolean): ResetPasswordResultValue {
  const org = currentOrg();
  const transaction = currentTransaction();
  transaction.limits.count('DmlStatements');
  if (!PERMISSIONS.some((name) => org.access.hasSystemPermission(transaction.userId, name))) {
    throwApex(
      'System.NoAccessException',
      'Insufficient privileges: resetting a password needs Reset User Passwords and Unlock Users',
    );
  }
  const user = userFacts(org.store, userId);
  if (!user || user.profileId === null)
    throwApex('System.InvalidParameterValueException', `Invalid user id: ${userId}`);
  if (!user.isActive) throwApex('System.InvalidParameterValueException', `The user ${user.username} is inactive`);
  if (isSingleSignOn(user.profileId)) {
    throwApex(
      'System.InvalidParameterValueException',
      `The user ${user.username} logs in by single sign-on and has no password`,
    );
  }
  new SetupAuditLog(org.store).record(passwordReset(user), transaction.userId, org.clock.now());
  if (sendUserEmail) sendLink(user);
  return new ResetPasswordResultValue(madeUpPassword());
}

function isSingleSignOn(profileId: string): boolean {
  return (
    currentOrg().store.rawQuery('SELECT 1 AS hit FROM "Profile" WHERE "Id" = ? AND "IsSsoEnabled" = 1', profileId)
      .length > 0
  );
}

/** The mail holds a link and never the password. The link leads nowhere. */
function sendLink(user: { readonly id: string; readonly name: string; readonly username: string }): void {
  const org = currentOrg();
  const address = textOfRow(org.store, 'User', user.id, 'Email');
  if (!address) return;
  const link = `https://local-org.invalid/secur/forgotpassword.jsp?r=${randomBytes(24).toString('base64url')}`;
  org.mail.send({
    to: [address],
    subject: 'Your Salesforce password was reset',
    body: [
      `Hi ${user.name},`,
      '',
      `An administrator reset the password of ${user.username}. Choose a new one here:`,
      '',
      link,
      '',
      'The link works once, for the next 24 hours. If it has run out, ask your administrator for a new one.',
    ].join('\n'),
  });
}

/** Long enough for every password policy; nobody can log in to a local org with it. */
function madeUpPassword(): string {
  return `${randomBytes(12).toString('base64url')}aA1!`;
}
