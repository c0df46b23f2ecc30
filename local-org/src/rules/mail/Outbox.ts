import { currentTransaction, hasCurrentTransaction } from '../../org/current.ts';
import type { Clock } from '../../org/Clock.ts';
import type { Store } from '../../store/Store.ts';

export interface OutgoingMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Left out: plain text. */
  readonly isHtml?: boolean;
}

export interface OutboxMail extends Required<OutgoingMail> {
  readonly id: string;
  readonly from: string;
  /** Milliseconds since 1970, UTC. */
  readonly sentAt: number;
}

/** Where the mails of the org end up: nothing leaves the machine. */
export interface OutboxService {
  /**
   * Sends a mail. It cannot be called back: a rollback of the transaction does not unsend it, as with password mails on
   * Salesforce. Apex tests send nothing.
   */
  send(mail: OutgoingMail): void;
  /** Newest first. */
  list(): OutboxMail[];
  clear(): void;
}

const SENDER = 'noreply@local-org.invalid';

/**
 * Keeps mails in the table local_mail. A mail waits in memory while a transaction runs, because what is written to the
 * database then would vanish with a rollback.
 */
export class Outbox implements OutboxService {
  private readonly store: Store;
  private readonly clock: Clock;
  private waiting: { mail: OutgoingMail; sentAt: number }[] = [];

  constructor(store: Store, clock: Clock) {
    this.store = store;
    this.clock = clock;
    store.database.exec(`CREATE TABLE IF NOT EXISTS "local_mail" (
      "Id" INTEGER PRIMARY KEY AUTOINCREMENT, "To" TEXT NOT NULL, "Subject" TEXT NOT NULL, "Body" TEXT NOT NULL,
      "IsHtml" INTEGER NOT NULL, "SentAt" INTEGER NOT NULL)`);
  }

  send(mail: OutgoingMail): void {
    if (hasCurrentTransaction() && currentTransaction().isTest) return;
    this.waiting.push({ mail, sentAt: this.clock.now() });
    if (hasCurrentTransaction()) currentTransaction().afterCommit.push(() => this.deliver());
    else this.deliver();
  }

  list(): OutboxMail[] {
    if (!hasCurrentTransaction()) this.deliver();
    return this.store.rawQuery('SELECT * FROM "local_mail" ORDER BY "SentAt" DESC, "Id" DESC').map((row) => ({
      id: String(row.Id),
      from: SENDER,
      to: JSON.parse(String(row.To)) as string[],
      subject: String(row.Subject),
      body: String(row.Body),
      isHtml: row.IsHtml === 1,
      sentAt: Number(row.SentAt),
    }));
  }

  clear(): void {
    this.waiting = [];
    this.store.rawRun('DELETE FROM "local_mail"');
  }

  private deliver(): void {
    for (const { mail, sentAt } of this.waiting) {
      this.store.rawRun(
        'INSERT INTO "local_mail" ("To", "Subject", "Body", "IsHtml", "SentAt") VALUES (?, ?, ?, ?, ?)',
        JSON.stringify(mail.to),
        mail.subject,
        mail.body,
        mail.isHtml ? 1 : 0,
        sentAt,
      );
    }
    this.waiting = [];
  }
}
