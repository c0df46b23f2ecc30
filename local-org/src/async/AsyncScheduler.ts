import type { Org } from '../org/Org.ts';

/** How long after a commit queued work starts, in milliseconds: Salesforce never runs it within the same request either. */
const DELAY = 25;
/** The longest timer, in milliseconds; work that is due later is looked at again then. */
const LONGEST = 3_600_000;
/** Rounds of `finish`: a job that enqueues itself for ever is left behind. */
const MOST_ROUNDS = 1000;

/**
 * Runs queued jobs, due schedules and published events of a running org in the background, one round after the other, and
 * calculates permission set groups.
 * Moving the org's clock forward makes due what the move has passed.
 */
export class AsyncScheduler {
  private readonly org: Org;
  private readonly stopListening: () => void;
  private timer: NodeJS.Timeout | null = null;

  constructor(org: Org) {
    this.org = org;
    org.jobs.onPending = () => this.wake();
    org.events.onPending = () => this.wake();
    org.groupCalculation.onPending = () => this.wake();
    this.stopListening = org.clock.onAdvance(() => this.wake());
    // What an earlier run left.
    this.wake();
  }

  /** Runs what is due, at once, until nothing is. */
  finish(): void {
    for (let round = 0; round < MOST_ROUNDS && this.isPending(); round++) this.run();
  }

  /** Nothing runs afterwards. */
  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.stopListening();
    this.org.jobs.onPending = () => undefined;
    this.org.events.onPending = () => undefined;
    this.org.groupCalculation.onPending = () => undefined;
  }

  /** Sets the timer for what comes next. */
  private wake(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const next = this.org.jobs.nextDueAt;
    if (!this.isPending() && next === null) return;
    const wait = this.isPending() ? DELAY : Math.min(LONGEST, Math.max(DELAY, next! - this.org.clock.now()));
    this.timer = setTimeout(() => {
      this.timer = null;
      this.run();
      this.wake();
    }, wait);
  }

  private isPending(): boolean {
    return this.org.jobs.hasPending || this.org.events.hasPending || this.org.groupCalculation.hasPending;
  }

  private run(): void {
    try {
      this.org.groupCalculation.run();
      this.org.events.deliver(this.org, false);
      this.org.jobs.drain(this.org, false);
    } catch (error) {
      // A bug of the local org in background work must not end the server.
      this.org.log(`Background work failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
