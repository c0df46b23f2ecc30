import { currentTransaction, hasCurrentTransaction } from '../../org/current.ts';
import type { Transaction } from '../../org/Transaction.ts';
import type { Store } from '../../store/Store.ts';
import { licenseOfProfile, userFacts } from '../lookups.ts';

/**
 * Seats that a transaction freed. Whether Salesforce lets the same transaction take such a seat again is not documented, so by
 * default it may not: the seat counts as taken until the transaction is over.
 */
export class FreedSeats {
  private readonly store: Store;
  private readonly byTransaction = new WeakMap<Transaction, Map<string, Set<string>>>();

  constructor(store: Store) {
    this.store = store;
  }

  remember(licenseId: string, userId: string): void {
    if (!hasCurrentTransaction()) return;
    const transaction = currentTransaction();
    const licenses = this.byTransaction.get(transaction) ?? new Map<string, Set<string>>();
    this.byTransaction.set(transaction, licenses);
    licenses.set(licenseId, (licenses.get(licenseId) ?? new Set()).add(userId));
  }

  /** How many seats of a license are freed but not yet usable. A freeing that was rolled back does not count. */
  held(licenseId: string): number {
    if (!hasCurrentTransaction()) return 0;
    const users = this.byTransaction.get(currentTransaction())?.get(licenseId) ?? [];
    return [...users].filter((userId) => !this.takesSeat(licenseId, userId)).length;
  }

  private takesSeat(licenseId: string, userId: string): boolean {
    const user = userFacts(this.store, userId);
    return (
      user !== null &&
      user.isActive &&
      user.profileId !== null &&
      licenseOfProfile(this.store, user.profileId) === licenseId
    );
  }
}
