import { currentOrg, currentTransaction } from '../org/current.ts';
import { throwApex } from '../runtime/ApexException.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';

/**
 * System.runAs(user) { … }: only in tests. Sharing and permissions are those of the user, license limits do not count, and
 * setup and non-setup DML may be mixed with what happens outside of the block. Counts as a DML statement
 * (Apex Developer Guide, "Using the runAs Method").
 */
export function runAs(user: SObjectValue | null, work: () => void): void {
  const transaction = currentTransaction();
  if (!transaction.isTest) throwApex('System.TypeException', 'System.runAs can only be called from test methods.');
  if (user === null) throwApex('System.NullPointerException', 'Argument 1 cannot be null');
  const userId = user.id;
  if (userId === null || currentOrg().store.getRow('User', userId) === null) {
    throwApex('System.IllegalArgumentException', 'System.runAs needs a user that was inserted; this one has no Id.');
  }
  transaction.limits.count('DmlStatements');
  const before = {
    userId: transaction.userId,
    ignoresLicenseLimits: transaction.ignoresLicenseLimits,
    mixedDml: transaction.mixedDml,
    sharing: transaction.sharing,
  };
  transaction.userId = userId;
  transaction.ignoresLicenseLimits = true;
  transaction.mixedDml = { setup: null, nonSetup: null };
  try {
    work();
  } finally {
    Object.assign(transaction, before);
  }
}
