import type { Org } from '../org/Org.ts';

/** Something that waits in the queue of an org. */
export interface AsyncWork {
  /** Of its AsyncApexJob, or of its CronTrigger: what System.abortJob takes. */
  readonly id: string;
  /** Milliseconds since 1970. In a test nothing waits for its time. */
  readonly dueAt: number;
  /** Jobs that wait cannot have the same one; null when any number may wait. */
  readonly signature: string | null;
  readonly kind: 'queueable' | 'finalizer' | 'future' | 'batch' | 'schedule';
  /** Runs it, in transactions of its own. In a test it throws what Apex threw. */
  run(org: Org, isTest: boolean): void;
  /** What the org's file keeps of it, as text that its kind can read again. Throws NotKeptError. */
  content(): string;
}
