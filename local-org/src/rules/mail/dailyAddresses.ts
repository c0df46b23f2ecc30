import type { Org } from '../../org/Org.ts';
import type { Transaction } from '../../org/Transaction.ts';

/** External addresses that an org may write to from Apex in a day, by UTC. Source: Apex Developer Guide, email limits. */
const PER_DAY = 5000;
const DAY = 24 * 60 * 60 * 1000;

/** How many addresses Apex may still write to today, with what waits for the commit counted as sent. */
export function dailyAddresses(
  { mail, clock }: Pick<Org, 'mail' | 'clock'>,
  transaction: Transaction,
): { left: number } {
  const now = clock.now();
  const waiting = transaction.afterCommit.reduce((sum, task) => sum + ((task as MailTask).countedAddresses ?? 0), 0);
  return { left: PER_DAY - mail.addressesSince(now - (now % DAY)) - waiting };
}

/** A mail that waits for the commit. */
export interface MailTask {
  (): void;
  readonly countedAddresses?: number;
}
