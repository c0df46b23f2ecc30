import { currentTransaction, hasCurrentTransaction } from '../../org/current.ts';
import type { Clock } from '../../org/Clock.ts';
import type { Store } from '../../store/Store.ts';
import type { MailTask } from './dailyAddresses.ts';

export interface OutgoingMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Left out: plain text. */
  readonly isHtml?: boolean;
  /** Left out: the org itself. */
  readonly from?: string;
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly replyTo?: string | null;
  /** How many addresses count against the limit of the day; left out: none. */
  readonly countedAddresses?: number;
}

export interface OutboxMail extends Required<OutgoingMail> {
  readonly id: string;
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
  /** Sends a mail of Apex once the transaction commits; a rollback of it, also to a savepoint, keeps it from leaving. */
  sendAtCommit(mail: OutgoingMail): void;
  /** How many addresses were written to since a time that count against the limit of the day. */
  addressesSince(time: number): number;
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
    addMissingColumns(store);
  }

  send(mail: OutgoingMail): void {
    if (hasCurrentTransaction() && currentTransaction().isTest) return;
    this.waiting.push({ mail, sentAt: this.clock.now() });
    if (hasCurrentTransaction()) currentTransaction().afterCommit.push(() => this.deliver());
    else this.deliver();
  }

  sendAtCommit(mail: OutgoingMail): void {
    const transaction = currentTransaction();
    const sentAt = this.clock.now();
    const { isTest } = transaction;
    const task: MailTask = Object.assign(() => (isTest ? undefined : this.keep(mail, sentAt)), {
      countedAddresses: mail.countedAddresses ?? 0,
    });
    transaction.afterCommit.push(task);
  }

  addressesSince(time: number): number {
    const [row] = this.store.rawQuery(
      'SELECT SUM("CountedAddresses") AS total FROM "local_mail" WHERE "SentAt" >= ?',
      time,
    );
    return Number(row?.total ?? 0);
  }

  list(): OutboxMail[] {
    if (!hasCurrentTransaction()) this.deliver();
    return this.store.rawQuery('SELECT * FROM "local_mail" ORDER BY "SentAt" DESC, "Id" DESC').map((row) => ({
      id: String(row.Id),
      from: typeof row.From === 'string' ? row.From : SENDER,
      to: JSON.parse(String(row.To)) as string[],
      cc: JSON.parse(String(row.Cc)) as string[],
      bcc: JSON.parse(String(row.Bcc)) as string[],
      replyTo: typeof row.ReplyTo === 'string' ? row.ReplyTo : null,
      subject: String(row.Subject),
      body: String(row.Body),
      isHtml: row.IsHtml === 1,
      sentAt: Number(row.SentAt),
      countedAddresses: Number(row.CountedAddresses),
    }));
  }

  clear(): void {
    this.waiting = [];
    this.store.rawRun('DELETE FROM "local_mail"');
  }

  private deliver(): void {
    for (const { mail, sentAt } of this.waiting) this.keep(mail, sentAt);
    this.waiting = [];
  }

  private keep(mail: OutgoingMail, sentAt: number): void {
    this.store.rawRun(
      `INSERT INTO "local_mail" ("To", "Subject", "Body", "IsHtml", "SentAt", "From", "Cc", "Bcc", "ReplyTo", "CountedAddresses")
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      JSON.stringify(mail.to),
      mail.subject,
      mail.body,
      mail.isHtml ? 1 : 0,
      sentAt,
      mail.from ?? null,
      JSON.stringify(mail.cc ?? []),
      JSON.stringify(mail.bcc ?? []),
      mail.replyTo ?? null,
      mail.countedAddresses ?? 0,
    );
  }
}

const COLUMNS_OF_APEX = {
  From: 'TEXT',
  Cc: "TEXT NOT NULL DEFAULT '[]'",
  Bcc: "TEXT NOT NULL DEFAULT '[]'",
  ReplyTo: 'TEXT',
  CountedAddresses: 'INTEGER NOT NULL DEFAULT 0',
};

/** Database files from before mails of Apex lack these. */
function addMissingColumns(store: Store): void {
  const known = new Set(store.rawQuery('PRAGMA table_info("local_mail")').map((column) => String(column.name)));
  for (const [name, type] of Object.entries(COLUMNS_OF_APEX)) {
    if (!known.has(name)) store.database.exec(`ALTER TABLE "local_mail" ADD COLUMN "${name}" ${type}`);
  }
}
