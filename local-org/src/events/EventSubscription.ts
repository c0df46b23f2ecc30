import { throwApex } from '../runtime/ApexException.ts';
import type { SObjectValue } from '../values/SObjectValue.ts';

/** What the event bus remembers of one subscribed trigger: EventBusSubscriber and EventBus.TriggerContext read it. */
export class EventSubscription {
  status: 'Running' | 'Error' = 'Running';
  retries = 0;
  lastError: string | null = null;
  /** Replay id of the last event that was delivered. */
  position = 0;
  private batch: readonly SObjectValue[] = [];
  private checkpoint: string | null = null;

  /** A batch is delivered for the first time. */
  begin(): void {
    this.retries = 0;
    this.lastError = null;
    this.checkpoint = null;
  }

  /** Counts a retry. False when there were too many: the subscriber stops, and events published later are not delivered. */
  retry(reason: string | null, most: number): boolean {
    this.lastError = reason;
    if (this.retries >= most) {
      this.status = 'Error';
      return false;
    }
    this.retries++;
    return true;
  }

  /** Events are delivered again, those after a position. */
  resume(position: number): void {
    this.begin();
    this.status = 'Running';
    this.position = position;
  }

  /** @param replayId of an event of the running batch; null takes the checkpoint back. */
  setResumeCheckpoint(replayId: string | null, batch: readonly SObjectValue[]): void {
    if (replayId !== null && !batch.some((event) => event.get('ReplayId') === replayId)) {
      throwApex(
        'EventBus.InvalidReplayIdException',
        `Replay ID ${replayId} isn't in the batch that the trigger is processing.`,
      );
    }
    this.checkpoint = replayId;
  }

  get resumeCheckpoint(): string | null {
    return this.checkpoint;
  }

  enter(batch: readonly SObjectValue[]): void {
    this.batch = batch;
  }

  get runningBatch(): readonly SObjectValue[] {
    return this.batch;
  }

  /** How many events of a batch are done with by the checkpoint; null when none was set. */
  positionAfterCheckpoint(batch: readonly SObjectValue[]): number | null {
    if (this.checkpoint === null) return null;
    const done = batch.findIndex((event) => event.get('ReplayId') === this.checkpoint) + 1;
    this.checkpoint = null;
    return done;
  }
}
