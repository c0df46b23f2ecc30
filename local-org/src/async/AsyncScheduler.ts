import type { Org } from '../org/Org.ts';

/** How long after a commit queued work starts, in milliseconds: Salesforce never runs it within the same request either. */
const DELAY = 25;

/** Runs queued jobs and published events of a running org in the background, one round after the other. */
export class AsyncScheduler {
  private readonly org: Org;
  private timer: NodeJS.Timeout | null = null;

  constructor(org: Org) {
    this.org = org;
    org.jobs.onPending = () => this.wake();
    org.events.onPending = () => this.wake();
  }

  /** Runs what waits, at once, until nothing does. */
  finish(): void {
    while (this.org.jobs.hasPending || this.org.events.hasPending) this.run();
  }

  /** Nothing runs afterwards. */
  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.org.jobs.onPending = () => undefined;
    this.org.events.onPending = () => undefined;
  }

  private wake(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.run();
    }, DELAY);
  }

  private run(): void {
    try {
      this.org.events.deliver(this.org, false);
      this.org.jobs.drain(this.org, false);
    } catch (error) {
      // A bug of the local org in background work must not end the server.
      this.org.log(`Background work failed: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (this.org.jobs.hasPending || this.org.events.hasPending) this.wake();
  }
}
