import { currentOrg, currentTransaction } from '../org/current.ts';
import type { Transaction } from '../org/Transaction.ts';
import { throwApex } from '../runtime/ApexException.ts';
import type { ApexDatetime } from '../values/ApexDatetime.ts';

/** Records that a test has dated back: they no longer look as if the test had inserted them. */
const datedBack = new WeakMap<Transaction, Set<string>>();

/**
 * Test.setCreatedDate: dates a record back that the running test has inserted. Of records that were there before, Salesforce
 * refuses it (Apex Reference, Test Class); *unverified*: the type and the words of its refusals.
 */
export function setCreatedDate(recordId: string | null, createdAt: ApexDatetime | null): void {
  if (recordId === null || createdAt === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const { schema, store } = currentOrg();
  const transaction = currentTransaction();
  const object = [...schema.objectNames()].find((name) => schema.object(name)?.keyPrefix === recordId.slice(0, 3));
  const row = object === undefined ? null : store.getRow(object, recordId);
  const dated = datedBack.get(transaction) ?? new Set<string>();
  const isOfTest = dated.has(recordId) || Number(row?.CreatedDate ?? 0) >= wholeSecond(transaction.startedAt);
  if (object === undefined || row?.CreatedDate === undefined || !isOfTest) {
    throwApex(
      'System.IllegalArgumentException',
      `Test.setCreatedDate needs a record that the test has inserted: ${recordId}`,
    );
  }
  dated.add(recordId);
  datedBack.set(transaction, dated);
  store.updateRow(object, recordId, { CreatedDate: createdAt.time });
}

/** The database keeps no milliseconds. */
function wholeSecond(time: number): number {
  return time - (time % 1000);
}
